package humeur.benchmark.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** A TCP port that nothing listens on. */
final class FreePort {
    // Below the range that the kernel takes source ports from (32768 upwards by default): a connection attempt to
    // a closed port within that range can, now and then, be given the same port as its source and meet itself.
    private static final int LOWEST = 20_000;
    private static final int HIGHEST = 29_999;
    private static final int ATTEMPTS = 100;

    private FreePort() {}

    static int find() {
        IOException last = new IOException("not tried");
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST + 1);
            try (var socket = new ServerSocket(port)) {
                return socket.getLocalPort();
            } catch (IOException e) {
                last = e;
            }
        }
        throw new UncheckedIOException(
                "no free port between %d and %d in %d attempts".formatted(LOWEST, HIGHEST, ATTEMPTS), last);
    }
}
