package humeur.training.bert;

import java.io.IOException;

/** Step after step gave a loss or a gradient that is not finite. */
public final class DivergedException extends IOException {
    DivergedException(long step, int skipped) {
        super(("Training has diverged: %d steps up to %d had a loss or a gradient that is not finite."
                        + " Go on from the last checkpoint with a lower --rate under another --run.")
                .formatted(skipped, step));
    }
}
