package humeur.training.logistic;

import static humeur.training.onnx.Attributes.integer;
import static humeur.training.onnx.Attributes.string;
import static humeur.training.onnx.Attributes.strings;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import humeur.training.onnx.GraphBuilder;
import humeur.training.onnx.Tensors;
import java.util.List;

/**
 * Writes a {@link LogisticModel} as one ONNX graph that hashes inside, so that it holds no vocabulary and opens in about
 * 2 ms.
 *
 * <p>Input {@code text}: string[N], words joined by one space. Outputs {@code probability}: float[N]; {@code
 * contributions}: float[N, L], the log-odds of each word, 0 for the padding of shorter texts; {@code bias}: float[1].
 *
 * <p>Time and memory are linear in the number of words. Everything is one column wider than the longest text: that column
 * is padding for every text, stands for the end of the longest, and keeps shapes non-empty when no text has a word.
 */
final class LogisticGraph {
    static final String CODES = "codes";
    static final String LEVELS = "levels";
    static final String BIAS = "bias_value";
    static final String NEGATIVE_POWER = "negative_length_power";

    private final LogisticModel model;
    private final GraphBuilder graph = new GraphBuilder("hashed_logistic_regression");

    private LogisticGraph(LogisticModel model) {
        this.model = model;
    }

    /** The weights have to be the codebook's levels; the nearest one is stored. */
    static ModelProto of(LogisticModel model, Codebook codebook) {
        LogisticGraph writer = new LogisticGraph(model);
        writer.constants(codebook);
        writer.words();
        writer.buckets();
        writer.weights();
        writer.contributions();
        writer.probability();
        return writer.graph.build();
    }

    private void constants(Codebook codebook) {
        byte[] codes = new byte[model.weights().length];
        for (int bucket = 0; bucket < codes.length; bucket++) {
            codes[bucket] = (byte) codebook.code(model.weights()[bucket]);
        }
        graph.constant(Tensors.unsignedBytes(CODES, codes))
                .constant(Tensors.floats(LEVELS, codebook.levels()))
                .constant(Tensors.floats(BIAS, model.bias()))
                .constant(Tensors.floats(NEGATIVE_POWER, (float) -model.lengthPower()))
                .constant(Tensors.string("empty", ""))
                .constant(Tensors.floats("half", 0.5f))
                .constant(Tensors.floats("one", 1))
                .constant(Tensors.longs("start", NGrams.START))
                .constant(Tensors.longs("end", NGrams.END))
                .constant(Tensors.longs("multiplier", NGrams.MULTIPLIER))
                .constant(Tensors.longs("mask", model.nGrams().mask()))
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
        graph.node("is_padding", "Equal", List.of("tokens", "empty"))
                .node("is_token", "Not", List.of("is_padding"));
        cast("is_token_float", "is_token", DataType.FLOAT);
        graph.node("is_word", "Pad", List.of("is_token_float", "widen_right"));
    }

    /** int64[N, L+1] each: of the word, of its pair with the word before, of its pair with the end. */
    private void buckets() {
        graph.node("word_bucket", "BitwiseAnd", List.of("word", "mask"))
                .node("previous", "Pad", List.of("word", "from_left", "start"))
                .node("previous_product", "Mul", List.of("previous", "multiplier"))
                .node("pair", "Add", List.of("previous_product", "word"))
                .node("pair_bucket", "BitwiseAnd", List.of("pair", "mask"))
                .node("word_product", "Mul", List.of("word", "multiplier"))
                .node("last_pair", "Add", List.of("word_product", "end"))
                .node("last_pair_bucket", "BitwiseAnd", List.of("last_pair", "mask"));
    }

    /** float[N, L+1] each, 0 where there is no such feature. */
    private void weights() {
        graph.node("next_is_word", "Pad", List.of("is_word", "from_right"))
                .node("is_last", "Sub", List.of("is_word", "next_is_word"));
        weight("word_weight", "word_bucket", "is_word");
        weight("pair_weight", "pair_bucket", "is_word");
        weight("last_pair_weight", "last_pair_bucket", "is_last");
    }

    private void weight(String name, String bucket, String exists) {
        graph.node(name + "_code", "Gather", List.of(CODES, bucket));
        cast(name + "_index", name + "_code", DataType.INT32);
        graph.node(name + "_level", "Gather", List.of(LEVELS, name + "_index"))
                .node(name, "Mul", List.of(name + "_level", exists));
    }

    /** A word has its own weight, half of each pair with a word, and all of a pair with the start or the end. */
    private void contributions() {
        graph.node("half_pair", "Mul", List.of("pair_weight", "half"))
                .node("previous_is_word", "Pad", List.of("is_word", "from_left"))
                .node("is_not_first", "Mul", List.of("previous_is_word", "is_word"))
                .node("is_first", "Sub", List.of("is_word", "is_not_first"))
                .node("first_half_pair", "Mul", List.of("half_pair", "is_first"))
                .node("inner_half_pair", "Mul", List.of("half_pair", "is_not_first"))
                .node("half_of_next_pair", "Pad", List.of("inner_half_pair", "from_right"))
                .node(
                        "share",
                        "Sum",
                        List.of("word_weight", "half_pair", "first_half_pair", "half_of_next_pair", "last_pair_weight"))
                .node("word_count", "ReduceSum", List.of("is_word", "along_words"), integer("keepdims", 1))
                .node("length", "Max", List.of("word_count", "one"))
                .node("scale", "Pow", List.of("length", NEGATIVE_POWER))
                .node("wide_contributions", "Mul", List.of("share", "scale"))
                .node("contributions", "Pad", List.of("wide_contributions", "narrow_right"))
                .output("contributions", DataType.FLOAT, "N", "L");
    }

    private void probability() {
        graph.node("sum", "ReduceSum", List.of("wide_contributions", "along_words"), integer("keepdims", 0))
                .node("logit", "Add", List.of("sum", BIAS))
                .node("probability", "Sigmoid", List.of("logit"))
                .node("bias", "Identity", List.of(BIAS))
                .output("probability", DataType.FLOAT, "N")
                .output("bias", DataType.FLOAT, 1);
    }

    private void cast(String name, String input, DataType type) {
        graph.node(name, "Cast", List.of(input), integer("to", type.getNumber()));
    }
}
