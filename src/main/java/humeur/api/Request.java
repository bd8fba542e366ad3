package humeur.api;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * An HTTP request, whoever received it.
 *
 * @param method in upper case
 * @param path absolute, without the query, as it was sent
 * @param headers the headers that were sent
 * @param abandoned whether the caller has gone meanwhile
 * @param body empty when there is none; not copied, and not to be changed
 */
record Request(String method, String path, Headers headers, BooleanSupplier abandoned, byte[] body) {
    Request {
        requireNonNull(method, "method is null");
        requireNonNull(path, "path is null");
        requireNonNull(headers, "headers is null");
        requireNonNull(abandoned, "abandoned is null");
        requireNonNull(body, "body is null");
    }

    /** The headers of a request, by names whose case does not matter. */
    @FunctionalInterface
    interface Headers {
        Optional<String> first(String name);
    }
}
