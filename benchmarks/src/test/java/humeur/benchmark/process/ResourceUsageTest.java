package humeur.benchmark.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ResourceUsageTest {
    private static ResourceUsage ofShell(String script) throws Exception {
        try (var children = new ChildProcesses()) {
            Process shell = children.start(new ProcessBuilder("sh", "-c", script + "; echo done; read line"));
            shell.inputReader().readLine();
            return ResourceUsage.ofTree(shell.toHandle());
        }
    }

    @Test
    void the_cpu_time_of_work_is_counted() throws Exception {
        ResourceUsage idle = ofShell("true");
        ResourceUsage busy = ofShell("i=0; while [ $i -lt 300000 ]; do i=$((i+1)); done");
        assertThat(busy.cpu()).isGreaterThan(idle.cpu().plus(Duration.ofMillis(50)));
    }

    @Test
    void the_cpu_time_of_children_that_have_ended_is_counted() throws Exception {
        ResourceUsage parent = ofShell("sh -c 'i=0; while [ $i -lt 300000 ]; do i=$((i+1)); done'");
        assertThat(parent.cpu()).isGreaterThan(Duration.ofMillis(50));
    }

    @Test
    void the_memory_of_living_children_is_counted() throws Exception {
        ResourceUsage alone = ofShell("true");
        ResourceUsage withChild = ofShell("sleep 60 & true");
        assertThat(withChild.resident()).isGreaterThan(alone.resident());
    }

    @Test
    void the_peak_is_no_less_than_what_is_resident() throws Exception {
        ResourceUsage usage = ofShell("true");
        assertThat(usage.resident()).isPositive().isLessThanOrEqualTo(usage.peak());
    }

    @Test
    void a_process_that_has_gone_has_used_nothing() throws Exception {
        Process gone = new ProcessBuilder("true").start();
        gone.waitFor();
        assertThat(ResourceUsage.ofTree(gone.toHandle())).isEqualTo(new ResourceUsage(Duration.ZERO, 0, 0));
    }
}
