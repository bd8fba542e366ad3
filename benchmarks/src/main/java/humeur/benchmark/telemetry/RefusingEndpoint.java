package humeur.benchmark.telemetry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

/** A port that is taken, so that nobody else opens it, but on which nothing listens: connections are refused. */
final class RefusingEndpoint implements IngestionEndpoint {
    private final Socket bound = new Socket();

    RefusingEndpoint() {
        try {
            bound.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot hold a port for telemetry", e);
        }
    }

    @Override
    public int port() {
        return bound.getLocalPort();
    }

    /** The kernel refuses; nobody sees it. */
    @Override
    public int asked() {
        return 0;
    }

    @Override
    public void close() {
        try {
            bound.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
