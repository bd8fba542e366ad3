package humeur.api;

import static humeur.api.ContractCase.batch;
import static humeur.api.ContractCase.get;
import static humeur.api.ContractCase.of;
import static humeur.api.ContractCase.predict;

import humeur.feedback.FeedbackSettings;
import humeur.feedback.IssuedIds;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** The contract as a table: what is sent, and what comes back to the letter. */
final class ContractCases {
    static final int MAX_BODY = 1 << 20;

    private static final String KEY = "a key for tests only";
    private static final UUID NOT_ISSUED = UUID.fromString("019a0b1c-2d3e-7f40-8123-456789abcdef");
    private static final UUID ISSUED =
            new IssuedIds(new FeedbackSettings(Optional.of(Path.of("none")), Optional.of(KEY), 0)).issue(NOT_ISSUED);

    private static final String EMPTY = "{\"detail\": \"Le texte ne peut pas être vide.\"}";
    private static final String NUMBER = "{\"detail\": \"Le texte ne peut pas être un nombre.\"}";
    private static final String NO_TEXT = violation("missing", "\"body\", \"text\"", "Field required");
    private static final String NOT_A_STRING =
            violation("string_type", "\"body\", \"text\"", "Input should be a valid string");
    private static final String NOT_AN_OBJECT = violation(
            "model_attributes_type", "\"body\"", "Input should be a valid dictionary or object to extract fields from");

    private ContractCases() {}

    static Stream<ContractCase> all() {
        return Stream.of(predictions(), noTexts(), documents(), batches(), models(), feedback(), transport())
                .flatMap(List::stream);
    }

    /** Answers of 200; the schema gives their shape, {@link HttpContract.Predicting} their content. */
    static List<ContractCase> predictions() {
        return List.of(
                predict("a tweet", "{\"text\": \"@bob I loved it http://t.co/x\"}"),
                of("without the slash", "POST", "/predict", "{\"text\": \"I loved it\"}"),
                predict("explained", "{\"text\": \"not bad at all\", \"explain\": true}"),
                predict("a named model", "{\"text\": \"I loved it\", \"model\": \"logistic-regression\"}"),
                predict("a named version", "{\"text\": \"I loved it\", \"model\": \"logistic-regression@1.0.0\"}"),
                predict("BERT", "{\"text\": \"I loved it\", \"model\": \"bert\"}"),
                predict("BERT, cut off", "{\"text\": \"" + "good ".repeat(200) + "\", \"model\": \"bert@1.1.0\"}"),
                predict("no model named", "{\"text\": \"I loved it\", \"model\": null}"),
                predict("an unknown field", "{\"text\": \"I loved it\", \"lang\": {\"a\": [1, null]}}"),
                predict("a field twice", "{\"text\": 1, \"text\": \"I loved it\"}"),
                predict("a number among words", "{\"text\": \"42 times\"}"),
                predict("a date", "{\"text\": \"12/05\"}"),
                predict("only a sign", "{\"text\": \"-\"}"),
                predict("only points", "{\"text\": \"...\"}"),
                predict("emoji", "{\"text\": \"😀😀 so happy 👍🏽\"}"),
                predict("an unknown emoji alone", "{\"text\": \"🦖\"}"),
                predict("NUL", "{\"text\": \"a\\u0000b\"}"),
                predict("a lone surrogate", "{\"text\": \"a\\ud800b\"}"),
                predict("Chinese", "{\"text\": \"我爱这部电影\"}"),
                predict("Arabic", "{\"text\": \"أحب هذا الفيلم\"}"),
                predict("100,000 characters", "{\"text\": \"" + "good ".repeat(20_000) + "\"}"),
                predict("a byte order mark", "\uFEFF{\"text\": \"I loved it\"}"),
                predict("a charset", "{\"text\": \"I loved it\"}")
                        .sending(Map.of("Content-Type", "application/json; charset=utf-8")),
                predict("a JSON subtype", "{\"text\": \"I loved it\"}")
                        .sending(Map.of("Content-Type", "application/ld+json")),
                of("a query", "POST", "/predict?x=1", "{\"text\": \"I loved it\"}")
                        .documentedAs("POST /predict"));
    }

