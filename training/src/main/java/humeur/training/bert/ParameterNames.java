package humeur.training.bert;

/** What the classifier's parameters are called, in memory and in checkpoints. */
final class ParameterNames {
    static final String WORDS = "embeddings.words";
    static final String POSITIONS = "embeddings.positions";
    static final String EMBEDDINGS_NORM = "embeddings.norm";
    static final String CLASSIFIER = "classifier";

    private ParameterNames() {}

    /** Queries, keys and values in one matrix: one product instead of three. */
    static String attention(int layer) {
        return "layer." + layer + ".attention";
    }

    static String attentionOutput(int layer) {
        return "layer." + layer + ".attention.output";
    }

    static String attentionNorm(int layer) {
        return "layer." + layer + ".attention.norm";
    }

    static String intermediate(int layer) {
        return "layer." + layer + ".intermediate";
    }

    static String output(int layer) {
        return "layer." + layer + ".output";
    }

    static String outputNorm(int layer) {
        return "layer." + layer + ".output.norm";
    }

    static String weight(String part) {
        return part + ".weight";
    }

    static String bias(String part) {
        return part + ".bias";
    }

    /** Weight decay is for matrices: a bias or a normalisation's scale has no reason to be small. */
    static boolean decays(String parameter) {
        return !parameter.endsWith(".bias") && !parameter.contains("norm");
    }
}
