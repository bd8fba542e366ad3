package humeur.training.bert;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CacheFolderTest {
    private static final Path HOME = Path.of(System.getProperty("user.home"));

    @Test
    void isInTheCacheThatTheUserNames() {
        assertThat(CacheFolder.of(Map.of("XDG_CACHE_HOME", "/var/cache/me")))
                .isEqualTo(Path.of("/var/cache/me/humeur/bert"));
    }

    @Test
    void isInTheHomeFolderOtherwise() {
        assertThat(CacheFolder.of(Map.of())).isEqualTo(HOME.resolve(".cache/humeur/bert"));
        assertThat(CacheFolder.of(Map.of("XDG_CACHE_HOME", "relative"))).isEqualTo(HOME.resolve(".cache/humeur/bert"));
    }
}
