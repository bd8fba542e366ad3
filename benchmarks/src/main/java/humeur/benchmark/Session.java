package humeur.benchmark;

import humeur.benchmark.candidate.Availability;
import humeur.benchmark.candidate.CandidateOptions;
import humeur.benchmark.candidate.HumeurBuild;
import humeur.benchmark.candidate.KnownCandidate;
import humeur.benchmark.candidate.Selection;
import humeur.benchmark.candidate.Selector;
import humeur.benchmark.options.Option;
import humeur.benchmark.options.Options;
import humeur.benchmark.process.ChildProcesses;
import humeur.benchmark.process.FirstAnswer;
import humeur.benchmark.python.Python;
import humeur.benchmark.python.PythonPeer;
import humeur.benchmark.report.Machine;
import humeur.benchmark.report.Report;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What every benchmark shares: its candidates and their processes, the machine, the way to report. */
public final class Session implements AutoCloseable {
    private static final int DEFAULT_TIMEOUT_SECONDS = 60;
    private static final Option TIMEOUT = new Option(
            "--timeout",
            "SECONDS",
            "How long a candidate may take to its first right answer (default: " + DEFAULT_TIMEOUT_SECONDS + ").");
    private static final Option JSON = new Option("--json", "FILE", "Write the results to this file as well.");

    private final Workspace workspace;
    private final Options options;
    private final CandidateOptions candidateOptions;
    private final ChildProcesses children = new ChildProcesses();
    private final Python python;

    public Session(Workspace workspace, Options options) {
        this.workspace = workspace;
        this.options = options;
        this.candidateOptions = new CandidateOptions(options);
        this.python = new Python(candidateOptions.python(), children);
    }

    /** A benchmark's own options and those that all share, in the order in which help lists them. */
    public static List<Option> options(Option... own) {
        var all = new ArrayList<>(List.of(own));
        all.addAll(CandidateOptions.ALL);
        all.addAll(List.of(TIMEOUT, JSON, Benchmark.HELP));
        return List.copyOf(all);
    }

    /** The options of a benchmark that chooses its candidates itself. */
    public static List<Option> fixedOptions(Option... own) {
        var all = new ArrayList<>(List.of(own));
        all.addAll(List.of(CandidateOptions.TARGET, TIMEOUT, JSON, Benchmark.HELP));
        return List.copyOf(all);
    }

    /** What Maven has left where the command line says. */
    public HumeurBuild build() {
        return new HumeurBuild(workspace.project(), candidateOptions.target(workspace.target()));
    }

    public ChildProcesses children() {
        return children;
    }

    /** Waits for first right answers as long as the command line allows. */
    public FirstAnswer firstAnswer() {
        return new FirstAnswer(timeout());
    }

    /** How long a candidate may take until it serves. */
    public Duration timeout() {
        return Duration.ofSeconds(options.positive(TIMEOUT.name(), DEFAULT_TIMEOUT_SECONDS));
    }

    /** The floor of a cold start: Python's own HTTP server, showing an empty folder. */
    public Availability pythonHttpServer() {
        return python.httpServer(workspace.emptyFolder());
    }

    /**
     * The candidates of this run; the Python peer is installed and trained now if it has to be.
     *
     * @param floor the least that any service needs; what it is depends on what is measured
     */
    public Selection select(KnownCandidate floor) {
        HumeurBuild build = build();
        var peer = new PythonPeer(python, children, workspace.pythonSource(), workspace.cache());
        var known = List.of(
                floor,
                new KnownCandidate(KnownCandidate.NATIVE, build::nativePackage),
                new KnownCandidate(KnownCandidate.WORDS, build::nativePackageWithWords),
                new KnownCandidate(KnownCandidate.JVM, build::onJvm),
                new KnownCandidate(
                        KnownCandidate.PYTHON, () -> peer.trainedOn(candidateOptions.data(), candidateOptions.rows())));
        Selection selection = new Selector(known, candidateOptions).select();
        selection.notes().forEach(System.err::println);
        return selection;
    }

    /** The machine as it is now, before anything is measured. */
    public Machine machine() {
        return Machine.current(python.version());
    }

    /** Prints the report to stdout, and writes it to the file that the command line names. */
    public void publish(Report report) {
        System.out.print(report.text());
        options.last(JSON.name()).map(Path::of).ifPresent(report::writeJson);
    }

    @Override
    public void close() {
        children.close();
    }
}
