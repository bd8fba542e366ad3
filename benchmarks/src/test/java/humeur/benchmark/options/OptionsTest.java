package humeur.benchmark.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionsTest {
    private static final List<Option> KNOWN =
            List.of(new Option("--rounds", "N", "How often."), Option.flag("--check", "Fail if slow."));

    private static Options parse(String... arguments) {
        return Options.parse(KNOWN, arguments);
    }

    @Test
    void a_value_may_follow_or_be_joined_with_an_equals_sign() {
        assertThat(parse("--rounds", "3", "--rounds=a=b").all("--rounds")).containsExactly("3", "a=b");
    }

    @Test
    void the_last_value_wins() {
        assertThat(parse("--rounds", "3", "--rounds", "4").positive("--rounds", 1))
                .isEqualTo(4);
    }

    @Test
    void what_is_not_given_has_its_default() {
        assertThat(parse().positive("--rounds", 15)).isEqualTo(15);
        assertThat(parse().positives("--rounds", "1,8")).containsExactly(1, 8);
        assertThat(parse().has("--check")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "--bogus, unknown option: --bogus",
        "stray, unknown option: stray",
        "--rounds, --rounds N: the value is missing",
        "--check=yes, --check takes no value",
    })
    void what_cannot_be_read_is_refused(String argument, String message) {
        assertThatThrownBy(() -> parse(argument))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource({"0, at least 1", "-1, at least 1", "many, a whole number", "1.5, a whole number"})
    void what_is_no_count_is_refused(String value, String message) {
        assertThatThrownBy(() -> parse("--rounds", value).positive("--rounds", 1))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining(message);
    }

    @Test
    void help_lists_every_option_and_exit_code() {
        assertThat(HelpText.of("cold-start", "Measures.", KNOWN))
                .startsWith("Usage: benchmarks/cold-start [options]\n\nMeasures.\n\nOptions:\n")
                .contains("  --rounds N                How often.\n")
                .contains("  --check                   Fail if slow.\n")
                .contains("  1                         measured, but over a bound");
    }
}
