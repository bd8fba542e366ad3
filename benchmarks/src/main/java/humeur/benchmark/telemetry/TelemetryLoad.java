package humeur.benchmark.telemetry;

import humeur.benchmark.Benchmark;
import humeur.benchmark.ExitCode;
import humeur.benchmark.Session;
import humeur.benchmark.Workspace;
import humeur.benchmark.candidate.Candidate;
import humeur.benchmark.http.HttpRequest;
import humeur.benchmark.load.ClosedLoop;
import humeur.benchmark.load.LoadPlan;
import humeur.benchmark.load.LoadResults;
import humeur.benchmark.load.LoadRun;
import humeur.benchmark.load.TweetGenerator;
import humeur.benchmark.options.Option;
import humeur.benchmark.options.Options;
import humeur.benchmark.report.Machine;
import humeur.benchmark.report.Report;
import java.time.Duration;
import java.util.List;

/** Measures whether callers feel how telemetry's endpoint is doing. */
public final class TelemetryLoad implements Benchmark {
    private static final int TEXTS = 2_000;
    private static final Option CALLERS = new Option(
            "--callers", "NUMBERS", "How many call at the same time, one number after the other (default: 1,4).");
    private static final Option ROUNDS = new Option("--rounds", "N", "Turns of each candidate (default: 8).");
    private static final Option SECONDS = new Option("--seconds", "N", "Length of a turn (default: 1).");
    private static final Option WARM_UP =
            new Option("--warm-up", "SECONDS", "How long each is loaded before anything counts (default: 4).");
    private static final Option SEED = new Option("--seed", "N", "Of the made-up texts (default: 1).");
    private static final Option CHECK = Option.flag(
            "--check",
            "Fail if with a refusing, silent or failing endpoint the ratio of the medians lies more than "
                    + TelemetryBounds.MARGIN + " beyond the most by which two equal services differed.");

    private final Workspace workspace;

    TelemetryLoad(Workspace workspace) {
        this.workspace = workspace;
    }

    public static void main(String... arguments) {
        Benchmark.run(new TelemetryLoad(Workspace.ofThisProgram()), arguments);
    }

    @Override
    public String name() {
        return "telemetry";
    }

    @Override
    public String purpose() {
        return """
                Loads the native executable with the logistic regression in turn: twice without telemetry, and with an endpoint
                that takes everything, refuses connections, accepts them and never answers, or answers with 500 after %d s. Measures
                latencies beside those without telemetry, and memory at the end.""".formatted(Endpoints.DELAY.toSeconds());
    }

    @Override
    public List<Option> options() {
        return Session.fixedOptions(CALLERS, ROUNDS, SECONDS, WARM_UP, SEED, CHECK);
    }

    @Override
    public ExitCode measure(Options options) {
        LoadPlan plan = new LoadPlan(
                options.positives(CALLERS.name(), "1,4"),
                options.positive(ROUNDS.name(), 8),
                Duration.ofSeconds(options.positive(SECONDS.name(), 1)),
                Duration.ofSeconds(options.positive(WARM_UP.name(), 4)));
        List<HttpRequest> requests = new TweetGenerator(options.positive(SEED.name(), 1))
                .texts(TEXTS).stream().map(HttpRequest::prediction).toList();
        try (var session = new Session(workspace, options);
                var endpoints = new Endpoints()) {
            Candidate service = session.build().nativePackageWithWords().required();
            Machine machine = session.machine();
            var run = new LoadRun(session.children(), session.firstAnswer(), new ClosedLoop(requests), plan);
            LoadResults results = run.measure(endpoints.candidates(service));
            endpoints.requireTouched();
            var report = new TelemetryReport(results, endpoints);
            String title = "Telemetry: POST /predict/ by the state of its endpoint, %d rounds of %d s, alternating"
                    .formatted(plan.rounds(), plan.slice().toSeconds());
            session.publish(new Report(title, machine, report.table(), report.json(), report.notes()));
            return options.has(CHECK.name()) ? checked(results) : ExitCode.MEASURED;
        }
    }

    private static ExitCode checked(LoadResults results) {
        List<String> exceeded = TelemetryBounds.exceeded(results);
        exceeded.forEach(System.err::println);
        return exceeded.isEmpty() ? ExitCode.MEASURED : ExitCode.BOUND_EXCEEDED;
    }
}
