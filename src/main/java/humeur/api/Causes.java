package humeur.api;

import java.util.concurrent.CompletionException;

/** Looks behind the wrapper that a {@link java.util.concurrent.CompletableFuture} puts around a failure. */
final class Causes {
    private Causes() {}

    static Throwable first(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }
}
