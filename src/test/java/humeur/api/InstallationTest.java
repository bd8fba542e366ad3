package humeur.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InstallationTest {
    @AfterEach
    void unset() {
        System.clearProperty("humeur.models.directory");
        System.clearProperty("humeur.models.default");
    }

    @Test
    void keepsItsModelsInTheWorkingDirectoryUnlessTheyLieBesideTheExecutable() {
        Installation installation = Installation.find();
        assertThat(installation.models()).isEqualTo(Path.of("onnx-models").toAbsolutePath());
        assertThat(installation.defaultModel()).isEmpty();
        assertThat(installation.libraries()).isEmpty();
    }

    @Test
    void takesSettings() {
        System.setProperty("humeur.models.directory", "elsewhere");
        System.setProperty("humeur.models.default", "bert");
        Installation installation = Installation.find();
        assertThat(installation.models()).isEqualTo(Path.of("elsewhere"));
        assertThat(installation.defaultModel()).contains("bert");
    }

    @Test
    void takesAnEmptySettingForNone() {
        System.setProperty("humeur.models.default", " ");
        assertThat(Installation.find().defaultModel()).isEmpty();
    }
}
