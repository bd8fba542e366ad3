package humeur.benchmark.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ChildProcessesTest {
    private static final String WITH_A_CHILD = "sleep 60 & wait";
    private static final String DEAF_TO_TERM = "trap '' TERM; sleep 60 & wait; sleep 60";

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    private final ChildProcesses children = new ChildProcesses();

    @AfterEach
    void close() {
        children.close();
    }

    private Process shell(String script) throws IOException, InterruptedException {
        Process process = children.start(new ProcessBuilder("sh", "-c", script));
        while (process.descendants().findAny().isEmpty()) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
        return process;
    }

    private static List<ProcessHandle> tree(Process process) {
        return Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
    }

    /** Asks each again and again: for a process that is not its own child, the JDK's onExit() looks every few seconds. */
    private static void assertEnded(List<ProcessHandle> tree) throws InterruptedException {
        long giveUpNanos = System.nanoTime() + LONGEST_WAIT.toNanos();
        while (tree.stream().anyMatch(ProcessHandle::isAlive) && System.nanoTime() < giveUpNanos) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
        assertThat(tree).hasSize(2).noneMatch(ProcessHandle::isAlive);
    }

    @Test
    void stopping_a_process_ends_its_children_too() throws Exception {
        Process process = shell(WITH_A_CHILD);
        List<ProcessHandle> tree = tree(process);
        children.stop(process);
        assertEnded(tree);
    }

    @Test
    void stopping_a_process_that_ignores_SIGTERM_kills_it() throws Exception {
        Process process = shell(DEAF_TO_TERM);
        List<ProcessHandle> tree = tree(process);
        children.stop(process);
        assertEnded(tree);
    }

    @Test
    void closing_ends_everything_at_once() throws Exception {
        List<ProcessHandle> tree = tree(shell(DEAF_TO_TERM));
        children.close();
        assertEnded(tree);
    }

    @Test
    void nothing_can_be_started_once_closed() {
        children.close();
        assertThatThrownBy(() -> children.start(new ProcessBuilder("true")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("the benchmark is ending");
    }
}
