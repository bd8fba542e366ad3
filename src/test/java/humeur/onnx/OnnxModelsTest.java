package humeur.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import humeur.sentiment.ModelCatalog;
import humeur.sentiment.ModelException;
import humeur.sentiment.ModelsFolder;
import humeur.sentiment.SentimentModel;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The kinds of models, through the catalogue that opens them. */
class OnnxModelsTest {
    @TempDir
    Path directory;

    private SentimentModel open() {
        return ModelCatalog.open(directory, Optional.of("tiny"), new OnnxModels(Optional.empty()))
                .defaultSlot()
                .model();
    }

    @Test
    void open_a_text_graph_with_the_manifests_limit() {
        ModelsFolder models = new ModelsFolder(directory).withModel("tiny", TinyGraph.explained());
        var manifest = models.manifest("tiny");
        manifest.putObject("limits").put("max_tokens", 3);
        models.withManifest("tiny", manifest);

        try (SentimentModel model = open()) {
            assertThat(model.predict("one two three four", false).tokensUsed()).isEqualTo(3);
        }
    }

    @Test
    void refuse_an_unknown_kind_and_name_those_that_there_are() {
        ModelsFolder models = new ModelsFolder(directory).withModel("tiny", TinyGraph.explained());
        models.withManifest("tiny", models.manifest("tiny").put("kind", "oracle"));

        assertThatExceptionOfType(ModelException.class)
                .isThrownBy(this::open)
                .withMessageContainingAll(models.manifestFile("tiny").toString(), "\"oracle\"", "text-graph");
    }

    @Test
    void refuse_a_broken_graph_even_if_its_manifest_agrees() {
        ModelsFolder models = new ModelsFolder(directory).withModel("tiny", new byte[] {8, 1, 2, 3});

        assertThatExceptionOfType(ModelException.class)
                .isThrownBy(this::open)
                .withMessageContainingAll(models.file("tiny").toString(), "is not a graph", "restore");
    }
}
