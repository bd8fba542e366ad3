package humeur.benchmark.load;

/** What one caller has met. For one thread. */
public final class CallerTally {
    /** A caller gives up after this many: the run has failed, and a refused connection would be tried without end. */
    static final int MOST_ERRORS = 100;

    private final Latencies latencies = new Latencies();
    private int errors;
    private String firstError = "";

    public Latencies latencies() {
        return latencies;
    }

    void error(String what) {
        if (errors++ == 0) {
            firstError = what;
        }
    }

    int errors() {
        return errors;
    }

    /** Empty if there was none. */
    String firstError() {
        return firstError;
    }
}
