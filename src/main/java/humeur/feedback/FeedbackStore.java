package humeur.feedback;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.jboss.logging.Logger;

/**
 * The folder of the feedback. Each process writes the first of {@code feedback-1.ndjson}, {@code feedback-2.ndjson} … that
 * no other process writes, so that instances can share a folder. Nothing is opened before the first feedback comes.
 */
public final class FeedbackStore implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(FeedbackStore.class);
    private static final int MOST_FILES = 1_000;
    private static final int MOST_WAITING = 16;

    private final FeedbackSettings settings;
    private final Semaphore waiting = new Semaphore(MOST_WAITING);
    private FeedbackFile file;
    private boolean failing;

    public FeedbackStore(FeedbackSettings settings) {
        this.settings = settings;
    }

    /**
     * Keeps it; blocks until it is on the disk, some milliseconds.
     *
     * @throws TooBusyException if {@value #MOST_WAITING} are waiting already: more would hold threads that predict
     * @throws StorageFullException if there is no room
     * @throws FeedbackUnavailableException if the folder cannot be written for another reason
     */
    public void add(Feedback feedback) throws TooBusyException, StorageFullException, FeedbackUnavailableException {
        byte[] line = FeedbackLine.of(feedback);
        if (!waiting.tryAcquire()) {
            throw new TooBusyException();
        }
        try {
            append(line);
        } finally {
            waiting.release();
        }
    }

    @Override
    public synchronized void close() {
        if (file != null) {
            file.close();
            file = null;
        }
    }

    private synchronized void append(byte[] line) throws StorageFullException, FeedbackUnavailableException {
        try {
            if (file == null || !file.isOpen()) {
                file = open();
            }
            file.append(line);
            failing = false;
        } catch (StorageFullException e) {
            report("No feedback is taken: %s. Move the file away while the service is stopped, or make room", e);
            throw e;
        } catch (IOException e) {
            close(); // The next one opens it anew, and cuts off what this one left.
            report("Feedback could not be kept: %s", e);
            throw new FeedbackUnavailableException("Feedback could not be kept", e);
        }
    }

    /** Once until it works again, however often it is tried. */
    private void report(String message, Exception failure) {
        if (!failing) {
            LOG.errorf(message, failure.getMessage() == null ? failure : failure.getMessage());
        }
        failing = true;
    }

    private FeedbackFile open() throws IOException {
        Path folder = settings.directory().orElseThrow();
        OwnerOnly.folder(folder);
        for (int number = 1; number <= MOST_FILES; number++) {
            Optional<FeedbackFile> opened =
                    FeedbackFile.open(folder.resolve("feedback-%d.ndjson".formatted(number)), settings.maxSize());
            if (opened.isPresent()) {
                return opened.get();
            }
        }
        throw new IOException("%s: all of %d files are being written".formatted(folder, MOST_FILES));
    }
}
