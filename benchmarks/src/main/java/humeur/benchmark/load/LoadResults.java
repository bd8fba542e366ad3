package humeur.benchmark.load;

import humeur.benchmark.process.ResourceUsage;
import humeur.benchmark.report.Distribution;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/** The slices of a run, in the order of their rounds, and what the candidates held at its end. */
public final class LoadResults {
    private static final double NANOS_PER_MICRO = 1e3;

    private final Map<LoadKey, List<LoadSlice>> slices = new LinkedHashMap<>();
    private final Map<String, ResourceUsage> usages = new HashMap<>();

    public void add(LoadKey key, LoadSlice slice) {
        slices.computeIfAbsent(key, one -> new ArrayList<>()).add(slice);
    }

    public void add(String candidate, ResourceUsage usage) {
        usages.put(candidate, usage);
    }

    public List<LoadKey> keys() {
        return List.copyOf(slices.keySet());
    }

    public ResourceUsage usage(String candidate) {
        return usages.get(candidate);
    }

    /** One value a round. */
    Distribution requestsPerSecond(LoadKey key) {
        return Distribution.of(
                slices.get(key).stream().map(LoadSlice::requestsPerSecond).toList());
    }

    /** One value a request, in ms. */
    public Distribution latencies(LoadKey key) {
        return Distribution.of(Latencies.milliseconds(slices.get(key).stream()
                .flatMap(slice -> slice.tallies().stream())
                .map(CallerTally::latencies)
                .toList()));
    }

    /** How many times as long as the other a candidate's median request takes under as many callers: one value a round. */
    public Distribution medianRatios(LoadKey key, String base) {
        List<LoadSlice> own = slices.get(key);
        List<LoadSlice> others = slices.get(key.of(base));
        return Distribution.of(IntStream.range(0, own.size())
                .mapToObj(round -> median(own.get(round)) / median(others.get(round)))
                .toList());
    }

    private static double median(LoadSlice slice) {
        return Distribution.of(Latencies.milliseconds(
                        slice.tallies().stream().map(CallerTally::latencies).toList()))
                .median();
    }

    int errors(LoadKey key) {
        return slices.get(key).stream().mapToInt(LoadSlice::errors).sum();
    }

    /** The candidate's CPU time a request, in µs. */
    double cpuPerRequest(LoadKey key) {
        return perRequest(key, LoadSlice::cpu);
    }

    /** The load generator's own CPU time a request, in µs. */
    double callerCpuPerRequest(LoadKey key) {
        return perRequest(key, LoadSlice::callerCpu);
    }

    private double perRequest(LoadKey key, Function<LoadSlice, Duration> cpu) {
        long nanos = slices.get(key).stream()
                .mapToLong(slice -> cpu.apply(slice).toNanos())
                .sum();
        return nanos
                / NANOS_PER_MICRO
                / slices.get(key).stream().mapToInt(LoadSlice::requests).sum();
    }

    /**
     * How many times as many requests a second a candidate answers as the other under as many callers: the median of the
     * rounds' own ratios. Empty if the other was not measured.
     */
    Optional<Double> ratio(LoadKey key, String base) {
        List<LoadSlice> others = slices.getOrDefault(key.of(base), List.of());
        if (others.isEmpty()) {
            return Optional.empty();
        }
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < others.size(); round++) {
            ratios.add(slices.get(key).get(round).requestsPerSecond()
                    / others.get(round).requestsPerSecond());
        }
        return Optional.of(Distribution.of(ratios).median());
    }
}
