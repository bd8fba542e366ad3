package humeur.benchmark.candidate;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A service that can be started, asked and compared.
 *
 * <p>It learns its port as the Azure Functions host tells it, from {@code FUNCTIONS_CUSTOMHANDLER_PORT}, and from
 * the word {@code {port}} in its command.
 *
 * @param command   the program and its arguments
 * @param directory the working directory
 * @param probe     the question whose right answer says that it serves
 */
public record Candidate(
        String name, List<String> command, Path directory, Map<String, String> environment, Probe probe) {
    private static final String PORT_WORD = "{port}";
    private static final String PORT_VARIABLE = "FUNCTIONS_CUSTOMHANDLER_PORT";

    public Candidate {
        requireNonNull(name, "name is null");
        requireNonNull(directory, "directory is null");
        requireNonNull(probe, "probe is null");
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    public Candidate named(String otherName) {
        return new Candidate(otherName, command, directory, environment, probe);
    }

    public Candidate in(Path otherDirectory) {
        return new Candidate(name, command, otherDirectory, environment, probe);
    }

    public Candidate with(String variable, String value) {
        var variables = new HashMap<>(environment);
        variables.put(variable, value);
        return new Candidate(name, command, directory, variables, probe);
    }

    /** How to start it on that port; input, output and what becomes of them are the caller's choice. */
    public ProcessBuilder on(int port) {
        var builder = new ProcessBuilder(command.stream()
                .map(word -> word.replace(PORT_WORD, Integer.toString(port)))
                .toList());
        builder.directory(directory.toFile());
        builder.environment().put(PORT_VARIABLE, Integer.toString(port));
        builder.environment().putAll(environment);
        return builder;
    }
}
