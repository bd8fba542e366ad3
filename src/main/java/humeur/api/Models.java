package humeur.api;

import humeur.onnx.OnnxModels;
import humeur.sentiment.ModelCatalog;
import humeur.sentiment.ModelException;
import humeur.sentiment.ModelSlot;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * The catalogue of models, read and opened on a thread of its own from before Quarkus starts. A request that needs it
 * waits; when it cannot be read, every such request is told so.
 */
final class Models {
    private static CompletableFuture<ModelCatalog> running;

    private final CompletableFuture<ModelCatalog> catalog;

    Models(CompletableFuture<ModelCatalog> catalog) {
        this.catalog = catalog;
    }

    /** Begins to read the catalogue of this installation and to open its default model, once in a process. */
    static synchronized Models begin() {
        if (running == null) {
            CompletableFuture<ModelCatalog> begun = new CompletableFuture<>();
            Thread thread = new Thread(() -> read(begun), "models");
            thread.setDaemon(true);
            thread.start();
            running = begun;
        }
        return new Models(running);
    }

    /**
     * The catalogue, waited for.
     *
     * @throws ModelException if it cannot be read
     */
    ModelCatalog catalog() {
        try {
            return catalog.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof ModelException known ? known : new ModelException(e.getMessage(), e);
        }
    }

    /**
     * A model by its name, or the default one.
     *
     * @throws ModelException if the catalogue cannot be read
     * @throws humeur.sentiment.UnknownModelException if there is none of that name
     */
    ModelSlot slot(Optional<String> name) {
        ModelCatalog known = catalog();
        return name.map(known::slot).orElseGet(known::defaultSlot);
    }

    /** The catalogue once it is read; completes with a {@link ModelException} if it cannot be. */
    CompletableFuture<ModelCatalog> known() {
        return catalog.copy();
    }

    /** The default model once it is open; completes with a {@link ModelException} if it cannot be. */
    CompletableFuture<ModelSlot> ready() {
        return catalog.thenCompose(known -> {
            ModelSlot slot = known.defaultSlot();
            return slot.opened().thenApply(model -> slot);
        });
    }

    private static void read(CompletableFuture<ModelCatalog> catalog) {
        try {
            Installation installation = Installation.find();
            OnnxModels factory = new OnnxModels(installation.libraries());
            catalog.complete(ModelCatalog.open(installation.models(), installation.defaultModel(), factory));
        } catch (RuntimeException e) {
            catalog.completeExceptionally(e);
        }
    }
}
