package humeur.benchmark.load;

import static java.util.Objects.requireNonNull;

import com.sun.management.OperatingSystemMXBean;
import humeur.benchmark.http.HttpRequest;
import humeur.benchmark.process.RunningCandidate;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A fixed number of callers, each with at most one request under way. */
public final class ClosedLoop {
    private static final OperatingSystemMXBean THIS_PROCESS =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private final List<HttpRequest> requests;
    private final String expected;

    public ClosedLoop(List<HttpRequest> requests) {
        this(requests, "\"sentiment\"");
    }

    /** @param expected ASCII characters that every answer's body has to hold */
    public ClosedLoop(List<HttpRequest> requests, String expected) {
        this.requests = List.copyOf(requests);
        this.expected = requireNonNull(expected, "expected is null");
    }

    /** @throws humeur.benchmark.process.CandidateFailedException if a request fails */
    public LoadSlice run(RunningCandidate service, int callers, Duration duration) {
        Duration cpuBefore = service.usage().cpu();
        long callerCpuBefore = THIS_PROCESS.getProcessCpuTime();
        long startNanos = System.nanoTime();
        List<CallerTally> tallies = tallies(service, callers, startNanos + duration.toNanos());
        Duration elapsed = Duration.ofNanos(System.nanoTime() - startNanos);
        Duration callerCpu = Duration.ofNanos(THIS_PROCESS.getProcessCpuTime() - callerCpuBefore);
        tallies.stream().filter(tally -> tally.errors() > 0).findFirst().ifPresent(tally -> {
            throw service.failed("under load " + tally.firstError());
        });
        return new LoadSlice(elapsed, service.usage().cpu().minus(cpuBefore), callerCpu, tallies);
    }

    private List<CallerTally> tallies(RunningCandidate service, int callers, long endNanos) {
        ExecutorService threads = Executors.newFixedThreadPool(callers);
        try {
            List<Caller> all = new ArrayList<>();
            for (int caller = 0; caller < callers; caller++) {
                all.add(new Caller(service, requests, expected, caller * requests.size() / callers, endNanos));
            }
            List<CallerTally> tallies = new ArrayList<>();
            for (Future<CallerTally> tally : threads.invokeAll(all)) {
                tallies.add(tally.get());
            }
            return tallies;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted under load", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a caller ended unexpectedly", e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }
}
