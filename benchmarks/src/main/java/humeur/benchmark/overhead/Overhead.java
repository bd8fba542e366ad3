package humeur.benchmark.overhead;

import humeur.benchmark.Benchmark;
import humeur.benchmark.ExitCode;
import humeur.benchmark.Session;
import humeur.benchmark.Workspace;
import humeur.benchmark.candidate.Candidate;
import humeur.benchmark.load.TweetGenerator;
import humeur.benchmark.options.Option;
import humeur.benchmark.options.Options;
import humeur.benchmark.process.RunningCandidate;
import humeur.benchmark.report.Machine;
import humeur.benchmark.report.Report;
import java.time.Duration;
import java.util.List;

/** Measures what HTTP, JSON and the service around it cost over the model that it serves. */
public final class Overhead implements Benchmark {
    private static final int TEXTS = 40;
    private static final int AMONG = 4_000;
    private static final int CORES = Runtime.getRuntime().availableProcessors();
    private static final Option MODEL =
            new Option("--model", "NAME", "The model (default: " + OverheadBounds.MODEL + ").");
    private static final Option TOKENS = new Option(
            "--tokens",
            "N",
            "Tokens of every text, as the service's answers count them (default: " + OverheadBounds.TOKENS + ").");
    private static final Option CALLERS = new Option(
            "--callers",
            "N",
            "Callers of the closed loop on all cores (default: two for each of " + CORES + " cores).");
    private static final Option ROUNDS = new Option("--rounds", "N", "Turns of each side (default: 40).");
    private static final Option MILLIS = new Option(
            "--millis", "N", "Length of a turn; short ones keep both sides within the same weather (default: 250).");
    private static final Option WARM_UP =
            new Option("--warm-up", "SECONDS", "How long each side runs before anything counts (default: 5).");
    private static final Option SEED = new Option("--seed", "N", "Of the made-up texts (default: 1).");
    private static final Option CHECK = Option.flag(
            "--check",
            "Fail if a request takes more than %s times as long as the model alone at the median, or fewer than %.0f a second are answered."
                    .formatted(OverheadBounds.LATENCY_RATIO, OverheadBounds.REQUESTS_PER_SECOND));

    private final Workspace workspace;

    Overhead(Workspace workspace) {
        this.workspace = workspace;
    }

    public static void main(String... arguments) {
        Benchmark.run(new Overhead(Workspace.ofThisProgram()), arguments);
    }

    @Override
    public String name() {
        return "overhead";
    }

    @Override
    public String purpose() {
        return """
                Compares POST /predict/ of the native executable with the same model driven directly, by the same serving classes
                on a warm JVM without the service: the latency of one caller on a kept connection beside that of one thread, and
                requests a second on all cores beside as many threads as there are cores. All texts have the same number of tokens.""";
    }

    @Override
    public List<Option> options() {
        return Session.fixedOptions(MODEL, TOKENS, CALLERS, ROUNDS, MILLIS, WARM_UP, SEED, CHECK);
    }

    @Override
    public ExitCode measure(Options options) {
        OverheadPlan plan = plan(options);
        if (options.has(CHECK.name())) {
            OverheadBounds.requireCheckable(plan);
        }
        try (var session = new Session(workspace, options)) {
            Machine machine = session.machine();
            OverheadResults results = results(session, plan, options.positive(SEED.name(), 1));
            var report = new OverheadReport(plan, results);
            String title =
                    "Overhead: %s at %d tokens, POST /predict/ beside the model alone, %d rounds of %d ms, alternating"
                            .formatted(
                                    plan.model(),
                                    plan.tokens(),
                                    plan.rounds(),
                                    plan.slice().toMillis());
            session.publish(new Report(title, machine, report.table(), report.json(), List.of()));
            return options.has(CHECK.name()) ? checked(results) : ExitCode.MEASURED;
        }
    }

    private OverheadResults results(Session session, OverheadPlan plan, int seed) {
        Candidate humeur = session.build().nativePackage().required().with("HUMEUR_MODELS_DEFAULT", plan.model());
        Candidate alone = session.build()
                .nativeClasses("direct", workspace.directProgram(), List.of(plan.model()))
                .required();
        List<String> any = new TweetGenerator(seed).texts(AMONG);
        try (var service = RunningCandidate.start(session.children(), humeur);
                var direct = RunningCandidate.start(session.children(), alone)) {
            session.firstAnswer().await(service);
            List<String> texts = new TextsOfLength(plan.tokens()).among(any, TEXTS, service);
            return new OverheadRun(plan, session.timeout()).measure(service, direct, texts);
        }
    }

    private static OverheadPlan plan(Options options) {
        return new OverheadPlan(
                options.last(MODEL.name()).orElse(OverheadBounds.MODEL),
                options.positive(TOKENS.name(), OverheadBounds.TOKENS),
                options.positive(ROUNDS.name(), 40),
                options.positive(CALLERS.name(), 2 * CORES),
                CORES,
                Duration.ofMillis(options.positive(MILLIS.name(), 250)),
                Duration.ofSeconds(options.positive(WARM_UP.name(), 5)));
    }

    private static ExitCode checked(OverheadResults results) {
        List<String> missed = OverheadBounds.missed(results);
        missed.forEach(System.err::println);
        return missed.isEmpty() ? ExitCode.MEASURED : ExitCode.BOUND_EXCEEDED;
    }
}
