package humeur.training.logistic;

import static humeur.training.onnx.Attributes.integer;
import static humeur.training.onnx.Attributes.string;
import static humeur.training.onnx.Attributes.strings;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import humeur.training.onnx.GraphBuilder;
import humeur.training.onnx.Tensors;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes a {@link LogisticModel} as one ONNX graph that hashes inside, so that it holds no vocabulary and opens in about
 * 2 ms.
 *
 * <p>Input {@code text}: string[N], words joined by one space. Outputs {@code probability}: float[N]; {@code
 * contributions}: float[N, L], the log-odds of each word, 0 for the padding of shorter texts; {@code bias}: float[1].
 *
 * <p>A bucket is one byte ({@link Packing}); what it says counts only for the feature that owns it.
 *
 * <p>Time and memory are linear in the number of words. Everything is one column wider than the longest text: that column
 * is padding for every text, stands for the end of the longest, and keeps shapes non-empty when no text has a word.
 */
final class LogisticGraph {
    static final String BITS = "bits";
    static final String FINGERPRINT_BITS = "fingerprint_bits";
    static final String REACH = "reach";
    static final String CODES = "codes";
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
    static ModelProto of(LogisticModel model, Codebook codebook) {
        LogisticGraph writer = new LogisticGraph(model);
        writer.constants(codebook);
        writer.words();
        writer.hashes();
        writer.places();
        writer.contributions();
        writer.probability();
        return writer.graph.build();
    }

    private void constants(Codebook codebook) {
        graph.metadata(BITS, Integer.toString(nGrams.bits()))
                .metadata(FINGERPRINT_BITS, Integer.toString(nGrams.fingerprintBits()))
                .metadata(REACH, Integer.toString(nGrams.reach()))
                .constant(Tensors.unsignedBytes(CODES, packing.codes(model, codebook)))
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

    /** int64[N, L+1] each: of the word, of its pair with the word before, of its pair with the end. */
    private void hashes() {
        graph.node("previous", "Pad", List.of("word", "from_left", "start"));
        pair("pair", "previous", "neighbour", "word");
        pair("last_pair", "word", "neighbour", "end");
        if (nGrams.reach() > 1) {
            graph.constant(Tensors.longs("gap", NGrams.GAP))
                    .node("second_previous", "Pad", List.of("previous", "from_left", "start"));
            pair("gapped_pair", "second_previous", "gap", "word");
        }
    }

    private void pair(String name, String left, String multiplier, String right) {
        graph.node(name + "_product", "Mul", List.of(left, multiplier))
                .node(name, "Add", List.of(name + "_product", right));
    }

    /** float[N, L+1] each, 1 where there is such a word, else 0. */
    private void places() {
        graph.node("previous_is_word", "Pad", List.of("is_word", "from_left"))
                .node("next_is_word", "Pad", List.of("is_word", "from_right"))
                .node("is_last", "Sub", List.of("is_word", "next_is_word"))
                .node("has_previous", "Mul", List.of("previous_is_word", "is_word"))
                .node("is_first", "Sub", List.of("is_word", "has_previous"));
    }

    /** float[N, L+1]: the weight of a hash, 0 where another feature owns the bucket or {@code exists} is 0. */
    private void weight(String name, String hash, String exists) {
        graph.node(name + "_bucket", "BitwiseAnd", List.of(hash, "bucket_mask"))
                .node(name + "_fingerprint", "BitwiseAnd", List.of(hash, "fingerprint_mask"))
                .node(name + "_byte", "Gather", List.of(CODES, name + "_bucket"));
        cast(name + "_code", name + "_byte", DataType.INT64);
        graph.node(name + "_packed_owner", "BitwiseAnd", List.of(name + "_code", "owner_mask"))
                .node(name + "_owner", "Mul", List.of(name + "_packed_owner", "owner_shift"))
                .node(name + "_is_owner", "Equal", List.of(name + "_owner", name + "_fingerprint"));
        cast(name + "_owned", name + "_is_owner", DataType.FLOAT);
        graph.node(name + "_index", "BitwiseAnd", List.of(name + "_code", "level_mask"))
                .node(name + "_level", "Gather", List.of(LEVELS, name + "_index"))
                .node(name + "_owned_level", "Mul", List.of(name + "_level", name + "_owned"))
                .node(name, "Mul", List.of(name + "_owned_level", exists));
    }

    /** A word has its own weight, half of each pair with a word, and all of a pair with the start or the end. */
    private void contributions() {
        List<String> shares = new ArrayList<>(
                List.of("word_weight", "first_weight", "last_weight", "half_pair", "half_pair_of_next"));
        weight("word_weight", "word", "is_word");
        weight("first_weight", "pair", "is_first");
        weight("last_weight", "last_pair", "is_last");
        weight("pair_weight", "pair", "has_previous");
        graph.node("half_pair", "Mul", List.of("pair_weight", "half"))
                .node("half_pair_of_next", "Pad", List.of("half_pair", "from_right"));
        if (nGrams.reach() > 1) {
            graph.node("has_second_previous", "Pad", List.of("has_previous", "from_left"));
            graph.node("has_gapped_pair", "Mul", List.of("has_second_previous", "is_word"));
            weight("gapped_weight", "gapped_pair", "has_gapped_pair");
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
