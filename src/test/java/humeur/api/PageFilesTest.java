package humeur.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PageFilesTest {
    private static final Path FOLDER = Path.of("src", "main", "resources", "humeur", "page");

    private final PageFiles files = PageFiles.read();

    @Test
    void areAllThatLieInTheFolder() throws IOException {
        try (Stream<Path> paths = Files.list(FOLDER)) {
            assertThat(PageFiles.NAMES)
                    .containsExactlyElementsOf(paths.map(Path::getFileName)
                            .map(Path::toString)
                            .sorted()
                            .toList());
        }
    }

    @Test
    void areNamedByAFingerprintInThePage() {
        assertThat(files.fingerprint()).matches("[0-9a-f]{16}");
        assertThat(files.content("index.html"))
                .contains("\"/page/" + files.fingerprint() + "/main.js\"")
                .doesNotContain("{{");
    }

    @Test
    void importOnlyOneAnother() {
        Pattern imported = Pattern.compile("from '\\./([^']+)'");
        for (String name : PageFiles.NAMES) {
            List<String> others = imported.matcher(files.content(name))
                    .results()
                    .map(match -> match.group(1))
                    .toList();
            assertThat(PageFiles.NAMES).as(name).containsAll(others);
        }
    }
}
