package humeur.benchmark.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** One process's folder in {@code /proc} (proc(5)). A process that has gone has used nothing. */
final class ProcFolder {
    // USER_HZ: the unit of stat's times, 100 a second on every architecture that a JDK 17 runs on.
    private static final Duration TICK = Duration.ofMillis(10);
    private static final int FIRST_CPU_FIELD = 11;
    private static final int LAST_CPU_FIELD = 14;
    private static final long KIB = 1024;

    private final Path folder;

    ProcFolder(long pid) {
        this.folder = Path.of("/proc", Long.toString(pid));
    }

    ResourceUsage usage() {
        List<String> status = lines(folder.resolve("status"));
        return new ResourceUsage(cpu(), kib(status, "VmRSS:") * KIB, kib(status, "VmHWM:") * KIB);
    }

    /**
     * Both sources fall short, so the larger is the better: stat cuts each of its times to 10 ms, and schedstat
     * (in ns) forgets threads that have ended.
     */
    private Duration cpu() {
        Duration ticks = ofProcess();
        Duration nanos = ofLivingThreads();
        return ticks.compareTo(nanos) > 0 ? ticks : nanos;
    }

    /** User and system time of all threads, living or not, and of children that were waited for. */
    private Duration ofProcess() {
        String stat = first(folder.resolve("stat"));
        if (stat.isEmpty()) {
            return Duration.ZERO;
        }
        // The second field is the program's name in brackets, which may itself hold spaces and brackets.
        String[] afterName = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        long ticks = 0;
        for (int i = FIRST_CPU_FIELD; i <= LAST_CPU_FIELD; i++) {
            ticks += Long.parseLong(afterName[i]);
        }
        return TICK.multipliedBy(ticks);
    }

    private Duration ofLivingThreads() {
        long nanos = 0;
        try (DirectoryStream<Path> threads = Files.newDirectoryStream(folder.resolve("task"))) {
            for (Path thread : threads) {
                String schedstat = first(thread.resolve("schedstat"));
                nanos += schedstat.isEmpty() ? 0 : Long.parseLong(schedstat.substring(0, schedstat.indexOf(' ')));
            }
        } catch (IOException e) {
            return Duration.ZERO;
        }
        return Duration.ofNanos(nanos);
    }

    private static long kib(List<String> status, String field) {
        return status.stream()
                .filter(line -> line.startsWith(field))
                .map(line -> line.substring(field.length()).replace("kB", "").strip())
                .mapToLong(Long::parseLong)
                .findFirst()
                .orElse(0);
    }

    private static String first(Path file) {
        List<String> lines = lines(file);
        return lines.isEmpty() ? "" : lines.get(0);
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return List.of();
        }
    }
}
