package humeur.benchmark.http;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;

/**
 * An answer that has been read to its end.
 *
 * @param keepAlive whether the server lets the connection be used again
 * @param serverTiming the header {@code Server-Timing}; empty if there is none
 */
public record HttpAnswer(int status, boolean keepAlive, String serverTiming, byte[] body) {
    public HttpAnswer {
        requireNonNull(serverTiming, "serverTiming is null");
        requireNonNull(body, "body is null");
    }

    /** Whether these ASCII characters occur in the body; cheaper than {@link #text()}. */
    public boolean holds(String ascii) {
        for (int start = 0; start + ascii.length() <= body.length; start++) {
            if (holdsAt(start, ascii)) {
                return true;
            }
        }
        return false;
    }

    private boolean holdsAt(int start, String ascii) {
        for (int i = 0; i < ascii.length(); i++) {
            if (body[start + i] != ascii.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}
