package humeur.sentiment;

/** What a text expresses; the ordinal is the class that the models were trained on and the API's {@code prediction}. */
public enum Sentiment {
    NEGATIVE("Negative"),
    POSITIVE("Positive");

    private final String label;

    Sentiment(String label) {
        this.label = label;
    }

    /** The English label, as in a manifest's {@code labels}. */
    public String label() {
        return label;
    }

    /** The class, 0 or 1. */
    public int number() {
        return ordinal();
    }
}
