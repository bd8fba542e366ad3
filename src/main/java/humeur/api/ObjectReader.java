package humeur.api;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a document that has to be one JSON object, in one pass and with strict types: {@code 42} is not {@code "42"}, and
 * nothing may follow the document. Unknown fields are passed over; of a field that stands twice the last counts.
 *
 * @param <T> what is made of the object
 */
abstract class ObjectReader<T> {
    private final Map<String, Violation> violations = new LinkedHashMap<>();

    /** Reads the value of a field, which may be an unknown one; what is left of the value is passed over. */
    abstract void field(String name, JsonToken value, JsonParser json) throws IOException;

    /** All fields have been read. */
    abstract void end();

    /** What was read, if nothing is wrong with it. */
    abstract T result();

    final void wrong(String field, Violation violation) {
        violations.put(field, violation);
    }

    final T read(byte[] document) throws InvalidRequestException {
        if (document.length == 0) {
            throw refused(Violation.missingBody());
        }
        try (JsonParser json = Json.parser(document)) {
            document(json);
        } catch (IOException e) {
            // Jackson looks at the first bytes for their encoding before there is a parser.
            throw refused(Violation.invalidJson(0, error(e)));
        }
        if (!violations.isEmpty()) {
            throw new InvalidRequestException(List.copyOf(violations.values()));
        }
        return result();
    }

    /** A string, or nothing for {@code null}. */
    final Optional<String> optionalText(String name, JsonToken value, JsonParser json) throws IOException {
        if (value == JsonToken.VALUE_STRING) {
            return Optional.of(json.getText());
        }
        if (value != JsonToken.VALUE_NULL) {
            wrong(name, Violation.notAString(name));
        }
        return Optional.empty();
    }

    final boolean truth(String name, JsonToken value) {
        if (value != JsonToken.VALUE_TRUE && value != JsonToken.VALUE_FALSE) {
            wrong(name, Violation.notABoolean(name));
        }
        return value == JsonToken.VALUE_TRUE;
    }

    private void document(JsonParser json) throws InvalidRequestException {
        try {
            value(json);
            if (json.nextToken() != null) {
                throw refused(Violation.invalidJson(json.currentTokenLocation().getByteOffset(), "Extra data"));
            }
        } catch (IOException e) {
            throw refused(Violation.invalidJson(offset(json, e), error(e)));
        }
    }

    private void value(JsonParser json) throws IOException, InvalidRequestException {
        JsonToken first = json.nextToken();
        if (first == JsonToken.START_OBJECT) {
            fields(json);
        } else if (first == null) {
            throw refused(Violation.invalidJson(json.currentLocation().getByteOffset(), "Expecting value"));
        } else {
            json.skipChildren();
            json.finishToken();
            wrong("", Violation.notAnObject());
        }
    }

    private void fields(JsonParser json) throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            violations.remove(name);
            field(name, value, json);
            json.skipChildren();
        }
        end();
    }

    private static InvalidRequestException refused(Violation violation) {
        return new InvalidRequestException(List.of(violation));
    }

    private static long offset(JsonParser json, IOException e) {
        boolean located = e instanceof JsonProcessingException processing && processing.getLocation() != null;
        JsonLocation location = located ? ((JsonProcessingException) e).getLocation() : json.currentLocation();
        return Math.max(0, location.getByteOffset());
    }

    /** Jackson's own messages quote the document, and no answer may. */
    private static String error(IOException e) {
        if (e instanceof JsonEOFException) {
            return "Unexpected end of the document";
        }
        if (e instanceof StreamConstraintsException) {
            return "Nested too deeply, or a name or number that is too long";
        }
        return e instanceof JsonProcessingException ? "Invalid syntax" : "Not UTF-8";
    }
}
