package humeur.benchmark.load;

import humeur.benchmark.Rounds;
import humeur.benchmark.candidate.Candidate;
import humeur.benchmark.process.ChildProcesses;
import humeur.benchmark.process.FirstAnswer;
import humeur.benchmark.process.RunningCandidate;
import humeur.benchmark.report.Figures;
import java.util.ArrayList;
import java.util.List;

/** Starts all candidates, warms each up, and then loads them in turn while the others stand idle. */
public final class LoadRun {
    private final ChildProcesses children;
    private final FirstAnswer firstAnswer;
    private final ClosedLoop loop;
    private final LoadPlan plan;

    public LoadRun(ChildProcesses children, FirstAnswer firstAnswer, ClosedLoop loop, LoadPlan plan) {
        this.children = children;
        this.firstAnswer = firstAnswer;
        this.loop = loop;
        this.plan = plan;
    }

    public LoadResults measure(List<Candidate> candidates) {
        List<RunningCandidate> running = new ArrayList<>();
        try {
            for (Candidate candidate : candidates) {
                running.add(RunningCandidate.start(children, candidate));
                warmUp(running.get(running.size() - 1));
            }
            return loaded(running);
        } finally {
            running.forEach(RunningCandidate::close);
        }
    }

    private void warmUp(RunningCandidate service) {
        System.err.println("warming up " + service.candidate().name());
        firstAnswer.await(service);
        int most = plan.callers().stream().mapToInt(Integer::intValue).max().orElseThrow();
        loop.run(service, most, plan.warmUp());
    }

    private LoadResults loaded(List<RunningCandidate> running) {
        var results = new LoadResults();
        for (int callers : plan.callers()) {
            for (int round = 0; round < plan.rounds(); round++) {
                for (RunningCandidate service : Rounds.order(running, round)) {
                    slice(results, new LoadKey(service.candidate().name(), callers), round, service);
                }
            }
        }
        running.forEach(service -> results.add(service.candidate().name(), service.usage()));
        return results;
    }

    private void slice(LoadResults results, LoadKey key, int round, RunningCandidate service) {
        LoadSlice slice = loop.run(service, key.callers(), plan.slice());
        results.add(key, slice);
        System.err.printf(
                "round %d/%d  %s, callers %d: %s requests/s%n",
                round + 1, plan.rounds(), key.candidate(), key.callers(), Figures.number(slice.requestsPerSecond()));
    }
}
