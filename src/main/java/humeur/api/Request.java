package humeur.api;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * An HTTP request, whoever received it.
 *
 * @param method in upper case
 * @param path absolute, without the query, as it was sent
 * @param contentType the header of that name
 * @param body empty when there is none; not copied, and not to be changed
 */
record Request(String method, String path, Optional<String> contentType, byte[] body) {
    Request {
        requireNonNull(method, "method is null");
        requireNonNull(path, "path is null");
        requireNonNull(contentType, "contentType is null");
        requireNonNull(body, "body is null");
    }
}
