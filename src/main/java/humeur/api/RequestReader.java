package humeur.api;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import humeur.api.PredictRequest.Invalid;
import humeur.api.PredictRequest.Item;
import humeur.api.PredictRequest.Text;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what is to be predicted. */
final class RequestReader extends ObjectReader<PredictRequest> {
    private static final String TEXT = "text";
    private static final String TEXTS = "texts";
    private static final String MODEL = "model";
    private static final String EXPLAIN = "explain";

    private final String itemsField;
    private List<Item> items = List.of();
    private boolean itemsSeen;
    private Optional<String> model = Optional.empty();
    private boolean explain;

    private RequestReader(String itemsField) {
        this.itemsField = itemsField;
    }

    /** Reads <code>{"text", "model"?, "explain"?}</code>. */
    static PredictRequest single(byte[] document) throws InvalidRequestException {
        return new RequestReader(TEXT).read(document);
    }

    /** Reads <code>{"texts": [1…100], "model"?, "explain"?}</code>. */
    static PredictRequest batch(byte[] document) throws InvalidRequestException {
        return new RequestReader(TEXTS).read(document);
    }

    @Override
    void field(String name, JsonToken value, JsonParser json) throws IOException {
        if (name.equals(itemsField)) {
            itemsSeen = true;
            items(value, json);
        } else if (name.equals(MODEL)) {
            model = optionalText(MODEL, value, json);
        } else if (name.equals(EXPLAIN)) {
            explain = truth(EXPLAIN, value);
        }
    }

    @Override
    void end() {
        if (!itemsSeen) {
            wrong(itemsField, Violation.missing(itemsField));
        }
    }

    @Override
    PredictRequest result() {
        return new PredictRequest(items, model, explain);
    }

    private void items(JsonToken value, JsonParser json) throws IOException {
        if (itemsField.equals(TEXT)) {
            if (value == JsonToken.VALUE_STRING) {
                items = List.of(new Text(json.getText()));
            } else {
                wrong(TEXT, Violation.notAString(TEXT));
            }
        } else if (value == JsonToken.START_ARRAY) {
            texts(json);
        } else {
            wrong(TEXTS, Violation.notAList(TEXTS));
        }
    }

    private void texts(JsonParser json) throws IOException {
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
            wrong(TEXTS, Violation.noItems(TEXTS));
        } else if (count > Violation.MAX_TEXTS) {
            wrong(TEXTS, Violation.tooManyItems(TEXTS, count));
        }
    }
}
