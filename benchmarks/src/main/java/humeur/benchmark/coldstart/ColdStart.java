package humeur.benchmark.coldstart;

import humeur.benchmark.Benchmark;
import humeur.benchmark.ExitCode;
import humeur.benchmark.Session;
import humeur.benchmark.Workspace;
import humeur.benchmark.candidate.KnownCandidate;
import humeur.benchmark.candidate.Selection;
import humeur.benchmark.options.Option;
import humeur.benchmark.options.Options;
import humeur.benchmark.report.Machine;
import humeur.benchmark.report.Report;
import java.util.List;

/** Measures the time from exec to the first right answer, with what it costs in CPU time and memory. */
public final class ColdStart implements Benchmark {
    private static final int DEFAULT_ROUNDS = 15;
    private static final Option ROUNDS =
            new Option("--rounds", "N", "How often each candidate is started (default: " + DEFAULT_ROUNDS + ").");
    private static final Option CHECK =
            Option.flag("--check", "Fail if native takes more than 0.9 times the floor's time, or over 90 MB.");

    private final Workspace workspace;

    ColdStart(Workspace workspace) {
        this.workspace = workspace;
    }

    public static void main(String... arguments) {
        Benchmark.run(new ColdStart(Workspace.ofThisProgram()), arguments);
    }

    @Override
    public String name() {
        return "cold-start";
    }

    @Override
    public String purpose() {
        return """
                Starts services in turn and measures the time from exec to the first right answer of POST /predict/ (of
                GET / for the floor, python3 -S -m http.server), the CPU time and the memory it took.""";
    }

    @Override
    public List<Option> options() {
        return Session.options(ROUNDS, CHECK);
    }

    @Override
    public ExitCode measure(Options options) {
        int rounds = options.positive(ROUNDS.name(), DEFAULT_ROUNDS);
        try (var session = new Session(workspace, options)) {
            Selection selection = session.select(new KnownCandidate(KnownCandidate.FLOOR, session::pythonHttpServer));
            if (options.has(CHECK.name())) {
                Bounds.requireCheckable(selection.names());
            }
            Machine machine = session.machine();
            var coldStarts = new ColdStarts(session.children(), session.firstAnswer());
            ColdStartResults results = coldStarts.measure(selection.candidates(), rounds);
            var report = new ColdStartReport(results);
            String title = "Cold start: exec to first right answer, %d rounds, alternating".formatted(rounds);
            session.publish(new Report(title, machine, report.table(), report.json(), selection.notes()));
            return options.has(CHECK.name()) ? checked(results) : ExitCode.MEASURED;
        }
    }

    private static ExitCode checked(ColdStartResults results) {
        List<String> exceeded = Bounds.exceeded(results);
        exceeded.forEach(System.err::println);
        return exceeded.isEmpty() ? ExitCode.MEASURED : ExitCode.BOUND_EXCEEDED;
    }
}
