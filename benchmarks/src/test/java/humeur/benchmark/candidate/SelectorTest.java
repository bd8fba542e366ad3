package humeur.benchmark.candidate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import humeur.benchmark.candidate.Availability.Available;
import humeur.benchmark.candidate.Availability.Unavailable;
import humeur.benchmark.options.Options;
import humeur.benchmark.options.UsageException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SelectorTest {
    private static final Candidate FLOOR =
            new Candidate("floor", List.of("serve", "{port}"), Path.of("/"), Map.of(), Probe.ROOT);
    private static final List<KnownCandidate> KNOWN = List.of(
            new KnownCandidate("floor", () -> new Available(FLOOR, "a note")),
            new KnownCandidate("native", () -> new Unavailable("build it: mvn package -Dnative")));

    private static Selection select(String... arguments) {
        return new Selector(KNOWN, new CandidateOptions(Options.parse(CandidateOptions.ALL, arguments))).select();
    }

    @Nested
    class What_is_measured {
        @Test
        void is_what_is_there_and_the_rest_is_left_out_with_its_remedy() {
            Selection selection = select();
            assertThat(selection.candidates()).containsExactly(FLOOR);
            assertThat(selection.notes())
                    .containsExactly("floor: a note", "native left out: build it: mvn package -Dnative");
        }

        @Test
        void is_only_what_was_asked_for() {
            assertThat(select("--only", "other", "--candidate", "other=./humeur -x")
                            .names())
                    .containsExactly("other");
        }

        @Test
        void includes_added_commands_split_as_a_shell_does() {
            Candidate added = select("--candidate", "other=./humeur '-Dx=a b'")
                    .candidates()
                    .get(1);
            assertThat(added.command()).containsExactly("./humeur", "-Dx=a b");
            assertThat(added.probe()).isEqualTo(Probe.PREDICTION);
        }

        @Test
        void includes_a_known_candidate_once_more_with_its_own_variables_and_directory(@TempDir Path folder) {
            Selection selection =
                    select("--candidate", "again=floor", "--env", "again:MODE=fast=yes", "--dir", "again:" + folder);
            assertThat(selection.candidates())
                    .containsExactly(
                            FLOOR, FLOOR.named("again").with("MODE", "fast=yes").in(folder));
        }
    }

    @Nested
    class What_cannot_be_is_refused {
        private void refused(String message, String... arguments) {
            assertThatThrownBy(() -> select(arguments))
                    .isInstanceOf(UsageException.class)
                    .hasMessageContaining(message);
        }

        @Test
        void a_missing_candidate_that_was_asked_for_by_name() {
            refused("native: build it: mvn package -Dnative", "--only", "native");
        }

        @Test
        void an_unknown_name() {
            refused("no candidate is called nativ; there are floor, native", "--only", "nativ");
            refused("no candidate is called nativ", "--env", "nativ:A=b");
            refused("no candidate is called nativ", "--dir", "nativ:/");
        }

        @Test
        void one_name_for_two() {
            refused("two candidates would be called floor", "--candidate", "floor=./humeur");
        }

        @Test
        void a_directory_that_does_not_exist() {
            refused("there is no /no/such/folder", "--dir", "floor:/no/such/folder");
        }

        @Test
        void a_value_of_another_form() {
            refused("--candidate: expected NAME=COMMAND, not \"./humeur\"", "--candidate", "./humeur");
            refused("--env: expected NAME:VARIABLE=VALUE", "--env", "A=b");
        }
    }
}
