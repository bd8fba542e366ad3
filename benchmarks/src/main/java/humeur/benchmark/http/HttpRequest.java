package humeur.benchmark.http;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;

/** A request ready to be written, made once and sent many times. */
public record HttpRequest(String line, byte[] bytes) {
    private static final String PREDICTION_LINE = "POST /predict/ HTTP/1.1";

    public HttpRequest {
        requireNonNull(line, "line is null");
        requireNonNull(bytes, "bytes is null");
    }

    public static HttpRequest get(String path) {
        String line = "GET " + path + " HTTP/1.1";
        return new HttpRequest(line, (line + "\r\nHost: localhost\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    /** {@code POST /predict/} with {@code {"text": …}}. */
    public static HttpRequest prediction(String text) {
        byte[] body = "{\"text\":%s}".formatted(JsonString.of(text)).getBytes(StandardCharsets.UTF_8);
        byte[] head = "%s\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
                .formatted(PREDICTION_LINE, body.length)
                .getBytes(StandardCharsets.US_ASCII);
        byte[] bytes = new byte[head.length + body.length];
        System.arraycopy(head, 0, bytes, 0, head.length);
        System.arraycopy(body, 0, bytes, head.length, body.length);
        return new HttpRequest(PREDICTION_LINE, bytes);
    }
}
