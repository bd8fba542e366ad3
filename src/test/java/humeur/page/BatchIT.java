package humeur.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Many texts at once. */
@InChromium
class BatchIT {
    private static final int ROWS = 250;

    private static void choose(Page page, String name, byte[] content) {
        page.locator("#file").setInputFiles(new FilePayload(name, "text/csv", content));
    }

    private static void finish(Page page) {
        page.locator("#start").click();
        assertThat(page.locator("#download")).isVisible();
    }

    private static List<String> download(Page page) throws IOException {
        Download download = page.waitForDownload(() -> page.locator("#download").click());
        return List.of(Files.readString(download.path(), UTF_8).split("\r\n", -1));
    }

    @Nested
    class A_file_of_250_rows {
        private static final String HEADER = "id,text,likes";

        /** Row 3 is empty, 5 a number, 7 a formula, 9 in quotes over two lines, 11 too large for the service. */
        private static String row(int number) {
            return number + ","
                    + switch (number) {
                        case 3 -> "";
                        case 5 -> "42";
                        case 7 -> "\"=HYPERLINK(\"\"http://example.com\"\") I love it\"";
                        case 9 -> "\"I love it,\n\"\"really\"\"\"";
                        case 11 -> "good ".repeat(220_000);
                        default -> number % 2 == 0 ? "I hate this" : "I love this";
                    }
                    + ",-1";
        }

        private static byte[] content() {
            return IntStream.rangeClosed(1, ROWS)
                    .mapToObj(A_file_of_250_rows::row)
                    .collect(Collectors.joining("\r\n", HEADER + "\r\n", "\r\n"))
                    .getBytes(UTF_8);
        }

        @Test
        void is_answered_row_by_row(Visit visit) throws Exception {
            Page page = visit.open();
            choose(page, "tweets.csv", content());
            assertThat(page.locator("#source")).hasText("tweets.csv: 250 rows, 3 columns");
            finish(page);

            assertThat(page.locator("#run-status"))
                    .hasText("250 rows: 122 positive, 125 negative, 3 that could not be read.");
            assertThat(page.locator("#rows tr.error")).hasCount(3);
            assertThat(page.locator("#rows tr").nth(2)).containsText("There is no text yet");
            assertThat(page.locator("#rows tr").nth(4)).containsText("A number alone");
            assertThat(page.locator("#rows tr").nth(10)).containsText("at most 1 MB");
            while (page.locator("#more").isVisible()) {
                page.locator("#more").click();
            }
            assertThat(page.locator("#rows tr")).hasCount(ROWS);

            List<String> lines = download(page);
            assertThat(lines).hasSize(1 + ROWS + 1);
            assertThat(lines.get(0))
                    .isEqualTo("\ufeff" + HEADER + ",sentiment,probability,model,model_version,id,error");
            assertThat(lines.get(1)).matches("1,I love this,-1,Positive,0\\.9\\d+,[a-z-]+,[\\d.]+,[0-9a-f-]{36},");
            assertThat(lines.get(2)).startsWith("2,I hate this,-1,Negative,0.");
            assertThat(lines.get(3)).isEqualTo("3,,-1,,,,,,There is no text yet. Write a few words.");
            assertThat(lines.get(5)).startsWith("5,42,-1,,,,,,A number alone");
            assertThat(lines.get(7)).startsWith("7,\"'=HYPERLINK(\"\"http://example.com\"\") I love it\",-1,Positive,");
            assertThat(lines.get(9)).startsWith("9,\"I love it,\n\"\"really\"\"\",-1,Positive,");
            assertThat(lines.get(11)).startsWith("11,\"good ").endsWith("service takes at most 1 MB at once.");
            assertThat(lines.get(ROWS)).startsWith(ROWS + ",I hate this,-1,Negative,");
        }

        @Test
        void goes_on_after_a_stop_without_losing_a_row(Visit visit) throws Exception {
            AtomicInteger calls = new AtomicInteger();
            Page page = visit.answering("/predict/batch", route -> {
                        if (calls.incrementAndGet() != 2) {
                            route.resume();
                        } // The second is never answered.
                    })
                    .open();
            choose(page, "tweets.csv", content());
            page.locator("#start").click();
            assertThat(page.locator("#run-status")).hasText(Pattern.compile("[1-9]\\d* of 250 …"));
            page.locator("#cancel").click();

            assertThat(page.locator("#run-status")).containsText("Stopped.");
            assertThat(page.locator("#start")).hasText(Pattern.compile("Go on with \\d+ texts"));
            assertThat(download(page)).hasSize(1 + ROWS + 1).anyMatch(line -> line.endsWith(",not sent yet"));
            finish(page);
            assertThat(page.locator("#run-status")).containsText("250 rows: 122 positive");
        }
    }

    @Nested
    class A_busy_service {
        @Test
        void is_asked_again_when_it_says(Visit visit) {
            AtomicInteger calls = new AtomicInteger();
            Page page = visit.answering("/predict/batch", route -> {
                        if (calls.incrementAndGet() == 1) {
                            route.fulfill(new Route.FulfillOptions()
                                    .setStatus(503)
                                    .setHeaders(Map.of("Retry-After", "1"))
                                    .setBody("{}"));
                        } else {
                            route.resume();
                        }
                    })
                    .open();
            page.locator("#many").fill("I love it\nI hate it");
            finish(page);

            assertThat(page.locator("#run-status")).containsText("2 rows: 1 positive, 1 negative");
            assertThat(calls).hasValue(2);
        }
    }

    @Nested
    class What_was_pasted {
        @Test
        void is_one_text_a_line(Visit visit) {
            Page page = visit.open();
            page.locator("#many").fill("I love it, really; I do\n\nI \"hate\" it\n\"open quote");

            assertThat(page.locator("#start")).hasText("Read 3 texts");
            finish(page);
            assertThat(page.locator("#rows tr").nth(0)).containsText("I love it, really; I do");
        }

        @Test
        void is_a_table_if_its_first_line_names_the_texts(Visit visit) {
            Page page = visit.open();
            page.locator("#many").fill("nr;Review\n1;\"good; very good\"\n2;bad\n3;\"unclosed");

            assertThat(page.locator("#start")).hasText("Read 3 texts");
            assertThat(page.locator("#column")).hasValue("1");
        }
    }

    @Nested
    class A_file {
        @Test
        void may_be_in_an_old_code_page(Visit visit) {
            Page page = visit.open();
            choose(page, "avis.csv", "avis\ncafé lovely".getBytes(Charset.forName("windows-1252")));
            finish(page);

            assertThat(page.locator("#rows tr").nth(0)).containsText("café lovely");
        }

        @Test
        void without_names_has_its_longest_column_read(Visit visit) {
            Page page = visit.open();
            choose(page, "a.csv", "1,I love it so much\n2,I hate it so much".getBytes(UTF_8));

            assertThat(page.locator("#column")).hasValue("1");
            assertThat(page.locator("#start")).hasText("Read 2 texts");
            page.locator("#header").check();
            assertThat(page.locator("#start")).hasText("Read 1 text");
        }
    }
}