    /** Texts that are none. */
    static List<ContractCase> noTexts() {
        return List.of(
                predict("empty", "{\"text\": \"\"}").refused(400, EMPTY),
                predict("spaces", "{\"text\": \"   \"}").refused(400, EMPTY),
                predict("line ends", "{\"text\": \"\\n\\t\\r\"}").refused(400, EMPTY),
                predict("a no-break space", "{\"text\": \"\\u00a0\\u2003\\u3000\"}")
                        .refused(400, EMPTY),
                predict("an integer", "{\"text\": \"123\"}").refused(400, NUMBER),
                predict("a decimal", "{\"text\": \" -3.14 \"}").refused(400, NUMBER),
                predict("a French decimal", "{\"text\": \"+3,14\"}").refused(400, NUMBER),
                predict("separators", "{\"text\": \"1,234,567.89\"}").refused(400, NUMBER),
                predict("Arabic digits", "{\"text\": \"٤٢\"}").refused(400, NUMBER));
    }

    /** Documents of the wrong shape. */
    static List<ContractCase> documents() {
        return List.of(
                predict("no body", "").refused(422, violation("missing", "\"body\"", "Field required")),
                predict("no text", "{}").refused(422, NO_TEXT),
                predict("another name", "{\"texte\": \"I loved it\"}").refused(422, NO_TEXT),
                predict("null", "{\"text\": null}").refused(422, NOT_A_STRING),
                predict("a JSON number", "{\"text\": 42}").refused(422, NOT_A_STRING),
                predict("a JSON list", "{\"text\": [\"I loved it\"]}").refused(422, NOT_A_STRING),
                predict("a JSON object", "{\"text\": {\"text\": \"I loved it\"}}")
                        .refused(422, NOT_A_STRING),
                predict("a list for an object", "[{\"text\": \"I loved it\"}]").refused(422, NOT_AN_OBJECT),
                predict("a string for an object", "\"I loved it\"").refused(422, NOT_AN_OBJECT),
                predict("a model that is no name", "{\"text\": \"a\", \"model\": 1}")
                        .refused(
                                422, violation("string_type", "\"body\", \"model\"", "Input should be a valid string")),
                predict("explain that is no boolean", "{\"text\": \"a\", \"explain\": \"yes\"}")
                        .refused(
                                422,
                                violation("bool_type", "\"body\", \"explain\"", "Input should be a valid boolean")),
                predict("only white space", "  ").refused(422, invalidJson(2, "Expecting value")),
                predict("no JSON", "text=secret").refused(422, invalidJson(0, "Invalid syntax")),
                predict("cut off", "{\"text\": \"secret")
                        .refused(422, invalidJson(16, "Unexpected end of the document")),
                predict("something behind", "{\"text\": \"a\"} [secret]").refused(422, invalidJson(14, "Extra data")),
                predict("a second document", "{\"text\": \"a\"}{}").refused(422, invalidJson(13, "Extra data")),
                predict("too deep", "{\"x\": " + "[".repeat(2_000) + "}")
                        .refused(422, invalidJson(1006, "Nested too deeply, or a name or number that is too long")));
    }

    static List<ContractCase> batches() {
        return List.of(
                batch("two texts", "{\"texts\": [\"I loved it\", \"I hated it\"]}"),
                batch("a hundred texts", "{\"texts\": [" + "\"good\", ".repeat(99) + "\"bad\"]}"),
                batch("good and bad ones", "{\"texts\": [\"I loved it\", \"\", 7, \"12\", null], \"explain\": true}"),
                batch("only bad ones", "{\"texts\": [\"\", 7]}").refused(200, """
                        {"results": [
                          {"error": {"status": 400, "detail": "Le texte ne peut pas être vide."}},
                          {"error": {"status": 422, "detail": [{"type": "string_type", "loc": ["body", "texts", 1],
                            "msg": "Input should be a valid string"}]}}],
                         "units": 0}"""),
                batch("no texts", "{}").refused(422, violation("missing", "\"body\", \"texts\"", "Field required")),
                batch("a text for texts", "{\"texts\": \"I loved it\"}")
                        .refused(422, violation("list_type", "\"body\", \"texts\"", "Input should be a valid list")),
                batch("an empty list", "{\"texts\": []}").refused(422, """
                        {"detail": [{"type": "too_short", "loc": ["body", "texts"],
                          "msg": "List should have at least 1 item after validation, not 0",
                          "ctx": {"field_type": "List", "min_length": 1, "actual_length": 0}}]}"""),
                batch("a hundred and one texts", "{\"texts\": [" + "\"good\", ".repeat(100) + "\"bad\"]}")
                        .refused(422, """
                        {"detail": [{"type": "too_long", "loc": ["body", "texts"],
                          "msg": "List should have at most 100 items after validation, not 101",
                          "ctx": {"field_type": "List", "max_length": 100, "actual_length": 101}}]}"""),
                batch("an unknown model", "{\"texts\": [\"a\"], \"model\": \"nope\"}")
                        .problem(404, "unknown-model", "There is no such model", UNKNOWN_MODEL, MODELS));
    }

