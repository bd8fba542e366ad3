package humeur.sentiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelCatalogTest {
    @TempDir
    Path directory;

    private final RecordingModels factory = new RecordingModels();
    private ModelsFolder models;

    @BeforeEach
    void twoModels() {
        models = new ModelsFolder(directory)
                .withDefault("logistic")
                .withModel("logistic", new byte[] {1})
                .withModel("bert", new byte[] {2});
    }

    private ModelCatalog open() {
        return ModelCatalog.open(directory, Optional.empty(), factory);
    }

    @Nested
    class The_default {
        @Test
        void is_the_one_that_the_index_names() {
            assertThat(open().defaultSlot().manifest().name()).isEqualTo("logistic");
        }

        @Test
        void can_be_overridden() {
            ModelCatalog catalog = ModelCatalog.open(directory, Optional.of("bert"), factory);

            assertThat(catalog.defaultSlot().manifest().name()).isEqualTo("bert");
        }

        @Test
        void needs_no_index_when_overridden() throws IOException {
            Files.delete(directory.resolve("models.json"));

            ModelCatalog catalog = ModelCatalog.open(directory, Optional.of("bert"), factory);

            assertThat(catalog.defaultSlot().manifest().name()).isEqualTo("bert");
        }

        @Test
        void has_to_exist() {
            models.withDefault("lstm");

            assertThatExceptionOfType(ModelException.class)
                    .isThrownBy(ModelCatalogTest.this::open)
                    .withMessageContainingAll("\"lstm\"", directory.toString(), "bert", "logistic", "models.json");
        }

        @Test
        void is_opened_without_being_asked_for_and_alone() {
            open().defaultSlot().opened().join();

            assertThat(factory.opened()).containsExactly("logistic");
        }
    }

    @Nested
    class Another_model {
        @Test
        void is_opened_on_first_use() {
            ModelCatalog catalog = open();
            catalog.defaultSlot().model();
            assertThat(factory.opened()).containsExactly("logistic");

            catalog.slot("bert").model();

            assertThat(factory.opened()).containsExactly("logistic", "bert");
        }

        @Test
        void does_no_harm_while_nobody_uses_it() throws IOException {
            Files.delete(models.file("bert"));

            assertThat(open().defaultSlot().model()).isNotNull();
        }
    }

    @Nested
    class A_model {
        @ParameterizedTest
        @ValueSource(strings = {"bert", "bert@1.0.0"})
        void is_found_by_its_name_with_or_without_its_version(String name) {
            assertThat(open().slot(name).manifest().name()).isEqualTo("bert");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"", "BERT", "lstm", "bert@", "bert@2.0.0", "@1.0.0", "bert@1.0.0@1.0.0", " bert", "../bert"})
        void of_another_name_or_version_is_unknown(String name) {
            assertThatExceptionOfType(UnknownModelException.class)
                    .isThrownBy(() -> open().slot(name))
                    .satisfies(unknown -> assertThat(unknown.known()).containsExactly("bert", "logistic"))
                    .withMessageContaining("bert, logistic");
        }
    }

    @Nested
    class The_list {
        @Test
        void is_in_the_order_of_the_names() {
            assertThat(open().slots())
                    .extracting(slot -> slot.manifest().name())
                    .containsExactly("bert", "logistic");
        }

        @Test
        void passes_over_what_is_no_model() throws IOException {
            Files.createDirectory(directory.resolve("notes"));
            Files.writeString(directory.resolve("README.md"), "");

            assertThat(open().slots()).hasSize(2);
        }
    }

    @Nested
    class A_folder {
        @Test
        void has_to_exist() {
            Path missing = directory.resolve("missing");

            assertThatExceptionOfType(ModelException.class)
                    .isThrownBy(() -> ModelCatalog.open(missing, Optional.of("bert"), factory))
                    .withMessageContaining(missing.toString());
        }

        @Test
        void with_a_broken_manifest_is_refused() throws IOException {
            Files.writeString(models.manifestFile("bert"), "{");

            assertThatExceptionOfType(ModelException.class)
                    .isThrownBy(ModelCatalogTest.this::open)
                    .withMessageContaining(models.manifestFile("bert").toString());
        }
    }
}
