package humeur.api;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import humeur.api.PredictRequest.Invalid;
import humeur.api.PredictRequest.Item;
import humeur.api.PredictRequest.Text;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a request's document in one pass and with strict types: {@code 42} is not {@code "42"}, and nothing may follow the
 * document. Unknown fields are passed over; of a field that stands twice the last counts.
 */
final class RequestReader {
    private static final String TEXT = "text";
    private static final String TEXTS = "texts";
    private static final String MODEL = "model";
    private static final String EXPLAIN = "explain";

    private final JsonParser json;
    private final String itemsField;
    private final Map<String, Violation> violations = new LinkedHashMap<>();
    private List<Item> items = List.of();
    private boolean itemsSeen;
    private Optional<String> model = Optional.empty();
    private boolean explain;

    private RequestReader(JsonParser json, String itemsField) {
        this.json = json;
        this.itemsField = itemsField;
    }

    /** Reads <code>{"text", "model"?, "explain"?}</code>. */
    static PredictRequest single(byte[] document) throws InvalidRequestException {
        return read(document, TEXT);
    }

    /** Reads <code>{"texts": [1…100], "model"?, "explain"?}</code>. */
    static PredictRequest batch(byte[] document) throws InvalidRequestException {
        return read(document, TEXTS);
    }

    private static PredictRequest read(byte[] document, String itemsField) throws InvalidRequestException {
        if (document.length == 0) {
            throw refused(Violation.missingBody());
        }
        try (JsonParser json = Json.parser(document)) {
            return new RequestReader(json, itemsField).document();
        } catch (IOException e) {
            // Jackson looks at the first bytes for their encoding before there is a parser.
            throw refused(Violation.invalidJson(0, error(e)));
        }
    }

    private PredictRequest document() throws InvalidRequestException {
        try {
            value();
            if (json.nextToken() != null) {
                throw refused(Violation.invalidJson(json.currentTokenLocation().getByteOffset(), "Extra data"));
            }
        } catch (IOException e) {
            throw refused(Violation.invalidJson(offset(e), error(e)));
        }
        if (!violations.isEmpty()) {
            throw new InvalidRequestException(List.copyOf(violations.values()));
        }
        return new PredictRequest(items, model, explain);
    }

    private void value() throws IOException, InvalidRequestException {
        JsonToken first = json.nextToken();
        if (first == JsonToken.START_OBJECT) {
            fields();
        } else if (first == null) {
            throw refused(Violation.invalidJson(json.currentLocation().getByteOffset(), "Expecting value"));
        } else {
            json.skipChildren();
            json.finishToken();
            violations.put("", Violation.notAnObject());
        }
    }

    private void fields() throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            JsonToken value = json.nextToken();
            violations.remove(field);
            if (field.equals(itemsField)) {
                itemsSeen = true;
                items(value);
            } else if (field.equals(MODEL)) {
                model(value);
            } else if (field.equals(EXPLAIN)) {
                explain(value);
            }
            json.skipChildren();
        }
        if (!itemsSeen) {
            violations.put(itemsField, Violation.missing(itemsField));
        }
    }

    private void items(JsonToken value) throws IOException {
        if (itemsField.equals(TEXT)) {
            if (value == JsonToken.VALUE_STRING) {
                items = List.of(new Text(json.getText()));
            } else {
                violations.put(TEXT, Violation.notAString(TEXT));
            }
        } else if (value == JsonToken.START_ARRAY) {
            texts();
        } else {
            violations.put(TEXTS, Violation.notAList(TEXTS));
        }
    }

    private void texts() throws IOException {
        items = new ArrayList<>();
        int count = 0;
        for (JsonToken token = json.nextToken(); token != JsonToken.END_ARRAY; token = json.nextToken()) {
            if (count < Violation.MAX_TEXTS) {
                boolean text = token == JsonToken.VALUE_STRING;
                items.add(text ? new Text(json.getText()) : new Invalid(Violation.notAString(TEXTS, count)));
            }
            count++;
            json.skipChildren();
        }
        if (count == 0) {
            violations.put(TEXTS, Violation.noItems(TEXTS));
        } else if (count > Violation.MAX_TEXTS) {
            violations.put(TEXTS, Violation.tooManyItems(TEXTS, count));
        }
    }

    private void model(JsonToken value) throws IOException {
        if (value == JsonToken.VALUE_STRING) {
            model = Optional.of(json.getText());
        } else if (value == JsonToken.VALUE_NULL) {
            model = Optional.empty();
        } else {
            violations.put(MODEL, Violation.notAString(MODEL));
        }
    }

    private void explain(JsonToken value) {
        if (value == JsonToken.VALUE_TRUE || value == JsonToken.VALUE_FALSE) {
            explain = value == JsonToken.VALUE_TRUE;
        } else {
            violations.put(EXPLAIN, Violation.notABoolean(EXPLAIN));
        }
    }

    private static InvalidRequestException refused(Violation violation) {
        return new InvalidRequestException(List.of(violation));
    }

    private long offset(IOException e) {
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
