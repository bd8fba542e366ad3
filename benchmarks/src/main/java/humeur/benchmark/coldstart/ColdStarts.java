package humeur.benchmark.coldstart;

import humeur.benchmark.Rounds;
import humeur.benchmark.candidate.Candidate;
import humeur.benchmark.process.ChildProcesses;
import humeur.benchmark.process.FirstAnswer;
import humeur.benchmark.process.RunningCandidate;
import humeur.benchmark.report.Figures;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** Starts candidates in turn, one at a time, and stops each after its first right answer. */
final class ColdStarts {
    private final ChildProcesses children;
    private final FirstAnswer firstAnswer;

    ColdStarts(ChildProcesses children, FirstAnswer firstAnswer) {
        this.children = children;
        this.firstAnswer = firstAnswer;
    }

    /** One round that does not count, for the file cache and this JVM's compiler, then those that do. */
    ColdStartResults measure(List<Candidate> candidates, int rounds) {
        round(candidates, "warm-up");
        var results =
                new ColdStartResults(candidates.stream().map(Candidate::name).toList());
        for (int round = 0; round < rounds; round++) {
            results.add(round(Rounds.order(candidates, round), "round %d/%d".formatted(round + 1, rounds)));
        }
        return results;
    }

    private ColdStartRound round(List<Candidate> order, String title) {
        var round = new ColdStartRound(order.stream().collect(Collectors.toMap(Candidate::name, this::start)));
        System.err.println(title
                + order.stream()
                        .map(Candidate::name)
                        .sorted()
                        .map(name -> "  %s %s ms".formatted(name, Figures.number(round.milliseconds(name))))
                        .collect(Collectors.joining()));
        return round;
    }

    private ColdStartSample start(Candidate candidate) {
        try (RunningCandidate running = RunningCandidate.start(children, candidate)) {
            Duration elapsed = firstAnswer.await(running);
            return new ColdStartSample(elapsed, running.usage());
        }
    }
}
