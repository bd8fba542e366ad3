package humeur.benchmark.candidate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import humeur.benchmark.options.UsageException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CommandWordsTest {
    static Stream<Arguments> commands() {
        return Stream.of(
                Arguments.of("  java  -jar\tapp.jar ", List.of("java", "-jar", "app.jar")),
                Arguments.of("sh -c 'exec \"$0\"'", List.of("sh", "-c", "exec \"$0\"")),
                Arguments.of("a \"b 'c' \\\" d\"", List.of("a", "b 'c' \" d")),
                Arguments.of("a '' \"\"", List.of("a", "", "")),
                Arguments.of("my\\ program x'y z'", List.of("my program", "xy z")),
                Arguments.of("a 'b\\'", List.of("a", "b\\")));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void are_split_as_a_shell_does(String command, List<String> words) {
        assertThat(CommandWords.of(command)).isEqualTo(words);
    }

    @Test
    void an_open_quote_is_refused() {
        assertThatThrownBy(() -> CommandWords.of("sh -c 'exit"))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("a ' is not closed in: sh -c 'exit");
    }

    @Test
    void no_word_at_all_is_refused() {
        assertThatThrownBy(() -> CommandWords.of("  ")).isInstanceOf(UsageException.class);
    }
}