    private static final String UNKNOWN_MODEL = "The models that there are stand in \\\"models\\\".";
    private static final String MODELS = "\"models\": [\"bert\", \"logistic-regression\"]";

    static List<ContractCase> models() {
        return List.of(
                get("the service", "/"),
                get("the contract", "/openapi.json").documentedAs("GET /openapi.json"),
                notAllowed(of("POST to the contract", "POST", "/openapi.json", "{}"), "GET, HEAD"),
                get("the last hour", "/stats").documentedAs("GET /stats"),
                notAllowed(of("DELETE of the last hour", "DELETE", "/stats", ""), "GET, HEAD"),
                notFound(get("a file that the page has not", "/page/0/nope.js")),
                get("all models", "/models"),
                get("one model", "/models/logistic-regression").documentedAs("GET /models/{name}"),
                get("another model", "/models/bert").documentedAs("GET /models/{name}"),
                get("one version", "/models/logistic-regression@1.0.0").documentedAs("GET /models/{name}"),
                get("an escaped version", "/models/logistic-regression%401.0.0").documentedAs("GET /models/{name}"),
                get("an unknown model", "/models/nope")
                        .documentedAs("GET /models/{name}")
                        .problem(404, "unknown-model", "There is no such model", UNKNOWN_MODEL, MODELS),
                get("an unknown version", "/models/logistic-regression@0.0.1")
                        .documentedAs("GET /models/{name}")
                        .problem(404, "unknown-model", "There is no such model", UNKNOWN_MODEL, MODELS),
                predict("a prediction of an unknown model", "{\"text\": \"a\", \"model\": \"nope\"}")
                        .problem(404, "unknown-model", "There is no such model", UNKNOWN_MODEL, MODELS));
    }

    static List<ContractCase> feedback() {
        String labelled = "{\"id\": \"%s\", \"label\": %s%s}";
        String kept = "{\"id\": \"%s\", \"label\": %d}";
        return List.of(
                feedback("feedback", labelled.formatted(ISSUED, 1, "")).refused(200, kept.formatted(ISSUED, 1)),
                feedback("a second thought", labelled.formatted(ISSUED, 0, "")).refused(200, kept.formatted(ISSUED, 0)),
                feedback(
                                "an id in capitals",
                                labelled.formatted(ISSUED.toString().toUpperCase(Locale.ROOT), 1, ""))
                        .refused(200, kept.formatted(ISSUED, 1)),
                feedback(
                                "a text with consent",
                                labelled.formatted(ISSUED, 1, ", \"text\": \"I \\ud800 it\\n\", \"consent\": true"))
                        .refused(200, kept.formatted(ISSUED, 1)),
                feedback("a text without consent", labelled.formatted(ISSUED, 1, ", \"text\": \"I loved it\""))
                        .refused(200, kept.formatted(ISSUED, 1)),
                feedback("no text", labelled.formatted(ISSUED, 1, ", \"text\": null, \"more\": []"))
                        .refused(200, kept.formatted(ISSUED, 1)),
                unknownId(feedback("an id that was not issued", labelled.formatted(NOT_ISSUED, 1, ""))),
                unknownId(feedback("an id that is no UUID", labelled.formatted("1-1-1-1-1", 1, ""))),
                unknownId(feedback("an empty id", labelled.formatted("", 1, ""))),
                feedback("feedback without id and label", "{}").refused(422, """
                        {"detail": [{"type": "missing", "loc": ["body", "id"], "msg": "Field required"},
                          {"type": "missing", "loc": ["body", "label"], "msg": "Field required"}]}"""),
                feedback("an id of the wrong type", "{\"id\": 1, \"label\": 1}")
                        .refused(422, violation("string_type", "\"body\", \"id\"", "Input should be a valid string")),
                notALabel("another label", labelled.formatted(ISSUED, 2, "")),
                notALabel("a label as text", labelled.formatted(ISSUED, "\"1\"", "")),
                notALabel("a label as decimal", labelled.formatted(ISSUED, "1.0", "")),
                notALabel("a label as boolean", labelled.formatted(ISSUED, "true", "")),
                notALabel("a label that is null", labelled.formatted(ISSUED, "null", "")),
                notALabel("a huge label", labelled.formatted(ISSUED, "1".repeat(500), "")),
                feedback("a feedback's text of the wrong type", labelled.formatted(ISSUED, 1, ", \"text\": 1"))
                        .refused(422, violation("string_type", "\"body\", \"text\"", "Input should be a valid string")),
                feedback("consent of the wrong type", labelled.formatted(ISSUED, 1, ", \"consent\": \"yes\""))
                        .refused(
                                422,
                                violation("bool_type", "\"body\", \"consent\"", "Input should be a valid boolean")),
                feedback("feedback that is a list", "[]").refused(422, NOT_AN_OBJECT),
                feedback("feedback that is cut off", "{\"id\": \"secret")
                        .refused(422, invalidJson(14, "Unexpected end of the document")),
                feedback("no feedback", "").refused(422, violation("missing", "\"body\"", "Field required")),
                unsupported(feedback("feedback as a form", "label=1").sending(Map.of("Content-Type", "text/plain"))),
                tooLarge(feedback("feedback that is too large", padded(MAX_BODY + 1))),
                notAllowed(of("GET of feedback", "GET", "/feedback", ""), "POST"),
                notFound(of("feedback with a slash", "POST", "/feedback/", "{}")));
    }

