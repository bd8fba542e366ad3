package humeur.training;

/** Hears how far a long step has come. */
@FunctionalInterface
public interface Progress {
    /** Hears nothing. */
    Progress SILENT = (step, done, total) -> {};

    /** @param total 0 while it is not known */
    void report(String step, long done, long total);
}
