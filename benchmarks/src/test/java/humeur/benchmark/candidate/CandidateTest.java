package humeur.benchmark.candidate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CandidateTest {
    private static final Candidate CANDIDATE =
            new Candidate("one", List.of("serve", "--port={port}"), Path.of("/"), Map.of(), Probe.PREDICTION);

    @Test
    void learns_its_port_as_the_functions_host_tells_it() {
        assertThat(CANDIDATE.on(4711).environment()).containsEntry("FUNCTIONS_CUSTOMHANDLER_PORT", "4711");
    }

    @Test
    void learns_its_port_from_its_command() {
        assertThat(CANDIDATE.on(4711).command()).containsExactly("serve", "--port=4711");
    }

    @Test
    void has_its_own_variables_beside_the_inherited_ones() {
        assertThat(CANDIDATE.with("MODE", "fast").on(4711).environment())
                .containsEntry("MODE", "fast")
                .containsKey("PATH");
    }
}
