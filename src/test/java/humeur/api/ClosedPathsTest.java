package humeur.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClosedPathsTest {
    @Test
    void closesNothingByDefault() {
        assertThat(new ClosedPaths(Optional.empty()).contains("/stats")).isFalse();
    }

    @Test
    void closesAPathWithAllUnderIt() {
        ClosedPaths closed = new ClosedPaths(Optional.of(List.of("/q/health", "/stats/")));
        assertThat(List.of("/q/health", "/q/health/", "/q/health/live", "/stats"))
                .allMatch(closed::contains);
        assertThat(List.of("/", "/q", "/q/healthy", "/statsx", "/x/stats")).noneMatch(closed::contains);
    }

    @Test
    void isNamedAsTheDocumentationSays() {
        assertThat(ClosedPaths.PROPERTY).isEqualTo("humeur.http.closed-paths");
    }

    @ParameterizedTest
    @ValueSource(strings = {"stats", "", "/", "//"})
    void refusesWhatIsNoPath(String prefix) {
        assertThatThrownBy(() -> new ClosedPaths(Optional.of(List.of(prefix))))
                .hasMessageContaining("humeur.http.closed-paths")
                .hasMessageContaining("begins with a slash");
    }
}
