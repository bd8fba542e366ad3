package humeur.azure;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A prediction whose body comes in two pieces, as over a bad line: in flight from the first to the second. */
final class SlowUpload implements AutoCloseable {
    private static final String BODY = "{\"text\": \"I love this\"}";
    private static final int FIRST_PIECE = 10;

    private final Socket socket;

    private SlowUpload(Socket socket) {
        this.socket = socket;
    }

    /** Sends the head and the first piece. */
    static SlowUpload begin(FunctionsHost host) throws IOException {
        SlowUpload upload = new SlowUpload(host.connect());
        upload.send(
                "POST /predict/ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/json\r\n"
                        + "Content-Length: " + BODY.length() + "\r\n\r\n" + BODY.substring(0, FIRST_PIECE));
        return upload;
    }

    /** Sends the rest, and returns the whole answer: status line, headers and body. */
    String finish() throws IOException {
        send(BODY.substring(FIRST_PIECE));
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private void send(String text) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
