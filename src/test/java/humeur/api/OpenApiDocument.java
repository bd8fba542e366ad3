package humeur.api;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request.Method;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.SimpleValidationReportFormat;
import com.atlassian.oai.validator.report.ValidationReport;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Holds answers against the OpenAPI document that the service publishes. */
final class OpenApiDocument {
    /** The headers that are neither HTTP's own nor a browser's or a cache's: the validator lets undeclared ones pass. */
    private static final List<String> TOLD =
            List.of("Allow", "Humeur-Units", "Retry-After", "Server-Timing", "X-Request-Id");

    private final OpenApiInteractionValidator validator;
    private final JsonNode document;

    /** @param document in JSON or YAML */
    OpenApiDocument(String document) {
        this.validator = OpenApiInteractionValidator.createForInlineApiSpecification(document)
                .build();
        this.document = read(document);
    }

    /**
     * Fails unless the document says that the operation answers so.
     *
     * @param operation {@code METHOD /path}
     */
    void verify(String operation, int status, Map<String, String> headers, String body) {
        String[] parts = operation.split(" ", 2);
        SimpleResponse.Builder response = SimpleResponse.Builder.status(status).withBody(body);
        headers.forEach(response::withHeader);
        ValidationReport report = validator.validateResponse(parts[1], Method.valueOf(parts[0]), response.build());
        if (report.hasErrors()) {
            throw new AssertionError(SimpleValidationReportFormat.getInstance().apply(report));
        }
        JsonNode declared = response(parts[0], parts[1], status).path("headers");
        Set<String> sent = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        sent.addAll(headers.keySet());
        for (String name : TOLD) {
            if (sent.contains(name) && !declared.has(name)) {
                throw new AssertionError(
                        "%s answers %d with %s, which the document does not say".formatted(operation, status, name));
            }
        }
    }

    private JsonNode response(String method, String path, int status) {
        JsonNode response = document.path("paths")
                .path(path)
                .path(method.toLowerCase(Locale.ROOT))
                .path("responses")
                .path(String.valueOf(status));
        return response.has("$ref")
                ? document.at(response.get("$ref").textValue().substring(1))
                : response;
    }

    private static JsonNode read(String document) {
        try {
            return new ObjectMapper(new YAMLFactory()).readTree(document);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The document is neither JSON nor YAML", e);
        }
    }
}
