import humeur.benchmark.overhead.DirectLoop;
import humeur.onnx.OnnxModels;
import humeur.sentiment.ModelCatalog;
import humeur.sentiment.SentimentModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** The serving classes without the service: a model of the package in the working directory, and its own libraries. */
public final class Direct {
    private Direct() {}

    /** @param arguments the model's name */
    public static void main(String... arguments) throws IOException {
        Path folder = Path.of("").toAbsolutePath();
        SentimentModel model = ModelCatalog.open(
                        folder.resolve("onnx-models"), Optional.of(arguments[0]), new OnnxModels(Optional.of(folder)))
                .defaultSlot()
                .model();
        DirectLoop.serve(text -> model.predict(text, false).tokensTotal());
    }
}
