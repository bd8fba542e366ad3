package humeur.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import humeur.onnx.EncoderText.Row;
import humeur.sentiment.Deadline;
import humeur.sentiment.Explanation;
import humeur.sentiment.ModelException;
import humeur.sentiment.Prediction;
import humeur.sentiment.SentimentModel;
import humeur.sentiment.Timing;
import humeur.text.WordPiece;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A BERT encoder with a classifier on top.
 *
 * <p>Inputs {@code input_ids}: int64[N, L], the pieces of {@link WordPiece} with {@code [CLS]} and {@code [SEP]};
 * {@code attention_mask}: int32[N, L], 1 where a piece is. Output {@code probability}: float[N]. A graph that also has the input
 * {@code text}: string[N] reads the same text's words, joined by one space, as a text graph does ("wide and deep", Cheng et al.
 * 2016).
 *
 * <p>Each text runs alone. With dynamically quantised activations, texts that run together change each other's answers, and
 * sixteen of them gain only a fifth of the time on one core.
 */
final class EncoderModel implements SentimentModel {
    private static final String IDS = "input_ids";
    private static final String MASK = "attention_mask";
    private static final String TEXT = "text";
    private static final String PROBABILITY = "probability";
    private static final Set<String> DEEP = Set.of(IDS, MASK);
    private static final Set<String> WIDE_AND_DEEP = Set.of(IDS, MASK, TEXT);
    private static final Set<String> OUTPUTS = Set.of(PROBABILITY);

    private final OnnxSession session;
    private final WordPiece wordPiece;
    private final int maxTokens;
    private final boolean wide;

    EncoderModel(OnnxSession session, WordPiece wordPiece, int maxTokens) {
        this.session = session;
        this.wordPiece = wordPiece;
        this.maxTokens = maxTokens;
        Set<String> inputs = session.inputs();
        wide = inputs.contains(TEXT);
        if (!inputs.equals(wide ? WIDE_AND_DEEP : DEEP) || !session.hasFloatOutput(PROBABILITY)) {
            String held = "%s has inputs %s and outputs %s, where an encoder has %s and floats in \"%s\""
                    .formatted(session.file(), inputs, session.outputs(), WIDE_AND_DEEP, PROBABILITY);
            session.close();
            throw new ModelException(held);
        }
    }

    @Override
    public Prediction predict(String text, boolean explain, Deadline deadline) {
        long start = System.nanoTime();
        EncoderText read = EncoderText.of(text, wordPiece, maxTokens);
        long tokenised = System.nanoTime();
        float probability = probabilities(List.of(read.whole()))[0];
        Optional<Explanation> explanation = explain
                ? Optional.of(Occlusion.explain(text, read.words(), probability, occluded(read), deadline))
                : Optional.empty();
        return new Prediction(
                probability,
                read.pieces().total(),
                read.pieces().used(),
                read.codePoints(),
                Timing.between(start, tokenised, System.nanoTime()),
                explanation);
    }

    private Occlusion.Occluded occluded(EncoderText read) {
        return new Occlusion.Occluded() {
            @Override
            public float[] withoutEach(int from, int to) {
                return probabilities(
                        IntStream.range(from, to).mapToObj(read::without).toList());
            }

            @Override
            public float withoutAll() {
                return probabilities(List.of(read.empty()))[0];
            }
        };
    }

    private float[] probabilities(List<Row> rows) {
        int length = rows.stream().mapToInt(row -> row.ids().length).max().orElseThrow();
        long[] ids = new long[rows.size() * length];
        int[] mask = new int[ids.length];
        for (int row = 0; row < rows.size(); row++) {
            int[] pieces = rows.get(row).ids();
            for (int i = 0; i < pieces.length; i++) {
                ids[row * length + i] = pieces[i];
                mask[row * length + i] = 1;
            }
        }
        long[] shape = {rows.size(), length};
        OrtEnvironment environment = session.environment();
        try (OnnxTensor idTensor = OnnxTensor.createTensor(environment, LongBuffer.wrap(ids), shape);
                OnnxTensor maskTensor = OnnxTensor.createTensor(environment, IntBuffer.wrap(mask), shape);
                OnnxTensor words = wide ? words(rows) : null;
                OrtSession.Result result = session.run(inputs(idTensor, maskTensor, words), OUTPUTS)) {
            float[] probabilities = new float[rows.size()];
            ((OnnxTensor) result.get(PROBABILITY).orElseThrow())
                    .getFloatBuffer()
                    .get(probabilities);
            return probabilities;
        } catch (OrtException e) {
            throw session.failed(e);
        }
    }

    private OnnxTensor words(List<Row> rows) throws OrtException {
        return OnnxTensor.createTensor(
                session.environment(), rows.stream().map(Row::words).toArray(String[]::new));
    }

    private static Map<String, OnnxTensor> inputs(OnnxTensor ids, OnnxTensor mask, OnnxTensor words) {
        Map<String, OnnxTensor> inputs = new HashMap<>(Map.of(IDS, ids, MASK, mask));
        if (words != null) {
            inputs.put(TEXT, words);
        }
        return inputs;
    }

    @Override
    public void close() {
        session.close();
    }
}
