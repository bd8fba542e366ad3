package humeur.telemetry.alert;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An SMTP server that notes when each call came, and says that it has no time for it (RFC 5321, section 3.8). */
final class BusyServer implements AutoCloseable {
    private static final long PATIENCE_MS = 60_000;

    private final List<Instant> calls = new CopyOnWriteArrayList<>();
    private final ServerSocket socket;

    private BusyServer(ServerSocket socket) {
        this.socket = socket;
    }

    static BusyServer start() throws IOException {
        BusyServer server = new BusyServer(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
        Thread thread = new Thread(server::serve, "busy");
        thread.setDaemon(true);
        thread.start();
        return server;
    }

    int port() {
        return socket.getLocalPort();
    }

    List<Instant> calls() {
        return List.copyOf(calls);
    }

    /** Those that there are once there are so many, or after a minute. */
    List<Instant> awaitCalls(int number) throws InterruptedException {
        long end = System.currentTimeMillis() + PATIENCE_MS;
        while (calls.size() < number && System.currentTimeMillis() < end) {
            Thread.sleep(20);
        }
        return calls();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket call = socket.accept()) {
                calls.add(Instant.now());
                call.getOutputStream().write("421 Too busy\r\n".getBytes(StandardCharsets.US_ASCII));
            } catch (IOException e) {
                return; // It was closed.
            }
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
