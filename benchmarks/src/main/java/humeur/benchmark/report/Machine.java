package humeur.benchmark.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The machine that a figure was measured on: a figure without it says nothing.
 *
 * @param memory bytes
 * @param load   runnable processes over the last minute, as measuring begins: other work widens every figure
 */
public record Machine(String cpu, int cores, long memory, String kernel, String jdk, String python, double load) {
    private static final long KIB = 1024;

    /** @param python the interpreter's version, or empty if there is none */
    public static Machine current(String python) {
        return new Machine(
                field(Path.of("/proc/cpuinfo"), "model name").orElse(System.getProperty("os.arch")),
                Runtime.getRuntime().availableProcessors(),
                field(Path.of("/proc/meminfo"), "MemTotal")
                        .map(total -> Long.parseLong(total.replace("kB", "").strip()) * KIB)
                        .orElse(0L),
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                System.getProperty("java.vm.name") + " " + Runtime.version(),
                python,
                lines(Path.of("/proc/loadavg")).stream()
                        .findFirst()
                        .map(line -> Double.parseDouble(line.split(" ")[0]))
                        .orElse(0.0));
    }

    public String line() {
        return "%s, %d cores, %s GB memory, %s, %s, %s, load average %.1f"
                .formatted(
                        cpu,
                        cores,
                        Figures.number(Figures.megabytes(memory) / 1000),
                        kernel,
                        jdk,
                        python.isEmpty() ? "no Python" : "Python " + python,
                        load);
    }

    /** Whether other work competes for the cores, so that times say less than ratios do. */
    public boolean isBusy() {
        return load > cores;
    }

    public Map<String, Object> json() {
        var json = new LinkedHashMap<String, Object>();
        json.put("cpu", cpu);
        json.put("cores", cores);
        json.put("memory_bytes", memory);
        json.put("kernel", kernel);
        json.put("jdk", jdk);
        json.put("python", python);
        json.put("load_average", load);
        return json;
    }

    private static Optional<String> field(Path file, String name) {
        return lines(file).stream()
                .filter(line -> line.startsWith(name))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst();
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            return List.of();
        }
    }
}
