package humeur.api;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One entry of a 422's {@code detail}, with the names that FastAPI (Pydantic 2) uses. Never holds the input.
 *
 * @param type the kind of error, for example {@code missing}
 * @param loc where in the request: strings for names, integers for positions
 * @param msg the same for every error of the type but for numbers
 * @param ctx further facts, often none
 */
record Violation(String type, List<Object> loc, String msg, Map<String, Object> ctx) {
    static final int MAX_TEXTS = 100;

    private static final String BODY = "body";

    Violation {
        loc = List.copyOf(loc);
        ctx = Collections.unmodifiableSortedMap(new TreeMap<>(ctx));
    }

    static Violation missingBody() {
        return new Violation("missing", List.of(BODY), "Field required", Map.of());
    }

    static Violation missing(String field) {
        return new Violation("missing", List.of(BODY, field), "Field required", Map.of());
    }

    static Violation invalidJson(long offset, String error) {
        return new Violation("json_invalid", List.of(BODY, offset), "JSON decode error", Map.of("error", error));
    }

    static Violation notAnObject() {
        return new Violation(
                "model_attributes_type",
                List.of(BODY),
                "Input should be a valid dictionary or object to extract fields from",
                Map.of());
    }

    static Violation notAString(Object... path) {
        return of("string_type", "Input should be a valid string", path);
    }

    static Violation notALabel(String field) {
        return new Violation(
                "literal_error", List.of(BODY, field), "Input should be 0 or 1", Map.of("expected", "0 or 1"));
    }

    static Violation notABoolean(String field) {
        return of("bool_type", "Input should be a valid boolean", field);
    }

    static Violation notAList(String field) {
        return of("list_type", "Input should be a valid list", field);
    }

    static Violation noItems(String field) {
        return new Violation(
                "too_short",
                List.of(BODY, field),
                "List should have at least 1 item after validation, not 0",
                Map.of("field_type", "List", "min_length", 1, "actual_length", 0));
    }

    static Violation tooManyItems(String field, int items) {
        return new Violation(
                "too_long",
                List.of(BODY, field),
                "List should have at most %d items after validation, not %d".formatted(MAX_TEXTS, items),
                Map.of("field_type", "List", "max_length", MAX_TEXTS, "actual_length", items));
    }

    void write(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("type", type);
        json.writeArrayFieldStart("loc");
        for (Object step : loc) {
            json.writeObject(step);
        }
        json.writeEndArray();
        json.writeStringField("msg", msg);
        if (!ctx.isEmpty()) {
            json.writeObjectField("ctx", ctx);
        }
        json.writeEndObject();
    }

    private static Violation of(String type, String msg, Object... path) {
        Object[] loc = new Object[path.length + 1];
        loc[0] = BODY;
        System.arraycopy(path, 0, loc, 1, path.length);
        return new Violation(type, List.of(loc), msg, Map.of());
    }
}
