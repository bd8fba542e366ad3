package humeur.sentiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestReaderTest {
    private static final String REMEDY = "restore";

    @TempDir
    Path directory;

    private final ManifestReader reader = new ManifestReader();
    private ModelsFolder models;

    @BeforeEach
    void release() {
        models = new ModelsFolder(directory).withDefault("logistic").withModel("logistic", new byte[] {1, 2, 3});
    }

    @Nested
    class The_index {
        @Test
        void names_the_default_model() {
            assertThat(reader.defaultModel(directory)).isEqualTo("logistic");
        }

        @Test
        void may_not_be_missing() throws IOException {
            Files.delete(index());

            assertThatExceptionOfType(ModelException.class)
                    .isThrownBy(() -> reader.defaultModel(directory))
                    .withMessageContainingAll(index().toString(), "is missing", REMEDY);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{}",
                    "[]",
                    "\"logistic\"",
                    "{\"default\": null}",
                    "{\"default\": 1}",
                    "{\"Default\": \"a\"}",
                    ""
                })
        void has_to_name_it_as_a_string(String content) throws IOException {
            Files.writeString(index(), content);

            assertThatExceptionOfType(ModelException.class)
                    .isThrownBy(() -> reader.defaultModel(directory))
                    .withMessageContainingAll(index().toString(), "\"default\"", REMEDY);
        }

        @Test
        void has_to_be_json() throws IOException {
            Files.writeString(index(), "{\n\"default\": logistic}");

            assertThatExceptionOfType(ModelException.class)
                    .isThrownBy(() -> reader.defaultModel(directory))
                    .withMessageContainingAll(index().toString(), "is not JSON (line 2)", REMEDY);
        }

        private Path index() {
            return directory.resolve("models.json");
        }
    }

    @Nested
    class A_manifest {
        @Test
        void says_all_that_opening_needs() {
            ObjectNode document = models.manifest("logistic").put("threshold", 0.4);
            document.putObject("limits").put("max_tokens", 7);
            models.withManifest("logistic", document);

            Manifest manifest = reader.manifest(models.folder("logistic"));

            assertThat(manifest.name()).isEqualTo("logistic");
            assertThat(manifest.version()).isEqualTo("1.0.0");
            assertThat(manifest.kind()).isEqualTo("text-graph");
            assertThat(manifest.file()).isEqualTo("model.onnx");
            // SHA-256 of the bytes 1, 2, 3.
            assertThat(manifest.sha256()).isEqualTo("039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81");
            assertThat(manifest.threshold()).isEqualTo(0.4f);
            assertThat(manifest.maxTokens()).isEqualTo(7);
        }

        @Test
        void is_kept_whole_for_publication() {
            ObjectNode document = models.manifest("logistic").put("language", "en");
            models.withManifest("logistic", document);

            assertThat(reader.manifest(models.folder("logistic")).document()).isEqualTo(document);
        }

        @Test
        void may_name_files_beside_the_graph() {
            models.withFurtherFile("logistic", "weights.bin", new byte[] {1, 2, 3});

            Manifest manifest = reader.manifest(models.folder("logistic"));

            assertThat(manifest.files())
                    .containsExactly(
                            new ModelFile("model.onnx", manifest.sha256(), Optional.empty()),
                            new ModelFile("weights.bin", manifest.sha256(), Optional.empty()));
        }

        @Test
        void may_have_a_crc_32_of_each_file() {
            models.withFurtherFile("logistic", "weights.bin", new byte[] {1, 2, 3})
                    .withChecksums("logistic");

            Manifest manifest = reader.manifest(models.folder("logistic"));

            // CRC-32 of the bytes 1, 2, 3.
            assertThat(manifest.files()).extracting(ModelFile::crc32).containsOnly(Optional.of("55bc801d"));
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '\'',
                value = {
                    "{} | further_files",
                    "\"weights.bin\" | further_files",
                    "[\"weights.bin\"] | file",
                    "[{\"file\": \"weights.bin\"}] | sha256",
                    "[{\"file\": \"../weights.bin\", \"sha256\": \"00\"}] | file"
                })
        void has_to_name_them_with_their_hashes(String files, String field) throws IOException {
            ObjectNode document = models.manifest("logistic").put("further_files", 0);
            String content = document.toString().replace("\"further_files\":0", "\"further_files\":" + files);
            Files.writeString(models.manifestFile("logistic"), content);

            refuses("\"" + field + "\"");
        }

        @ParameterizedTest
        @ValueSource(strings = {"name", "version", "kind", "file", "sha256", "threshold"})
        void may_not_lack_a_field(String field) {
            models.withManifest("logistic", models.manifest("logistic").without(field));

            refuses("\"" + field + "\"", REMEDY);
        }

        @Test
        void may_not_lack_its_limits() {
            models.withManifest("logistic", models.manifest("logistic").without("limits"));

            refuses("\"max_tokens\"", REMEDY);
        }

        @ParameterizedTest
        @ValueSource(strings = {"name", "version", "kind", "file", "sha256"})
        void may_not_hold_a_number_for_a_text(String field) {
            models.withManifest("logistic", models.manifest("logistic").put(field, 1));

            refuses("\"" + field + "\"", REMEDY);
        }

        @Test
        void may_not_hold_a_text_for_a_number() {
            models.withManifest("logistic", models.manifest("logistic").put("threshold", "0.5"));

            refuses("\"threshold\"", REMEDY);
        }

        @ParameterizedTest
        @CsvSource({"1.5e10", "2147483648", "\"10\"", "null", "true"})
        void has_to_limit_the_tokens_by_a_32_bit_integer(String limit) throws IOException {
            String document = models.manifest("logistic").toString().replace("10000", limit);
            Files.writeString(models.manifestFile("logistic"), document);

            refuses("\"max_tokens\"");
        }

        @ParameterizedTest
        @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
        void has_to_allow_at_least_one_token(int limit) {
            ObjectNode document = models.manifest("logistic");
            document.putObject("limits").put("max_tokens", limit);
            models.withManifest("logistic", document);

            refuses("\"max_tokens\"", Integer.toString(limit), "at least 1");
        }

        @Test
        void has_to_bear_its_folders_name() {
            models.withManifest("logistic", models.manifest("logistic").put("name", "bert"));

            refuses("\"bert\"", "\"logistic\"");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", ".", "..", "../model.onnx", "/etc/passwd", "a/b", "a\\b", "a\0b"})
        void has_to_name_a_file_of_its_own_folder(String file) {
            models.withManifest("logistic", models.manifest("logistic").put("file", file));

            refuses("\"file\"");
        }

        @ParameterizedTest
        @ValueSource(strings = {"{", "not JSON", "{\"name\": \"logistic\",}", "\u0000"})
        void has_to_be_json(String content) throws IOException {
            Files.writeString(models.manifestFile("logistic"), content);

            refuses("is not JSON", REMEDY);
        }

        @Test
        void may_not_be_missing() throws IOException {
            Files.delete(models.manifestFile("logistic"));

            refuses("is missing", REMEDY);
        }

        private void refuses(String... facts) {
            assertThatExceptionOfType(ModelException.class)
                    .isThrownBy(() -> reader.manifest(models.folder("logistic")))
                    .withMessageContaining(models.manifestFile("logistic").toString())
                    .withMessageContainingAll(facts);
        }
    }
}
