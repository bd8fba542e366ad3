package humeur.benchmark.telemetry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Accepts every connection, and then neither reads nor writes. */
final class SilentEndpoint implements IngestionEndpoint {
    private final ServerSocket server;
    private final List<Socket> held = new CopyOnWriteArrayList<>();

    SilentEndpoint() {
        try {
            server = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot open an endpoint for telemetry", e);
        }
        var thread = new Thread(this::accept, "silent-ingestion");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        try {
            while (true) {
                held.add(server.accept());
            }
        } catch (IOException e) { // It has been closed.
            held.forEach(SilentEndpoint::hangUp);
        }
    }

    private static void hangUp(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            System.err.println("a connection could not be closed: " + e.getMessage());
        }
    }

    @Override
    public int port() {
        return server.getLocalPort();
    }

    @Override
    public int asked() {
        return held.size();
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
