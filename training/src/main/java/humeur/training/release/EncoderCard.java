package humeur.training.release;

import com.fasterxml.jackson.databind.JsonNode;

/** The model card of a fine-tuned encoder; like {@link ModelCard}'s, every figure in it is the manifest's. */
final class EncoderCard {
    private static final String LIMITS = """
            ## Limits and biases
            - Positive or negative only: a neutral text gets one of the two, with a probability near 0.5 at best.
            - Training read the first 64 pieces of a text at most; how well longer texts are judged was not measured.
            - Pieces of words that no training text holds (most of them of other scripts) are read as unknown.
            - Its words are those of 2009: younger slang is known only as far as the pre-trained encoder knows it. Emoji are read as the \
            English word that stands for them.
            - An explanation leaves out one word at a time. Where two words say the same, neither seems to matter.
            - Tweets of 2009 come from a young, American, online public, and the encoder was pre-trained on text of the web. What both say about groups \
            of people, places and brands is in the weights. Names of groups may therefore move the answer; check your own use with pairs of \
            texts that differ in such a name only.

            """;

    private final JsonNode manifest;
    private final ModelCard common;

    private EncoderCard(JsonNode manifest) {
        this.manifest = manifest;
        this.common = new ModelCard(manifest);
    }

    static String of(JsonNode manifest) {
        EncoderCard card = new EncoderCard(manifest);
        return card.summary() + card.common.table() + card.parity() + card.common.data() + LIMITS + card.reproduction();
    }

    private String summary() {
        return """
                # %s %s

                Written by `training bert export` from the figures in `model.json`; never edited.

                Tells whether a short English text is positive or negative. MiniLM-L6-H384 (Wang et al. 2020), a BERT encoder of six layers, \
                fine-tuned on tweets and stored as 8-bit integers, with the log-odds of a word n-gram logistic regression beside its own \
                ("wide and deep", Cheng et al. 2016). %.1f MB in all.

                | | |
                | --- | --- |
                | Language | **English only.** A text in another language is answered, but the answer means nothing |
                | Input | up to %s word pieces; what follows is not read |
                | Output | P(positive); words explained by leaving them out; positive from %s on |
                | SHA-256 | `%s` (the graph, which holds that of its weights) |
                | Code | commit `%s` |

                ## Intended use
                Tweets, comments, messages and reviews of a few sentences: trends over many texts, triage, alerts on a run \
                of negative texts. Not for decisions about a person, and not for a single text without somebody reading it: \
                about one in seven is judged wrongly.

                """.formatted(
                        common.text("/name"),
                        common.text("/version"),
                        bytes() / 1e6,
                        common.count("/limits/max_tokens"),
                        manifest.at("/threshold").asText(),
                        common.text("/sha256"),
                        common.text("/commit"));
    }

    private double bytes() {
        double bytes = manifest.at("/bytes").asDouble();
        for (JsonNode file : manifest.at("/further_files")) {
            bytes += file.at("/bytes").asDouble();
        }
        return bytes;
    }

    private String parity() {
        return """

                The exported graph of floats and the trained model agree: on %s texts %s labels differ, and the largest difference in probability is \
                %.1e. What is served, in integers, differs from that by %.4f in accuracy on the same texts.

                """.formatted(
                        common.count("/parity/texts"),
                        common.count("/parity/label_flips"),
                        manifest.at("/parity/largest_difference").asDouble(),
                        manifest.at("/quantization/accuracy_difference/value").asDouble());
    }

    private String reproduction() {
        return """
                ## How to train it again
                ```
                training/training bert train --data FILE
                training/training bert decay --data FILE
                training/training bert export --data FILE
                ```

                `training/README.md` describes the file, how long this takes, and how a later training goes on from this model.
                """;
    }
}
