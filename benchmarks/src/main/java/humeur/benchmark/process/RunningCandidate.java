package humeur.benchmark.process;

import humeur.benchmark.candidate.Candidate;
import humeur.benchmark.http.HttpConnection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** A candidate's process, from exec until it is closed. */
public final class RunningCandidate implements AutoCloseable {
    private static final int LAST_LINES = 12;

    private final ChildProcesses children;
    private final Candidate candidate;
    private final int port;
    private final Path output;
    private final long execNanos;
    private final Process process;

    private RunningCandidate(ChildProcesses children, Candidate candidate) throws IOException {
        this.children = children;
        this.candidate = candidate;
        this.port = FreePort.find();
        this.output = Files.createTempFile("humeur-benchmark-" + candidate.name() + "-", ".log");
        output.toFile().deleteOnExit();
        ProcessBuilder builder = candidate.on(port);
        builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        builder.redirectErrorStream(true).redirectOutput(output.toFile());
        this.execNanos = System.nanoTime();
        this.process = children.start(builder);
    }

    /** @throws CandidateFailedException if its program cannot be executed */
    public static RunningCandidate start(ChildProcesses children, Candidate candidate) {
        try {
            return new RunningCandidate(children, candidate);
        } catch (IOException e) {
            throw new CandidateFailedException(candidate, "could not be started: " + e.getMessage(), "");
        }
    }

    public Candidate candidate() {
        return candidate;
    }

    /** Where it listens, or is about to. */
    public int port() {
        return port;
    }

    /** Of {@link System#nanoTime()}, just before the operating system was asked to execute it. */
    long execNanos() {
        return execNanos;
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public HttpConnection connect(Duration timeout) throws IOException {
        return HttpConnection.open(port, timeout);
    }

    public ResourceUsage usage() {
        return ResourceUsage.ofTree(process.toHandle());
    }

    /** The failure of this candidate, with what it printed last. */
    public CandidateFailedException failed(String what) {
        String how = process.isAlive() ? what : what + ": it has ended with exit code " + process.exitValue();
        return new CandidateFailedException(candidate, how, lastLines());
    }

    private String lastLines() {
        try {
            var lines = Files.readString(output, StandardCharsets.ISO_8859_1)
                    .lines()
                    .toList();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        children.stop(process);
        try {
            Files.deleteIfExists(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
