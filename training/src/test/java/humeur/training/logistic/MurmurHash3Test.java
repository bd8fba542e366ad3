package humeur.training.logistic;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import humeur.training.SyntheticTweets;
import humeur.training.data.Example;
import humeur.training.data.LabelledText;
import humeur.training.onnx.Attributes;
import humeur.training.onnx.GraphBuilder;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MurmurHash3Test {
    @Test
    void givesThePublishedValues() {
        assertThat(MurmurHash3.hash("")).isZero();
        assertThat(MurmurHash3.hash("test")).isEqualTo(0xba6bd213);
        assertThat(MurmurHash3.hash("Hello, world!")).isEqualTo(0xc0363e43);
    }

    @Test
    void equalsOnnxRuntimesOperatorOnWordsOfEveryLengthAndScript() throws OrtException {
        String[] words = Stream.concat(
                        Stream.of(
                                "", "a", "ab", "abc", "abcd", "abcde", "é", "日本", "\u0941", "\uffee", "x".repeat(999)),
                        SyntheticTweets.generate(200, 1).stream()
                                .map(LabelledText::text)
                                .map(Example::words)
                                .flatMap(text -> Stream.of(text.split(" "))))
                .toArray(String[]::new);

        int[] hashes = operator(words);

        for (int i = 0; i < words.length; i++) {
            assertThat(hashes[i]).as(words[i]).isEqualTo(MurmurHash3.hash(words[i]));
        }
    }

    private static int[] operator(String[] words) throws OrtException {
        ModelProto graph = new GraphBuilder("hash")
                .input("word", DataType.STRING, "N")
                .node(
                        "hash",
                        GraphBuilder.MICROSOFT,
                        "MurmurHash3",
                        List.of("word"),
                        Attributes.integer("positive", 1),
                        Attributes.integer("seed", 0))
                .node("wide", "Cast", List.of("hash"), Attributes.integer("to", DataType.INT64_VALUE))
                .output("wide", DataType.INT64, "N")
                .build();
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OrtSession session = environment.createSession(graph.toByteArray());
                OnnxTensor input = OnnxTensor.createTensor(environment, words);
                OrtSession.Result result = session.run(Map.of("word", input))) {
            long[] wide = (long[]) result.get(0).getValue();
            int[] hashes = new int[wide.length];
            for (int i = 0; i < wide.length; i++) {
                assertThat(wide[i]).isBetween(0L, 0xffffffffL);
                hashes[i] = (int) wide[i];
            }
            return hashes;
        }
    }
}
