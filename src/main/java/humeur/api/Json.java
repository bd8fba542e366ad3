package humeur.api;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/**
 * JSON as a stream: the fields appear in the order in which they are written, and the first answer need not wait for
 * Jackson to study any class.
 */
final class Json {
    private static final JsonFactory FACTORY = new ObjectMapper().getFactory();

    private Json() {}

    /** Writes one value into a generator. */
    @FunctionalInterface
    interface Content {
        void write(JsonGenerator json) throws IOException;
    }

    static String write(Content content) {
        StringWriter text = new StringWriter(512);
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            content.write(json);
        } catch (IOException e) {
            throw new UncheckedIOException("A StringWriter does not fail", e);
        }
        return text.toString();
    }

    /** An object whose fields the content writes. */
    static String object(Content fields) {
        return write(json -> {
            json.writeStartObject();
            fields.write(json);
            json.writeEndObject();
        });
    }

    static JsonParser parser(byte[] document) throws IOException {
        return FACTORY.createParser(document);
    }
}
