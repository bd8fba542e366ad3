package humeur.infra;

import static org.assertj.core.api.Assertions.assertThat;

import humeur.telemetry.alert.Timeline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The alert in Azure: its query through a KQL engine, its template through a grammar. Neither is Azure itself. */
class AlertTemplateTest {
    private static final Path QUERY = Path.of("infra", "alert", "negatives.kql");
    private static final Path TEMPLATE = Path.of("infra", "alert", "alert.bicep");
    private static final Path TOOLS = Path.of("infra", "alert", "test");
    private static final Duration WINDOW = Duration.ofMinutes(5);
    private static final LocalDateTime START = LocalDateTime.parse("2026-01-01T00:00:00");

    @TempDir
    Path folder;

    @Nested
    class The_query {
        /** All in one table, days apart, so that none touches the next. */
        @Test
        void finds_in_ten_thousand_random_timelines_what_brute_force_finds() throws Exception {
            Random random = new Random(20_260);
            List<String> events = new ArrayList<>();
            List<LocalDateTime> expected = new ArrayList<>();
            LocalDateTime start = START;
            for (int i = 0; i < 10_000; i++) {
                Timeline timeline = Timeline.random(random, WINDOW);
                List<LocalDateTime> times = new ArrayList<>();
                for (long microseconds : timeline.times()) {
                    times.add(start.plusNanos(microseconds * 1_000));
                    events.add(event(times.get(times.size() - 1), "Negative", "false"));
                }
                timeline.met(3, WINDOW).forEach(position -> expected.add(times.get(position)));
                start = (times.isEmpty() ? start : times.get(times.size() - 1)).plusDays(2);
            }
            assertThat(expected).hasSizeGreaterThan(10_000);
            assertThat(latest(events)).isEqualTo(expected);
        }

        @Test
        void leaves_out_what_is_not_negative_and_what_is_synthetic() throws Exception {
            List<String> events = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                events.add(event(START.plusSeconds(i), "Negative", "false"));
                events.add(event(START.plusSeconds(i), "Negative", "true"));
                events.add(event(START.plusSeconds(i), "Positive", "false"));
                events.add(event(START.plusSeconds(i), "Negative", "false").replace("Predicted", "Other"));
            }
            assertThat(latest(events)).isEmpty();
            events.add(event(START.plusSeconds(2), "Negative", "false"));
            assertThat(latest(events)).containsExactly(START.plusSeconds(2));
        }

        @Test
        void finds_nothing_in_nothing() throws Exception {
            assertThat(latest(List.of())).isEmpty();
        }

        @Test
        void has_the_function_s_own_threshold_and_window() throws IOException {
            assertThat(Files.readString(QUERY)).contains("let negatives = 3;", "let window = 5m;");
        }
    }

    /** The rule is looked at now and then, with a look back: whatever the moment, no group may fall between two looks. */
    @Nested
    class The_rule {
        @Test
        void sees_each_group_at_least_twice() throws IOException {
            Duration frequency = duration("evaluationFrequency");
            Duration lookBack = duration("windowSize");
            assertThat(lookBack).isGreaterThanOrEqualTo(WINDOW.plus(frequency.multipliedBy(2)));
        }

        private Duration duration(String property) throws IOException {
            Matcher value = Pattern.compile(property + ": '(\\w+)'").matcher(Files.readString(TEMPLATE));
            assertThat(value.find()).as(property).isTrue();
            return Duration.parse(value.group(1));
        }
    }

    @Nested
    class The_template {
        @Test
        void is_bicep() throws Exception {
            PythonEnvironment.run(List.of(TOOLS.resolve("syntax.py").toString(), TEMPLATE.toString()));
        }

        @Test
        void names_only_what_it_declares() throws IOException {
            String template = Files.readString(TEMPLATE);
            Set<String> declared = new HashSet<>(Set.of("resourceGroup", "loadTextContent", "i", "address"));
            matches("(?m)^(?:param|resource|var) (\\w+)", template).forEach(declared::add);
            Set<String> used = new TreeSet<>(matches("\\$\\{(\\w+)}", template));
            String code = template.replaceAll("//.*", "").replaceAll("'[^']*'", "''");
            used.addAll(matches("[:=] (?!true|false)([a-zA-Z]\\w*)", code));
            used.addAll(matches("(?m)^ +(\\w+)\\.", code));
            assertThat(declared).containsAll(used);
            assertThat(TEMPLATE.resolveSibling("negatives.kql")).isRegularFile();
        }

        private List<String> matches(String pattern, String text) {
            return Pattern.compile(pattern)
                    .matcher(text)
                    .results()
                    .map(result -> result.group(1))
                    .toList();
        }
    }

    private static String event(LocalDateTime time, String sentiment, String synthetic) {
        return "%s,SentimentPredicted,%s,%s".formatted(time, sentiment, synthetic);
    }

    private List<LocalDateTime> latest(List<String> events) throws Exception {
        Path input = folder.resolve("events.csv");
        Path output = folder.resolve("found.csv");
        List<String> lines = new ArrayList<>(List.of("timestamp,name,sentiment,synthetic"));
        lines.addAll(events);
        Files.write(input, lines);
        PythonEnvironment.run(
                List.of(TOOLS.resolve("replay.py").toString(), QUERY.toString(), input.toString(), output.toString()));
        return Files.readAllLines(output).stream()
                .skip(1)
                .map(line -> LocalDateTime.parse(line.split(",")[0]))
                .sorted()
                .toList();
    }
}
