package humeur.api;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Sends a body in chunks, without saying how long it will be. */
final class Chunked {
    private static final int CHUNK = 4096;

    private Chunked() {}

    /** Returns the status line. */
    static String post(int port, String path, int bytes) throws IOException {
        try (Socket socket = new Socket("localhost", port)) {
            socket.setSoTimeout(10_000);
            OutputStream out = socket.getOutputStream();
            try {
                out.write(
                        "POST %s HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
                                .formatted(path)
                                .getBytes(StandardCharsets.US_ASCII));
                for (int sent = 0; sent < bytes; sent += CHUNK) {
                    out.write("%x\r\n".formatted(CHUNK).getBytes(StandardCharsets.US_ASCII));
                    out.write(" ".repeat(CHUNK).getBytes(StandardCharsets.US_ASCII));
                    out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
                }
                out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            } catch (IOException refusedBeforeTheEnd) {
                // A server may close its side as soon as the limit is passed; its answer has been sent all the same.
            }
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                    .readLine();
        }
    }
}
