package humeur.benchmark.process;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.stream.Stream;

/**
 * What a process and its descendants have used so far, from Linux' {@code /proc}.
 *
 * @param cpu      user and system time
 * @param resident bytes in memory now (VmRSS)
 * @param peak     the most bytes in memory at any time (VmHWM); of several processes, the sum of their peaks
 */
public record ResourceUsage(Duration cpu, long resident, long peak) {
    private static final ResourceUsage NONE = new ResourceUsage(Duration.ZERO, 0, 0);

    public ResourceUsage {
        requireNonNull(cpu, "cpu is null");
    }

    static ResourceUsage ofTree(ProcessHandle root) {
        return Stream.concat(Stream.of(root), root.descendants())
                .map(process -> new ProcFolder(process.pid()).usage())
                .reduce(NONE, ResourceUsage::plus);
    }

    private ResourceUsage plus(ResourceUsage other) {
        return new ResourceUsage(cpu.plus(other.cpu), resident + other.resident, peak + other.peak);
    }
}
