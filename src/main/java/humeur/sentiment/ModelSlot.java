package humeur.sentiment;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A model of the catalogue and its one opening.
 *
 * <p>The SHA-256 of each of its files is computed on a second thread while the runtime loads and opens the graph; only when
 * they are the manifest's own does the model become available. A model that could not be opened stays closed until the next
 * start.
 */
public final class ModelSlot {
    private final Path folder;
    private final Manifest manifest;
    private final ModelFactory factory;
    private final AtomicBoolean begun = new AtomicBoolean();
    private final CompletableFuture<SentimentModel> model = new CompletableFuture<>();
    private volatile Optional<Opening> opening = Optional.empty();

    ModelSlot(Path folder, Manifest manifest, ModelFactory factory) {
        this.folder = folder;
        this.manifest = manifest;
        this.factory = factory;
    }

    public Manifest manifest() {
        return manifest;
    }

    /** How long the opening took; empty until the model is open. */
    public Optional<Opening> opening() {
        return opening;
    }

    /** The model once it is open; completes with a {@link ModelException} if it cannot be. Does not begin the opening. */
    public CompletableFuture<SentimentModel> opened() {
        return model.copy();
    }

    /**
     * The open model; opens it first, or waits while another thread does.
     *
     * @throws ModelException if it cannot be opened
     */
    public SentimentModel model() {
        begin();
        try {
            return model.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof ModelException known ? known : new ModelException(e.getMessage(), e);
        }
    }

    /** Begins to open the model on a thread of its own; does nothing if that has happened. */
    void begin() {
        if (begun.compareAndSet(false, true)) {
            start("open-" + manifest.name(), this::open);
        }
    }

    private void open() {
        CompletableFuture<Void> verified = new CompletableFuture<>();
        start("verify-" + manifest.name(), () -> verify(verified));
        long begin = System.nanoTime();
        try {
            SentimentModel opened = factory.open(folder, manifest);
            long graph = System.nanoTime();
            try {
                verified.join();
                opening = Optional.of(
                        new Opening(Duration.ofNanos(graph - begin), Duration.ofNanos(System.nanoTime() - graph)));
                model.complete(opened);
            } catch (RuntimeException e) {
                opened.close();
                throw e;
            }
        } catch (CompletionException e) {
            model.completeExceptionally(e.getCause());
        } catch (Throwable e) { // Whatever it is, those who wait for the model have to hear of it.
            model.completeExceptionally(reason(e, verified));
        }
    }

    private void verify(CompletableFuture<Void> verified) {
        try {
            manifest.files().forEach(this::verify);
            verified.complete(null);
        } catch (Throwable e) { // The thread that opens the model waits for this one.
            verified.completeExceptionally(e instanceof ModelException ? e : unexpected(e));
        }
    }

    private void verify(ModelFile expected) {
        Path file = folder.resolve(expected.name());
        String actual = sha256(file);
        if (!actual.equals(expected.sha256())) {
            throw new ModelException(
                    "%s has SHA-256 %s, but its manifest %s says %s; restore both from the same release"
                            .formatted(file, actual, folder.resolve(ManifestReader.MANIFEST), expected.sha256()));
        }
    }

    private static String sha256(Path file) {
        try {
            return Fingerprint.sha256(file);
        } catch (NoSuchFileException e) {
            throw new ModelException(file + " is missing; restore it from the release", e);
        } catch (IOException e) {
            throw new ModelException("%s cannot be read (%s)".formatted(file, e), e);
        }
    }

    /** A file that is not the manifest's says more than what the runtime makes of it. */
    private Throwable reason(Throwable failure, CompletableFuture<Void> verified) {
        return verified.handle((nothing, changed) -> {
                    if (changed != null) {
                        changed.addSuppressed(failure);
                        return changed;
                    }
                    return failure instanceof ModelException ? failure : unexpected(failure);
                })
                .join();
    }

    private ModelException unexpected(Throwable cause) {
        return new ModelException(
                "%s could not be opened: %s".formatted(folder.resolve(manifest.file()), cause), cause);
    }

    private static void start(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }
}
