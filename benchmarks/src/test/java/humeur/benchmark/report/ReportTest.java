package humeur.benchmark.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
    private static final Machine CALM =
            new Machine("EPYC", 2, 25_300_000_000L, "Linux 6.1", "OpenJDK 17", "3.11.7", 0.5);
    private static final Machine BUSY = new Machine("EPYC", 2, 25_300_000_000L, "Linux 6.1", "OpenJDK 17", "", 2.5);

    private static String table() {
        var table = new Table(List.of("candidate", "ms"));
        table.add(List.of("floor", Figures.number(61.24)));
        table.add(List.of("python", Figures.number(3215.6)));
        return table.toString();
    }

    private static Report on(Machine machine) {
        var figures = new LinkedHashMap<String, Object>(Map.of("candidate", "floor"));
        figures.put("rounds", List.of(1.5, 2));
        return new Report("Cold start", machine, table(), List.of(figures), List.of("native left out: \"why\""));
    }

    @Test
    void is_a_title_the_machine_a_table_and_notes() {
        assertThat(on(CALM).text()).isEqualTo("""
                        Cold start
                        EPYC, 2 cores, 25.3 GB memory, Linux 6.1, OpenJDK 17, Python 3.11.7, load average 0.5

                        candidate     ms
                        floor       61.2
                        python     3,216

                        native left out: "why"
                        """);
    }

    @Test
    void warns_of_a_busy_machine() {
        assertThat(on(BUSY).text()).contains("no Python").contains("quote the ratios, not the times");
        assertThat(on(CALM).text()).doesNotContain("quote the ratios");
    }

    @Test
    void is_written_as_JSON(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("report.json");
        on(CALM).writeJson(file);
        assertThat(Files.readString(file))
                .contains("\"title\": \"Cold start\"")
                .contains("\"load_average\": 0.5")
                .contains("\"rounds\": [1.5, 2]")
                .contains("\"native left out: \\\"why\\\"\"");
    }

    @Test
    void the_machine_is_read_from_this_one() {
        Machine here = Machine.current("");
        assertThat(here.cpu()).isNotBlank();
        assertThat(here.cores()).isPositive();
        assertThat(here.memory()).isGreaterThan(1_000_000);
    }
}
