package humeur.api;

import java.util.Map;

/**
 * One exchange of the contract.
 *
 * @param name what it shows
 * @param path as it is sent
 * @param operation the documented operation whose answers it has to match, {@code METHOD /path}
 * @param headers of the request
 * @param status expected
 * @param contentType expected, without parameters
 * @param answer the expected JSON document; empty where only the document's schema is given
 */
record ContractCase(
        String name,
        String method,
        String path,
        String operation,
        Map<String, String> headers,
        String body,
        int status,
        String contentType,
        String answer) {
    static final String JSON = "application/json";
    static final String PROBLEM = "application/problem+json";

    static ContractCase of(String name, String method, String path, String body) {
        String operation = (path.equals("/") || path.startsWith("/models") ? "GET " : "POST ") + path;
        return new ContractCase(name, method, path, operation, Map.of("Content-Type", JSON), body, 200, JSON, "");
    }

    static ContractCase get(String name, String path) {
        return of(name, "GET", path, "").sending(Map.of());
    }

    static ContractCase predict(String name, String body) {
        return of(name, "POST", "/predict/", body);
    }

    static ContractCase batch(String name, String body) {
        return of(name, "POST", "/predict/batch", body);
    }

    ContractCase sending(Map<String, String> newHeaders) {
        return new ContractCase(name, method, path, operation, newHeaders, body, status, contentType, answer);
    }

    ContractCase documentedAs(String newOperation) {
        return new ContractCase(name, method, path, newOperation, headers, body, status, contentType, answer);
    }

    /** A refusal with exactly this document. */
    ContractCase refused(int newStatus, String newAnswer) {
        return new ContractCase(name, method, path, operation, headers, body, newStatus, JSON, newAnswer);
    }

    /** A refusal with these members beside {@code status}. */
    ContractCase problem(int newStatus, String type, String title, String detail, String extension) {
        String document = "{\"type\": \"/problems/%s\", \"title\": \"%s\", \"status\": %d, \"detail\": \"%s\"%s}"
                .formatted(type, title, newStatus, detail, extension.isEmpty() ? "" : ", " + extension);
        return new ContractCase(name, method, path, operation, headers, body, newStatus, PROBLEM, document);
    }

    @Override
    public String toString() {
        return name;
    }
}
