package humeur.benchmark.python;

import humeur.benchmark.candidate.Availability;
import humeur.benchmark.candidate.Availability.Available;
import humeur.benchmark.candidate.Availability.Unavailable;
import humeur.benchmark.candidate.Candidate;
import humeur.benchmark.candidate.KnownCandidate;
import humeur.benchmark.candidate.Probe;
import humeur.benchmark.process.ChildProcesses;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The machine's Python interpreter. */
public final class Python {
    private static final String VERSION = "import sys; print('%d.%d.%d' % sys.version_info[:3])";

    private final String program;
    private final Commands commands;

    /** @param program a path, or a name to be found on the PATH */
    public Python(String program, ChildProcesses children) {
        this.program = program;
        this.commands = new Commands(children);
    }

    /** The smallest service that everyone has: the standard library's HTTP server, without site packages. */
    public Availability httpServer(Path emptyFolder) {
        if (version().isEmpty()) {
            return new Unavailable(missing());
        }
        var command = List.of(program, "-S", "-m", "http.server", "--bind", "127.0.0.1", "{port}");
        return new Available(new Candidate(KnownCandidate.FLOOR, command, emptyFolder, Map.of(), Probe.ROOT));
    }

    /** As in 3.11.7, or empty if there is no such interpreter. */
    public String version() {
        try {
            return commands.output(List.of(program, "-c", VERSION));
        } catch (PeerSetupFailedException e) {
            return "";
        }
    }

    boolean isAtLeast(int major, int minor) {
        String[] parts = version().split("\\.");
        if (parts.length < 2) {
            return false;
        }
        int foundMajor = Integer.parseInt(parts[0]);
        return foundMajor > major || foundMajor == major && Integer.parseInt(parts[1]) >= minor;
    }

    String program() {
        return program;
    }

    String missing() {
        return "no %s that runs; install Python 3, or name it with --python".formatted(program);
    }
}
