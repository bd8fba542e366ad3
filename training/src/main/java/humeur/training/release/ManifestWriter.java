package humeur.training.release;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import humeur.sentiment.Fingerprint;
import humeur.training.evaluation.Interval;
import humeur.training.evaluation.Metrics;
import humeur.training.evaluation.Parity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes {@code model.json}, which tells the service all that it has to know of a model. */
final class ManifestWriter {
    static final String FILE = "model.json";

    private static final ObjectMapper JSON = new ObjectMapper();

    private ManifestWriter() {}

    /** What the service needs to open the model; figures come with {@link #complete}. */
    static ObjectNode identity(ModelIdentity identity, Path graph, List<Path> furtherFiles) throws IOException {
        ObjectNode manifest = JSON.createObjectNode();
        manifest.put("name", identity.name()).put("version", identity.version()).put("kind", identity.kind());
        describe(manifest, graph);
        ArrayNode further = manifest.putArray("further_files");
        for (Path file : furtherFiles) {
            describe(further.addObject(), file);
        }
        manifest.put("language", "en");
        manifest.putArray("labels").add("Negative").add("Positive");
        manifest.put("threshold", Metrics.THRESHOLD);
        manifest.putObject("limits").put("max_tokens", identity.maxTokens());
        return manifest;
    }

    private static void describe(ObjectNode node, Path file) throws IOException {
        node.put("file", file.getFileName().toString())
                .put("sha256", Fingerprint.sha256(file))
                .put("crc32", Fingerprint.crc32(file))
                .put("bytes", Files.size(file));
    }

    static ObjectNode complete(ObjectNode identity, ModelRelease release) {
        ObjectNode manifest = identity.deepCopy();
        ObjectNode metrics = manifest.putObject("metrics");
        metrics.set("test", metrics(release.test()));
        release.manual().ifPresent(manual -> metrics.set("manual", metrics(manual)));
        Parity parity = release.parity();
        manifest.putObject("parity")
                .put("texts", parity.texts())
                .put("label_flips", parity.labelFlips())
                .put("largest_difference", parity.largestDifference());
        release.quantization().ifPresent(it -> manifest.putObject("quantization")
                .set("accuracy_difference", interval(it.accuracy())));
        Provenance provenance = release.provenance();
        ObjectNode trainedOn = manifest.putObject("trained_on");
        trainedOn
                .put("dataset", provenance.dataset())
                .put("rows", provenance.rows())
                .put("sha256", provenance.sha256());
        trainedOn
                .putObject("cleaning")
                .put("rows_read", provenance.cleaning().rows())
                .put("wordless", provenance.cleaning().wordless())
                .put("duplicates", provenance.cleaning().duplicates())
                .put("conflicting", provenance.cleaning().conflicting());
        trainedOn.set("hyperparameters", JSON.valueToTree(provenance.hyperparameters()));
        manifest.put("commit", provenance.commit());
        return manifest;
    }

    static void write(Path folder, ObjectNode manifest) throws IOException {
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
        printer.indentObjectsWith(new DefaultIndenter("  ", "\n"));
        byte[] json = JSON.writer(printer).writeValueAsBytes(manifest);
        Files.write(folder.resolve(FILE), (new String(json, UTF_8) + "\n").getBytes(UTF_8));
    }

    private static ObjectNode metrics(Metrics metrics) {
        ObjectNode node = JSON.createObjectNode().put("rows", metrics.rows());
        node.set("accuracy", interval(metrics.accuracy()));
        node.set("auc", interval(metrics.auc()));
        node.set("log_loss", interval(metrics.logLoss()));
        return node;
    }

    private static ObjectNode interval(Interval interval) {
        return JSON.createObjectNode()
                .put("value", rounded(interval.value()))
                .put("low", rounded(interval.low()))
                .put("high", rounded(interval.high()));
    }

    /** Four decimals: more would be below what the intervals allow to say. */
    private static double rounded(double value) {
        return Math.round(value * 1e4) / 1e4;
    }
}
