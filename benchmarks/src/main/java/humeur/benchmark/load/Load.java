package humeur.benchmark.load;

import humeur.benchmark.Benchmark;
import humeur.benchmark.ExitCode;
import humeur.benchmark.Session;
import humeur.benchmark.Workspace;
import humeur.benchmark.candidate.Availability.Available;
import humeur.benchmark.candidate.Candidate;
import humeur.benchmark.candidate.CandidateOptions;
import humeur.benchmark.candidate.JavaProgram;
import humeur.benchmark.candidate.KnownCandidate;
import humeur.benchmark.candidate.Probe;
import humeur.benchmark.candidate.Selection;
import humeur.benchmark.http.HttpRequest;
import humeur.benchmark.options.Option;
import humeur.benchmark.options.Options;
import humeur.benchmark.report.Machine;
import humeur.benchmark.report.Report;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Measures requests a second and latencies of warmed-up services under one and several callers. */
public final class Load implements Benchmark {
    private static final int TEXTS = 2_000;
    private static final Option CALLERS = new Option(
            "--callers", "NUMBERS", "How many call at the same time, one number after the other (default: 1,8).");
    private static final Option ROUNDS = new Option("--rounds", "N", "Turns of each candidate (default: 3).");
    private static final Option SECONDS = new Option("--seconds", "N", "Length of a turn (default: 5).");
    private static final Option WARM_UP =
            new Option("--warm-up", "SECONDS", "How long each is loaded before anything counts (default: 10).");
    private static final Option SEED =
            new Option("--seed", "N", "Of the made-up texts that are sent, without --data (default: 1).");

    private final Workspace workspace;

    Load(Workspace workspace) {
        this.workspace = workspace;
    }

    public static void main(String... arguments) {
        Benchmark.run(new Load(Workspace.ofThisProgram()), arguments);
    }

    @Override
    public String name() {
        return "load";
    }

    @Override
    public String purpose() {
        return """
                Loads services in turn with callers in a closed loop, each over its own kept connection, and measures requests
                a second, latencies, CPU time a request and memory. The floor is a server that answers with constant bytes.""";
    }

    @Override
    public List<Option> options() {
        return Session.options(CALLERS, ROUNDS, SECONDS, WARM_UP, SEED);
    }

    @Override
    public ExitCode measure(Options options) {
        LoadPlan plan = plan(options);
        List<HttpRequest> requests =
                texts(options).stream().map(HttpRequest::prediction).toList();
        try (var session = new Session(workspace, options)) {
            Selection selection =
                    session.select(new KnownCandidate(KnownCandidate.FLOOR, () -> new Available(floor())));
            Machine machine = session.machine();
            var run = new LoadRun(session.children(), session.firstAnswer(), new ClosedLoop(requests), plan);
            LoadResults results = run.measure(selection.candidates());
            var report = new LoadReport(results, selection.names());
            String title = "Load: POST /predict/ in a closed loop, %d rounds of %d s, alternating"
                    .formatted(plan.rounds(), plan.slice().toSeconds());
            session.publish(new Report(title, machine, report.table(), report.json(), selection.notes()));
        }
        return ExitCode.MEASURED;
    }

    private static LoadPlan plan(Options options) {
        return new LoadPlan(
                options.positives(CALLERS.name(), "1,8"),
                options.positive(ROUNDS.name(), 3),
                Duration.ofSeconds(options.positive(SECONDS.name(), 5)),
                Duration.ofSeconds(options.positive(WARM_UP.name(), 10)));
    }

    private static List<String> texts(Options options) {
        return new CandidateOptions(options)
                .data()
                .map(file -> new LabelledTexts(file).first(TEXTS))
                .orElseGet(() -> new TweetGenerator(options.positive(SEED.name(), 1)).texts(TEXTS));
    }

    private static Candidate floor() {
        return new Candidate(
                KnownCandidate.FLOOR,
                JavaProgram.command(ConstantServer.class, "{port}"),
                Path.of("").toAbsolutePath(),
                Map.of(),
                Probe.PREDICTION);
    }
}
