package humeur.api;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request.Method;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.SimpleValidationReportFormat;
import com.atlassian.oai.validator.report.ValidationReport;
import java.util.Map;

/** Holds answers against the OpenAPI document that the service publishes. */
final class OpenApiDocument {
    private final OpenApiInteractionValidator validator;

    OpenApiDocument(String document) {
        this.validator = OpenApiInteractionValidator.createForInlineApiSpecification(document)
                .build();
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
    }
}
