package humeur.training.logistic;

import static humeur.training.onnx.Attributes.integer;
import static humeur.training.onnx.Attributes.string;
import static humeur.training.onnx.Attributes.strings;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import humeur.training.onnx.GraphBuilder;
import humeur.training.onnx.GraphFiles;
import humeur.training.onnx.Tensors;
import humeur.training.release.Sha256;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes a {@link LogisticModel} as one ONNX graph that hashes inside, so that it holds no vocabulary and opens in a few
 * milliseconds.
 *
 * <p>Input {@code text}: string[N], words joined by one space. Outputs {@code probability}: float[N]; {@code
 * contributions}: float[N, L], the log-odds of each word, 0 for the padding of shorter texts; {@code bias}: float[1].
 *
 * <p>A bucket is one byte ({@link Packing}); what it says counts only for the feature that owns it. The table of all buckets
 * is a file beside the graph; the graph has its SHA-256, so that its own stands for the whole model.
 *
 * <p>Time and memory are linear in the number of words. Everything is one column wider than the longest text: that column
 * is padding for every text, stands for the end of the longest, and keeps shapes non-empty when no text has a word.
 */
final class LogisticGraph {
    static final String BITS = "bits";
    static final String FINGERPRINT_BITS = "fingerprint_bits";
    static final String REACH = "reach";
    static final String CODES = "codes";
    static final String CODES_FILE = "weights.bin";
    static final String CODES_SHA256 = "weights_sha256";
    static final String LEVELS = "levels";
    static final String BIAS = "bias_value";
    static final String NEGATIVE_POWER = "negative_length_power";

    private final LogisticModel model;
    private final NGrams nGrams;
    private final Packing packing;
    private final GraphBuilder graph = new GraphBuilder("hashed_logistic_regression");

    private LogisticGraph(LogisticModel model) {
        this.model = model;
        nGrams = model.owners().nGrams();
        packing = new Packing(nGrams.fingerprintBits());
    }

    /** The weights have to be the codebook's levels; the nearest one is stored. */
    static GraphFiles of(LogisticModel model, Codebook codebook) {
        LogisticGraph writer = new LogisticGraph(model);
        byte[] codes = writer.packing.codes(model, codebook);
        writer.table(codes);
        writer.constants(codebook);
        writer.words();
        writer.pairs();
        writer.places();
        writer.weights();
        writer.contributions();
        writer.probability();
        return new GraphFiles(writer.graph.build(), CODES_FILE, codes);
    }

    private void table(byte[] codes) {
        graph.metadata(CODES_SHA256, Sha256.of(codes)).constant(Tensors.unsignedBytes(CODES, CODES_FILE, codes.length));
    }

    private void constants(Codebook codebook) {
        graph.metadata(BITS, Integer.toString(nGrams.bits()))
                .metadata(FINGERPRINT_BITS, Integer.toString(nGrams.fingerprintBits()))
                .metadata(REACH, Integer.toString(nGrams.reach()))
                .constant(Tensors.floats(LEVELS, codebook.levels()))
                .constant(Tensors.floats(BIAS, model.bias()))
                .constant(Tensors.floats(NEGATIVE_POWER, (float) -model.lengthPower()))
                .constant(Tensors.string("empty", ""))
                .constant(Tensors.floats("half", 0.5f))
                .constant(Tensors.floats("one", 1))
                .constant(Tensors.longs("start", NGrams.START))
                .constant(Tensors.longs("end", NGrams.END))
                .constant(Tensors.longs("neighbour", NGrams.NEIGHBOUR))
                .constant(Tensors.longs("bucket_mask", nGrams.buckets() - 1L))
                .constant(Tensors.longs("fingerprint_mask", nGrams.ids() - nGrams.buckets()))
                .constant(Tensors.longs("owner_shift", 1L << nGrams.bits() - packing.levelBits()))
                .constant(Tensors.longs("owner_mask", 255 & -1L << packing.levelBits()))
                .constant(Tensors.longs("level_mask", packing.levels() - 1L))
                .constant(Tensors.longs("along_words", 1))
                .constant(Tensors.longs("widen_right", 0, 0, 0, 1))
                .constant(Tensors.longs("narrow_right", 0, 0, 0, -1))
                .constant(Tensors.longs("from_left", 0, 1, 0, -1))
                .constant(Tensors.longs("from_right", 0, -1, 0, 1));
    }

    /** {@code word}: int64[N, L+1], each word's hash; {@code is_word}: float[N, L+1], 1 or 0. */
    private void words() {
        graph.input("text", DataType.STRING, "N")
                .node(
                        "tokens",
                        GraphBuilder.MICROSOFT,
                        "Tokenizer",
                        List.of("text"),
                        strings("separators", List.of(" ")),
                        string("pad_value", ""),
                        integer("mark", 0),
                        integer("mincharnum", 1))
                .node(
                        "hash",
                        GraphBuilder.MICROSOFT,
                        "MurmurHash3",
                        List.of("tokens"),
                        integer("positive", 1),
                        integer("seed", 0));
        cast("hash_int64", "hash", DataType.INT64);
        graph.node("word", "Pad", List.of("hash_int64", "widen_right", "end"));
        graph.node("is_padding", "Equal", List.of("tokens", "empty")).node("is_token", "Not", List.of("is_padding"));
        cast("is_token_float", "is_token", DataType.FLOAT);
        graph.node("is_word", "Pad", List.of("is_token_float", "widen_right"));
    }

