package humeur.feedback;

import java.io.IOException;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Makes ids recognisable, and recognises them. When feedback is off, ids stay as they are. The key is read or made with the
 * first id; when that fails the log says why, and predictions go on with ids that nothing can be said of later.
 */
public final class IssuedIds {
    private static final Logger LOG = Logger.getLogger(IssuedIds.class);

    private final FeedbackSettings settings;
    private volatile IdSeal seal;
    private boolean failed;

    public IssuedIds(FeedbackSettings settings) {
        this.settings = settings;
    }

    /** @param id of version 7, random but for the time */
    public UUID issue(UUID id) {
        if (!settings.on()) {
            return id;
        }
        try {
            return seal().seal(id);
        } catch (FeedbackUnavailableException e) {
            return id;
        }
    }

    /**
     * Whether an instance with this key has issued it.
     *
     * @throws FeedbackUnavailableException if there is no key
     */
    public boolean issued(UUID id) throws FeedbackUnavailableException {
        return seal().sealed(id);
    }

    private IdSeal seal() throws FeedbackUnavailableException {
        IdSeal known = seal;
        return known == null ? readSeal() : known;
    }

    private synchronized IdSeal readSeal() throws FeedbackUnavailableException {
        if (seal == null && !failed) {
            try {
                seal = new IdSeal(SealKey.of(settings));
            } catch (IOException e) {
                failed = true;
                LOG.errorf("No feedback is taken until the next start: there is no key for the ids (%s)", e);
            }
        }
        if (seal == null) {
            throw new FeedbackUnavailableException("There is no key for the ids");
        }
        return seal;
    }
}
