package humeur.benchmark.load;

import humeur.benchmark.http.MessageReader;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * The floor under load: reads each request to its end and answers with the same bytes, one thread a connection. What a
 * service needs above it is for HTTP as a whole, JSON and the model.
 */
public final class ConstantServer {
    private static final int BACKLOG = 64;
    private static final byte[] ANSWER = answer();

    private ConstantServer() {}

    /** @param arguments the port */
    public static void main(String... arguments) throws IOException {
        int port = Integer.parseInt(arguments[0]);
        try (var server = new ServerSocket(port, BACKLOG, InetAddress.getLoopbackAddress())) {
            while (true) {
                Socket socket = server.accept();
                new Thread(() -> serve(socket), "connection").start();
            }
        }
    }

    private static void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            var reader = new MessageReader(socket.getInputStream());
            OutputStream output = socket.getOutputStream();
            while (reader.skipRequest()) {
                output.write(ANSWER);
            }
        } catch (IOException e) {
            System.err.println("connection lost: " + e.getMessage());
        }
    }

    private static byte[] answer() {
        String body = "{\"prediction\":1,\"sentiment\":\"Positive\",\"probability\":0.98}";
        return "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s"
                .formatted(body.length(), body)
                .getBytes(StandardCharsets.US_ASCII);
    }
}
