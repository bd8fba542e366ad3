package humeur.api;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Optional;

/** Reads <code>{"id", "label": 0|1, "text"?, "consent"?}</code>; without consent the text is forgotten here. */
final class FeedbackReader extends ObjectReader<FeedbackRequest> {
    private static final String ID = "id";
    private static final String LABEL = "label";
    private static final String TEXT = "text";
    private static final String CONSENT = "consent";

    private Optional<String> id = Optional.empty();
    private boolean idSeen;
    private int label;
    private boolean labelSeen;
    private Optional<String> text = Optional.empty();
    private boolean consent;

    private FeedbackReader() {}

    static FeedbackRequest feedback(byte[] document) throws InvalidRequestException {
        return new FeedbackReader().read(document);
    }

    @Override
    void field(String name, JsonToken value, JsonParser json) throws IOException {
        switch (name) {
            case ID -> id(value, json);
            case LABEL -> label(value, json);
            case TEXT -> text = optionalText(TEXT, value, json);
            case CONSENT -> consent = truth(CONSENT, value);
            default -> {}
        }
    }

    @Override
    void end() {
        if (!idSeen) {
            wrong(ID, Violation.missing(ID));
        }
        if (!labelSeen) {
            wrong(LABEL, Violation.missing(LABEL));
        }
    }

    @Override
    FeedbackRequest result() {
        return new FeedbackRequest(id.orElseThrow(), label, consent ? text : Optional.empty());
    }

    private void id(JsonToken value, JsonParser json) throws IOException {
        idSeen = true;
        id = Optional.empty();
        if (value == JsonToken.VALUE_STRING) {
            id = Optional.of(json.getText());
        } else {
            wrong(ID, Violation.notAString(ID));
        }
    }

    private void label(JsonToken value, JsonParser json) throws IOException {
        labelSeen = true;
        String number = value == JsonToken.VALUE_NUMBER_INT ? json.getText() : "";
        if (number.equals("0") || number.equals("1")) {
            label = number.equals("1") ? 1 : 0;
        } else {
            wrong(LABEL, Violation.notALabel(LABEL));
        }
    }
}
