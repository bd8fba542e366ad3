package humeur.sentiment;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A model of the catalogue and its one opening.
 *
 * <p>The CRC-32 of each of its files is computed on a second thread while the runtime loads and opens the graph; only when
 * they are the manifest's own does the model become available. That finds what a disk, a copy or a mixture of two releases
 * does to a file. What somebody has made to have the same CRC-32 is found by the SHA-256, which takes a native executable
 * long, and therefore waits until the first answer has gone; if it is wrong, the model is withdrawn. A file whose CRC-32 the
 * manifest does not have is held against its SHA-256 beforehand.
 *
 * <p>A model that could not be opened, or was withdrawn, stays so until the next start.
 */
public final class ModelSlot {
    /** By then the first answer has gone, which had waited for the model. */
    private static final Duration FIRST_ANSWER = Duration.ofMillis(300);

    private final Path folder;
    private final Manifest manifest;
    private final ModelFactory factory;
    private final AtomicBoolean begun = new AtomicBoolean();
    private final CompletableFuture<SentimentModel> model = new CompletableFuture<>();
    private final CompletableFuture<Void> confirmed = new CompletableFuture<>();
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
     * Completes once the SHA-256 of every file has proved right, with a {@link ModelException} if the model was withdrawn or
     * never became available. Does not begin the opening.
     */
    public CompletableFuture<Void> confirmed() {
        return confirmed.copy();
    }

    /**
     * The open model; opens it first, or waits while another thread does.
     *
     * @throws ModelException if it cannot be opened, or was withdrawn
     */
    public SentimentModel model() {
        return model(Deadline.NONE);
    }

    /**
     * The same, until a deadline.
     *
     * @throws ModelException if it cannot be opened, or was withdrawn
     * @throws OverloadException if it is not open by then
     */
    public SentimentModel model(Deadline until) {
        begin();
        try {
            return model.get(until.remaining(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof ModelException known ? known : new ModelException(e.getMessage(), e);
        } catch (TimeoutException e) {
            throw new OverloadException("The deadline passed before the model was open");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AbandonedException();
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
        start("verify-" + manifest.name(), () -> complete(verified, this::verifyBeforeTheFirstAnswer));
        long begin = System.nanoTime();
        try {
            SentimentModel opened = factory.open(folder, manifest);
            long graph = System.nanoTime();
            try {
                verified.join();
                opening = Optional.of(
                        new Opening(Duration.ofNanos(graph - begin), Duration.ofNanos(System.nanoTime() - graph)));
                model.complete(opened);
                start("confirm-" + manifest.name(), this::confirm);
            } catch (RuntimeException e) {
                opened.close();
                throw e;
            }
        } catch (CompletionException e) {
            fail(e.getCause());
        } catch (Throwable e) { // Whatever it is, those who wait for the model have to hear of it.
            fail(reason(e, verified));
        }
    }

    private void fail(Throwable reason) {
        model.completeExceptionally(reason);
        confirmed.completeExceptionally(reason);
    }

    private void confirm() {
        pause(FIRST_ANSWER);
        CompletableFuture<Void> verified = new CompletableFuture<>();
        complete(verified, () -> manifest.files().stream()
                .filter(file -> file.crc32().isPresent())
                .forEach(this::verifySha256));
        verified.whenComplete((nothing, changed) -> {
            if (changed == null) {
                confirmed.complete(null);
            } else {
                // It is not closed, since requests may be in it.
                model.obtrudeException(changed);
                confirmed.completeExceptionally(changed);
            }
        });
    }

    private void verifyBeforeTheFirstAnswer() {
        for (ModelFile file : manifest.files()) {
            if (file.crc32().isPresent()) {
                verify(file, "CRC-32", file.crc32().get(), Fingerprint::crc32);
            } else {
                verifySha256(file);
            }
        }
    }

    private void verifySha256(ModelFile file) {
        verify(file, "SHA-256", file.sha256(), Fingerprint::sha256);
    }

    private void verify(ModelFile file, String kind, String expected, Digest digest) {
        Path path = folder.resolve(file.name());
        String actual = read(path, digest);
        if (!actual.equals(expected)) {
            throw new ModelException("%s has %s %s, but its manifest %s says %s; restore both from the same release"
                    .formatted(path, kind, actual, folder.resolve(ManifestReader.MANIFEST), expected));
        }
    }

    private void complete(CompletableFuture<Void> future, Runnable check) {
        try {
            check.run();
            future.complete(null);
        } catch (Throwable e) { // Others wait for this thread.
            future.completeExceptionally(e instanceof ModelException ? e : unexpected(e));
        }
    }

    private static String read(Path file, Digest digest) {
        try {
            return digest.of(file);
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

    private static void pause(Duration duration) {
        try {
            Thread.sleep(duration.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void start(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    private interface Digest {
        String of(Path file) throws IOException;
    }
}
