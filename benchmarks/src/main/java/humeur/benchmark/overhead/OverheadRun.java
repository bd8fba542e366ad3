package humeur.benchmark.overhead;

import humeur.benchmark.http.HttpRequest;
import humeur.benchmark.load.ClosedLoop;
import humeur.benchmark.load.LoadSlice;
import humeur.benchmark.overhead.OverheadResults.Round;
import humeur.benchmark.process.RunningCandidate;
import humeur.benchmark.report.Figures;
import java.time.Duration;
import java.util.List;

/** Lets the service and its model without it take turns; the other is idle meanwhile. */
final class OverheadRun {
    private final OverheadPlan plan;
    private final Duration timeout;

    /** @param timeout how long the direct side may take until it serves */
    OverheadRun(OverheadPlan plan, Duration timeout) {
        this.plan = plan;
        this.timeout = timeout;
    }

    /** @param service one that has given its first right answer */
    OverheadResults measure(RunningCandidate service, RunningCandidate direct, List<String> texts) {
        String expected = new TextsOfLength(plan.tokens()).expected();
        List<HttpRequest> requests = texts.stream().map(HttpRequest::prediction).toList();
        var loop = new ClosedLoop(requests, expected);
        try (var caller = new OneCaller(service, requests, expected);
                var model = DirectConnection.open(direct, timeout, texts, plan.tokens())) {
            System.err.println("warming up");
            loop.run(service, plan.callers(), plan.warmUp());
            model.run(plan.threads(), plan.warmUp());
            var results = new OverheadResults();
            for (int round = 0; round < plan.rounds(); round++) {
                Round one = round(round % 2 == 0, service, caller, loop, model);
                results.add(one);
                System.err.printf(
                        "round %d/%d  %s ms over HTTP, %s ms directly: x %s; %s requests/s, %s calls/s%n",
                        round + 1,
                        plan.rounds(),
                        Figures.number(one.http().latencies().median()),
                        Figures.number(one.direct().latencies().median()),
                        Figures.number(one.latencyRatio()),
                        Figures.number(one.load().requestsPerSecond()),
                        Figures.number(one.threads().callsPerSecond()));
            }
            return results;
        }
    }

    private Round round(
            boolean httpFirst, RunningCandidate service, OneCaller caller, ClosedLoop loop, DirectConnection model) {
        if (httpFirst) {
            HttpTurn http = caller.run(plan.slice());
            DirectTurn direct = model.run(1, plan.slice());
            LoadSlice load = loop.run(service, plan.callers(), plan.slice());
            return new Round(http, direct, load, model.run(plan.threads(), plan.slice()));
        }
        DirectTurn direct = model.run(1, plan.slice());
        HttpTurn http = caller.run(plan.slice());
        DirectTurn threads = model.run(plan.threads(), plan.slice());
        return new Round(http, direct, loop.run(service, plan.callers(), plan.slice()), threads);
    }
}
