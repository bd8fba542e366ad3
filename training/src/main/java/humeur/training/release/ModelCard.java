package humeur.training.release;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/**
 * The model card (Mitchell et al. 2019) of a word n-gram logistic regression. Every figure in it is read from the manifest,
 * so the two cannot differ.
 */
final class ModelCard {
    private final JsonNode manifest;

    private ModelCard(JsonNode manifest) {
        this.manifest = manifest;
    }

    static String of(JsonNode manifest, String tuning) {
        ModelCard card = new ModelCard(manifest);
        return card.summary() + card.quality() + costs(tuning) + card.data() + LIMITS + card.reproduction();
    }

    private String summary() {
        return """
                # %s %s

                Written by `training train` from the figures in `model.json`; never edited.

                Tells whether a short English text is positive or negative. Logistic regression on hashed words and pairs \
                of words (neighbours, or one word apart), in one ONNX graph that reads text and also gives each word's share of \
                the answer. The table of the weights, %.1f MB, is a file beside it.

                | | |
                | --- | --- |
                | Language | **English only.** A text in another language is answered, but the answer means nothing |
                | Input | up to %s words; what follows is not read |
                | Output | P(positive), each word's log-odds, the bias; positive from %s on |
                | SHA-256 | `%s` |
                | Code | commit `%s` |

                ## Intended use
                Tweets, comments, messages and reviews of a few sentences: trends over many texts, triage, alerts on a run \
                of negative texts. Not for decisions about a person, and not for a single text without somebody reading it: \
                about one in six is judged wrongly.

                """.formatted(
                        text("/name"),
                        text("/version"),
                        manifest.at("/further_files/0/bytes").asDouble() / 1e6,
                        count("/limits/max_tokens"),
                        manifest.at("/threshold").asText(),
                        text("/sha256"),
                        text("/commit"));
    }

    private String quality() {
        StringBuilder table = new StringBuilder("""
                ## Quality
                With 95 % intervals (Wilson's for accuracy, DeLong's for AUC), measured through the code that serves.

                | texts | rows | accuracy | AUC | log-loss |
                | --- | --- | --- | --- | --- |
                """);
        table.append(row("Sentiment140, test part", "/metrics/test"));
        if (!manifest.at("/metrics/manual").isMissingNode()) {
            table.append(row("Sentiment140, labelled by hand", "/metrics/manual"));
        }
        return table
                + """

                Choices are compared on the validation part; `training/README.md` says when the test part was looked at. Nothing was tuned on \
                the texts that were labelled by hand. The other labels are noisy: they are the emoticon that the author \
                used, not a judgement of the text, so no model can get all of them right.

                Served and trained model agree: on %s texts, odd ones among them (empty, emoji, NUL, lone surrogates, \
                10,000 characters, Chinese, Arabic), %s labels differ, and the largest difference in probability is %.1e.

                """.formatted(
                                count("/parity/texts"),
                                count("/parity/label_flips"),
                                manifest.at("/parity/largest_difference").asDouble());
    }

    private static String costs(String tuning) {
        return tuning.isEmpty() ? "" : "## What each choice costs\n" + tuning.strip() + "\n\n";
    }

    private String data() {
        StringBuilder hyperparameters = new StringBuilder();
        manifest.at("/trained_on/hyperparameters").fields().forEachRemaining(entry -> hyperparameters
                .append(hyperparameters.isEmpty() ? "" : ", ")
                .append(entry.getKey())
                .append(' ')
                .append(entry.getValue().asText()));
        return """
                ## Data
                Trained on %s texts of %s (Go, Bhayani and Huang 2009: tweets of April to June 2009, labelled by their \
                emoticons, which were then cut out). Of %s rows, %s had no word, %s repeated an earlier text, and %s texts \
                were dropped because they carried both labels. The split is 80/10/10 by a hash of the text, after that \
                cleaning.

                Tweets are not ours to give away: the data is not in this repository, and the model holds hashed weights, no \
                text. The data set is published for research; whoever trains on it, or uses the result, has to judge by \
                its terms and Twitter's.

                - SHA-256 of the data file, decompressed: `%s`
                - Hyper-parameters: %s

                """.formatted(
                        count("/trained_on/rows"),
                        text("/trained_on/dataset"),
                        count("/trained_on/cleaning/rows_read"),
                        count("/trained_on/cleaning/wordless"),
                        count("/trained_on/cleaning/duplicates"),
                        count("/trained_on/cleaning/conflicting"),
                        text("/trained_on/sha256"),
                        hyperparameters);
    }

    private static final String LIMITS = """
            ## Limits and biases
            - Positive or negative only: a neutral text gets one of the two, with a probability near 0.5 at best.
            - It sees words, and pairs of words with at most one between. Irony, comparison, and a negation further away escape it.
            - The words are those of 2009: younger slang is unknown, younger names count for nothing. Emoji are read as the \
            English word that stands for them.
            - An n-gram that was never seen is taken for a known one about once in ten times, and gets a share that is not its own.
            - A text of thousands of words was never seen in training; its probability is near 0.5 more often than it should be.
            - Tweets of 2009 come from a young, American, online public. What they felt about groups of people, places and \
            brands is in the weights. Names of groups may therefore move the answer; check your own use with pairs of texts \
            that differ in such a name only.

            """;

    private String reproduction() {
        return """
                ## How to train it again
                With the same data file and commit this writes the same `model.onnx` and `weights.bin`, byte for byte:

                ```
                training/training train --data FILE
                ```

                `training/README.md` describes the file.
                """;
    }

    private String row(String name, String path) {
        return "| %s | %s | %s | %s | %s |%n"
                .formatted(
                        name,
                        count(path + "/rows"),
                        interval(path + "/accuracy"),
                        interval(path + "/auc"),
                        interval(path + "/log_loss"));
    }

    private String interval(String path) {
        return String.format(
                Locale.ROOT,
                "%.4f (%.4f–%.4f)",
                manifest.at(path + "/value").asDouble(),
                manifest.at(path + "/low").asDouble(),
                manifest.at(path + "/high").asDouble());
    }

    private String text(String path) {
        return manifest.at(path).asText();
    }

    private String count(String path) {
        return String.format(Locale.ROOT, "%,d", manifest.at(path).asLong());
    }
}
