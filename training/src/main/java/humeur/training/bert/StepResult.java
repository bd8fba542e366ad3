package humeur.training.bert;

/** What a step of training came to. */
sealed interface StepResult {
    /**
     * The weights were updated.
     *
     * @param loss the batch's mean cross-entropy, before the update
     */
    record Updated(double loss) implements StepResult {}

    /** The loss or a gradient was not finite, and nothing was changed. */
    record Skipped() implements StepResult {}
}
