package humeur.benchmark.candidate;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A program of the benchmark's own that runs in a process of its own, on the same JDK. */
public final class JavaProgram {
    private JavaProgram() {}

    /** The {@code java} that runs this benchmark. */
    public static Path launcher() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }

    /** Runs a source file, compiled as it starts, with this benchmark's own classes and others. */
    static List<String> sourceCommand(Path source, String classPath, List<String> arguments) {
        var command = new ArrayList<>(List.of(
                launcher().toString(),
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path") + File.pathSeparator + classPath,
                source.toString()));
        command.addAll(arguments);
        return List.copyOf(command);
    }

    /** Runs the class with a heap that is no larger than a small server needs. */
    public static List<String> command(Class<?> main, String... arguments) {
        var command = new ArrayList<>(List.of(
                launcher().toString(),
                "-XX:+UseSerialGC",
                "-Xmx32m",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        return List.copyOf(command);
    }
}
