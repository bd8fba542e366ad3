package humeur.feedback;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.zip.CRC32C;

/**
 * Feedback as a line of a file: a JSON object whose last member is the CRC-32C of the bytes before that member, so that a
 * line that was not written to its end is known from a whole one.
 */
final class FeedbackLine {
    private static final JsonFactory JSON = new JsonFactory();
    private static final byte[] CHECKSUM = ",\"crc32c\":\"".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] END = "\"}\n".getBytes(StandardCharsets.US_ASCII);
    private static final int DIGITS = 8;
    private static final int TAIL = CHECKSUM.length + DIGITS + END.length;

    private FeedbackLine() {}

    static byte[] of(Feedback feedback) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("id", feedback.id().toString());
            json.writeNumberField("label", feedback.label());
            json.writeStringField("at", feedback.at().toString());
            if (feedback.text().isPresent()) {
                json.writeStringField("text", whole(feedback.text().get()));
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("A StringWriter does not fail", e);
        }
        text.getBuffer().setLength(text.getBuffer().length() - 1);
        byte[] content = text.toString().getBytes(StandardCharsets.UTF_8);
        CRC32C checksum = new CRC32C();
        checksum.update(content);
        String tail = new String(CHECKSUM, StandardCharsets.US_ASCII)
                + HexFormat.of().toHexDigits((int) checksum.getValue())
                + new String(END, StandardCharsets.US_ASCII);
        byte[] line = new byte[content.length + TAIL];
        System.arraycopy(content, 0, line, 0, content.length);
        System.arraycopy(tail.getBytes(StandardCharsets.US_ASCII), 0, line, content.length, TAIL);
        return line;
    }

    /** Whether the bytes, the line's end included, are as {@link #of} made them. */
    static boolean isWhole(byte[] line, int length) {
        int content = length - TAIL;
        if (content < 1) {
            return false;
        }
        CRC32C checksum = new CRC32C();
        checksum.update(line, 0, content);
        String expected = new String(CHECKSUM, StandardCharsets.US_ASCII)
                + HexFormat.of().toHexDigits((int) checksum.getValue())
                + new String(END, StandardCharsets.US_ASCII);
        return new String(line, content, TAIL, StandardCharsets.ISO_8859_1).equals(expected);
    }

    /** A surrogate without its other half has no form in UTF-8. */
    private static String whole(String text) {
        int[] codePoints = text.codePoints()
                .map(codePoint -> codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE
                        ? 0xFFFD
                        : codePoint)
                .toArray();
        return new String(codePoints, 0, codePoints.length);
    }
}
