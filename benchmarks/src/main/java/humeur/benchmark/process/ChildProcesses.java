package humeur.benchmark.process;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Every process that a benchmark starts; none outlives it, also when it is interrupted. */
public final class ChildProcesses implements AutoCloseable {
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final Set<Process> running = new LinkedHashSet<>();
    private boolean closed;

    public ChildProcesses() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "stop-child-processes"));
    }

    /** @throws IOException if the program does not exist or cannot be executed */
    public synchronized Process start(ProcessBuilder builder) throws IOException {
        if (closed) {
            throw new IOException("no process may be started any more: the benchmark is ending");
        }
        Process process = builder.start();
        running.add(process);
        return process;
    }

    /** Asks the process to end (SIGTERM), and kills what is left of it and its children after 5 s at most. */
    public void stop(Process process) {
        // Taken first: children that outlive their parent can no longer be told to be its own.
        List<ProcessHandle> tree = tree(process);
        process.destroy();
        try {
            process.waitFor(GRACE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        tree.forEach(ProcessHandle::destroyForcibly);
        synchronized (this) {
            running.remove(process);
        }
    }

    /** Kills what is still running, at once: whoever interrupts a benchmark does not wait. */
    @Override
    public synchronized void close() {
        closed = true;
        running.forEach(process -> tree(process).forEach(ProcessHandle::destroyForcibly));
        running.clear();
    }

    /** The process itself first, so that it cannot replace a child that has just been killed. */
    private static List<ProcessHandle> tree(Process process) {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .toList();
    }
}
