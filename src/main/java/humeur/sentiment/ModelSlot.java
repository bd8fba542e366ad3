package humeur.sentiment;

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
 * <p>The file's SHA-256 is computed on a second thread while the runtime loads and opens the graph; only when it is the
 * manifest's own does the model become available. A model that could not be opened stays closed until the next start.
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
        CompletableFuture<String> sha256 = new CompletableFuture<>();
        start("verify-" + manifest.name(), () -> hash(sha256));
        long begin = System.nanoTime();
        try {
            SentimentModel opened = factory.open(folder, manifest);
            long graph = System.nanoTime();
            try {
                verify(sha256.join());
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
            model.completeExceptionally(e instanceof ModelException ? e : unexpected(e));
        }
    }

    private void hash(CompletableFuture<String> sha256) {
        Path file = folder.resolve(manifest.file());
        try {
            sha256.complete(Fingerprint.sha256(file));
        } catch (NoSuchFileException e) {
            sha256.completeExceptionally(new ModelException(file + " is missing; restore it from the release", e));
        } catch (Throwable e) { // The thread that opens the model waits for this one.
            sha256.completeExceptionally(new ModelException("%s cannot be read (%s)".formatted(file, e), e));
        }
    }

    private void verify(String actual) {
        if (!actual.equals(manifest.sha256())) {
            throw new ModelException(
                    "%s has SHA-256 %s, but its manifest %s says %s; restore both from the same release"
                            .formatted(
                                    folder.resolve(manifest.file()),
                                    actual,
                                    folder.resolve(ManifestReader.MANIFEST),
                                    manifest.sha256()));
        }
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
