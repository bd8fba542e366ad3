package humeur.benchmark.http;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** Reads HTTP/1.1 messages (RFC 9112): a length, chunks, or everything up to the end of the stream. */
public final class MessageReader {
    private static final int LONGEST_LINE = 16 * 1024;
    private static final String VERSION = "HTTP/1.";

    private final InputStream input;
    private final StringBuilder line = new StringBuilder(128);
    private String serverTiming = "";

    public MessageReader(InputStream input) {
        this.input = new SingleThreadBuffer(input);
    }

    /** @throws MalformedAnswerException if what comes is not an HTTP/1.x answer */
    public HttpAnswer answer() throws IOException {
        String status = line();
        if (!status.startsWith(VERSION) || status.length() < 12) {
            throw new MalformedAnswerException("not an HTTP/1.x status line: " + shortened(status));
        }
        int code = number(status.substring(9, 12), 10);
        Framing framing = framing(status.startsWith(VERSION + "1"));
        return new HttpAnswer(code, framing.keepAlive(), serverTiming, body(framing));
    }

    /** Reads one request with a known length and forgets it; false if the caller has hung up instead. */
    public boolean skipRequest() throws IOException {
        try {
            line();
        } catch (EOFException e) {
            return false;
        }
        input.skipNBytes(framing(true).length());
        return true;
    }

    private Framing framing(boolean keepAlive) throws IOException {
        Framing framing = Framing.initial(keepAlive);
        serverTiming = "";
        for (String field = line(); !field.isEmpty(); field = line()) {
            int colon = field.indexOf(':');
            if (colon < 0) {
                throw new MalformedAnswerException("not a header field: " + shortened(field));
            }
            String name = field.substring(0, colon);
            String value = field.substring(colon + 1).strip();
            if (name.equalsIgnoreCase("content-length")) {
                framing = framing.withLength(number(value, 10));
            } else if (name.equalsIgnoreCase("transfer-encoding")) {
                framing = framing.withChunks();
            } else if (name.equalsIgnoreCase("connection")) {
                framing = framing.withKeepAlive(value.equalsIgnoreCase("keep-alive"));
            } else if (name.equalsIgnoreCase("server-timing")) {
                serverTiming = value;
            }
        }
        return framing;
    }

    private byte[] body(Framing framing) throws IOException {
        if (framing.chunked()) {
            return chunks();
        }
        if (!framing.keepAlive() && framing.length() == 0) {
            return input.readAllBytes();
        }
        return exactly(framing.length());
    }

    private byte[] chunks() throws IOException {
        var body = new ByteArrayOutputStream();
        for (int size = number(line(), 16); size > 0; size = number(line(), 16)) {
            body.write(exactly(size));
            line();
        }
        line();
        return body.toByteArray();
    }

    private byte[] exactly(int length) throws IOException {
        byte[] bytes = input.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("the answer ends after %d of %d bytes".formatted(bytes.length, length));
        }
        return bytes;
    }

    private String line() throws IOException {
        line.setLength(0);
        for (int c = input.read(); c != '\n'; c = input.read()) {
            if (c < 0) {
                throw new EOFException("the connection was closed in the middle of a message");
            }
            if (line.length() == LONGEST_LINE) {
                throw new MalformedAnswerException("a line without an end: " + shortened(line.toString()));
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    private static int number(String text, int radix) throws MalformedAnswerException {
        try {
            return Integer.parseUnsignedInt(text.strip(), radix);
        } catch (NumberFormatException e) {
            throw new MalformedAnswerException("not a number: " + shortened(text));
        }
    }

    private static String shortened(String text) {
        return text.length() <= 80 ? text : text.substring(0, 80) + "…";
    }
}