    private static ContractCase feedback(String name, String body) {
        return of(name, "POST", "/feedback", body);
    }

    private static ContractCase unknownId(ContractCase request) {
        return request.problem(
                404,
                "unknown-id",
                "There is no prediction with this id",
                "Send the \\\"id\\\" of a prediction that this service has answered.",
                "");
    }

    private static ContractCase notALabel(String name, String body) {
        return feedback(name, body).refused(422, """
                {"detail": [{"type": "literal_error", "loc": ["body", "label"], "msg": "Input should be 0 or 1",
                  "ctx": {"expected": "0 or 1"}}]}""");
    }

    /** What is wrong with a request before anyone looks at its document. */
    static List<ContractCase> transport() {
        return List.of(
                notFound(get("an unknown path", "/nope")),
                notFound(get("a function's internal name", "/predict-batch")),
                notFound(of("a path in capitals", "POST", "/PREDICT", "{\"text\": \"a\"}")),
                notFound(of("a batch with a slash", "POST", "/predict/batch/", "{\"texts\": [\"a\"]}")),
                notAllowed(get("GET of a prediction", "/predict/"), "POST"),
                notAllowed(of("PUT of a prediction", "PUT", "/predict", "{\"text\": \"a\"}"), "POST"),
                notAllowed(of("DELETE of a batch", "DELETE", "/predict/batch", ""), "POST"),
                notAllowed(of("POST to the models", "POST", "/models", "{}"), "GET, HEAD"),
                notAllowed(of("PATCH of the root", "PATCH", "/", "{}"), "GET, HEAD"),
                unsupported(predict("plain text", "{\"text\": \"a\"}").sending(Map.of("Content-Type", "text/plain"))),
                unsupported(predict("XML", "<text>a</text>").sending(Map.of("Content-Type", "application/xml"))),
                predict("the largest body", padded(MAX_BODY)),
                tooLarge(predict("one byte more", padded(MAX_BODY + 1))));
    }

    private static ContractCase tooLarge(ContractCase request) {
        return request.problem(
                413,
                "body-too-large",
                "The body is too large",
                "A body may have at most 1048576 bytes.",
                "\"limit\": 1048576");
    }

    private static ContractCase notFound(ContractCase request) {
        return request.documentedAs("")
                .problem(
                        404,
                        "not-found",
                        "There is nothing at this path",
                        "See /openapi.json for the paths that there are.",
                        "");
    }

    private static ContractCase notAllowed(ContractCase request, String allowed) {
        String documented = (allowed.equals("POST") ? "POST " : "GET ") + request.path();
        return request.documentedAs(documented)
                .problem(
                        405,
                        "method-not-allowed",
                        "This path does not take the method",
                        "Use " + allowed + " here.",
                        "");
    }

    private static ContractCase unsupported(ContractCase request) {
        return request.problem(
                415,
                "unsupported-media-type",
                "The body has to be JSON",
                "Send the header Content-Type: application/json.",
                "");
    }

    private static String padded(int bytes) {
        String document = "{\"text\": \"I loved it\"}";
        return document + " ".repeat(bytes - document.length());
    }

    private static String violation(String type, String loc, String msg) {
        return "{\"detail\": [{\"type\": \"%s\", \"loc\": [%s], \"msg\": \"%s\"}]}".formatted(type, loc, msg);
    }

    private static String invalidJson(int offset, String error) {
        return """
                {"detail": [{"type": "json_invalid", "loc": ["body", %d], "msg": "JSON decode error",
                  "ctx": {"error": "%s"}}]}""".formatted(offset, error);
    }
}
