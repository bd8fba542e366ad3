package humeur.benchmark;

/** What a benchmark's exit code tells a script; {@code --help} prints the same list. */
public enum ExitCode {
    MEASURED(0, "measured"),
    BOUND_EXCEEDED(1, "measured, but over a bound (only with --check)"),
    USAGE(2, "the command line asks for something that cannot be done"),
    CANDIDATE_FAILED(3, "a candidate could not be set up, died, did not answer or answered wrongly");

    private final int code;
    private final String meaning;

    ExitCode(int code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    public int code() {
        return code;
    }

    public String meaning() {
        return meaning;
    }
}