    /** int64[N, L+1] each: of the word's pair with the word before, with the end, and with the word before that. */
    private void pairs() {
        graph.node("previous", "Pad", List.of("word", "from_left", "start"))
                .node("previous_product", "Mul", List.of("previous", "neighbour"))
                .node("pair", "Add", List.of("previous_product", "word"))
                // The end's hash is 0, so there is nothing to add.
                .node("last_pair", "Mul", List.of("word", "neighbour"));
        if (nGrams.reach() > 1) {
            graph.constant(Tensors.longs("gap", NGrams.GAP))
                    .node("second_previous", "Pad", List.of("previous", "from_left", "start"))
                    .node("second_previous_product", "Mul", List.of("second_previous", "gap"))
                    .node("gapped_pair", "Add", List.of("second_previous_product", "word"));
        }
    }

    /** float[N, L+1] each, 1 where the text has such a word, else 0. */
    private void places() {
        graph.node("previous_is_word", "Pad", List.of("is_word", "from_left"))
                .node("next_is_word", "Pad", List.of("is_word", "from_right"))
                .node("is_last", "Sub", List.of("is_word", "next_is_word"))
                .node("has_previous", "Mul", List.of("previous_is_word", "is_word"))
                .node("is_first", "Sub", List.of("is_word", "has_previous"));
        if (nGrams.reach() > 1) {
            graph.node("has_second_previous", "Pad", List.of("has_previous", "from_left"))
                    .node("has_gapped_pair", "Mul", List.of("has_second_previous", "is_word"));
        }
    }

    /**
     * float[N, L+1] each: the weights of the features, 0 where there is none or another feature owns the bucket. All kinds are
     * looked up at once, side by side, since each node adds to the time that the session takes to open.
     */
    private void weights() {
        boolean gapped = nGrams.reach() > 1;
        graph.node("hashes", "Concat", kinds("word", "pair", "last_pair", "gapped_pair"), integer("axis", 1))
                .node("exists", "Concat", kinds("is_word", "is_word", "is_last", "has_gapped_pair"), integer("axis", 1))
                .node("bucket", "BitwiseAnd", List.of("hashes", "bucket_mask"))
                .node("fingerprint", "BitwiseAnd", List.of("hashes", "fingerprint_mask"))
                .node("byte", "Gather", List.of(CODES, "bucket"));
        cast("code", "byte", DataType.INT64);
        graph.node("packed_owner", "BitwiseAnd", List.of("code", "owner_mask"))
                .node("owner", "Mul", List.of("packed_owner", "owner_shift"))
                .node("is_owner", "Equal", List.of("owner", "fingerprint"));
        cast("owned", "is_owner", DataType.FLOAT);
        graph.node("index", "BitwiseAnd", List.of("code", "level_mask"))
                .node("level", "Gather", List.of(LEVELS, "index"))
                .node("owned_level", "Mul", List.of("level", "owned"))
                .node("weight", "Mul", List.of("owned_level", "exists"))
                .nodes(
                        "weights",
                        "Split",
                        List.of("weight"),
                        kinds("word_weight", "pair_weight", "last_weight", "gapped_weight"),
                        integer("axis", 1),
                        integer("num_outputs", gapped ? 4 : 3));
    }

    private List<String> kinds(String word, String pair, String last, String gapped) {
        return nGrams.reach() > 1 ? List.of(word, pair, last, gapped) : List.of(word, pair, last);
    }

    /** A word has its own weight, half of each pair with a word, and all of a pair with the start or the end. */
    private void contributions() {
        List<String> shares = new ArrayList<>(
                List.of("word_weight", "last_weight", "half_pair", "first_half_pair", "half_pair_of_next"));
        graph.node("half_pair", "Mul", List.of("pair_weight", "half"))
                .node("first_half_pair", "Mul", List.of("half_pair", "is_first"))
                .node("inner_half_pair", "Mul", List.of("half_pair", "has_previous"))
                .node("half_pair_of_next", "Pad", List.of("inner_half_pair", "from_right"));
        if (nGrams.reach() > 1) {
            graph.node("half_gapped", "Mul", List.of("gapped_weight", "half"))
                    .node("half_gapped_of_next", "Pad", List.of("half_gapped", "from_right"))
                    .node("half_gapped_of_second_next", "Pad", List.of("half_gapped_of_next", "from_right"));
            shares.addAll(List.of("half_gapped", "half_gapped_of_second_next"));
        }
        graph.node("share", "Sum", shares)
                .node("word_count", "ReduceSum", List.of("is_word", "along_words"), integer("keepdims", 1))
                .node("length", "Max", List.of("word_count", "one"))
                .node("scale", "Pow", List.of("length", NEGATIVE_POWER))
                .node("wide_contributions", "Mul", List.of("share", "scale"))
                .node("contributions", "Pad", List.of("wide_contributions", "narrow_right"))
                .output("contributions", DataType.FLOAT, "N", "L");
    }

    private void probability() {
        // Thousands of repeated words add up to an error above 1e-5 in single precision.
        cast("exact_contributions", "wide_contributions", DataType.DOUBLE);
        graph.node("exact_sum", "ReduceSum", List.of("exact_contributions", "along_words"), integer("keepdims", 0));
        cast("sum", "exact_sum", DataType.FLOAT);
        graph.node("logit", "Add", List.of("sum", BIAS))
                .node("probability", "Sigmoid", List.of("logit"))
                .node("bias", "Identity", List.of(BIAS))
                .output("probability", DataType.FLOAT, "N")
                .output("bias", DataType.FLOAT, 1);
    }

    private void cast(String name, String input, DataType type) {
        graph.node(name, "Cast", List.of(input), integer("to", type.getNumber()));
    }
}
