package humeur.benchmark.http;

import java.io.IOException;

/** What came back over the connection is not an HTTP/1.x answer. */
public final class MalformedAnswerException extends IOException {
    MalformedAnswerException(String message) {
        super(message);
    }
}
