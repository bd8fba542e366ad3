package humeur.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import humeur.sentiment.Deadline;
import humeur.sentiment.Explanation;
import humeur.sentiment.Explanation.Method;
import humeur.sentiment.ModelException;
import humeur.sentiment.Prediction;
import humeur.sentiment.SentimentModel;
import humeur.sentiment.Timing;
import humeur.text.NormalizedText;
import humeur.text.TweetNormalizer;
import humeur.text.Word;
import humeur.text.WordTokenizer;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A graph that reads text itself.
 *
 * <p>Input {@code text}: string[N], the words of {@link WordTokenizer} joined by one space. Output {@code probability}:
 * float[N]. A graph that explains itself also has {@code contributions}, float[N, L], each word's share in log-odds, and
 * {@code bias}, float[1]; one that does not is explained by occlusion.
 */
final class TextGraphModel implements SentimentModel {
    private static final String TEXT = "text";
    private static final String PROBABILITY = "probability";
    private static final String CONTRIBUTIONS = "contributions";
    private static final String BIAS = "bias";
    private static final Set<String> PLAIN = Set.of(PROBABILITY);
    private static final Set<String> EXPLAINED = Set.of(PROBABILITY, CONTRIBUTIONS, BIAS);

    private final OnnxSession session;
    private final int maxTokens;
    private final boolean explainsItself;

    TextGraphModel(OnnxSession session, int maxTokens) {
        this.session = session;
        this.maxTokens = maxTokens;
        this.explainsItself = EXPLAINED.stream().allMatch(session::hasFloatOutput);
        if (!session.inputs().equals(Set.of(TEXT)) || !session.hasFloatOutput(PROBABILITY)) {
            String held =
                    "%s has inputs %s and outputs %s, where a text graph has the input \"%s\" and floats in \"%s\""
                            .formatted(session.file(), session.inputs(), session.outputs(), TEXT, PROBABILITY);
            session.close();
            throw new ModelException(held);
        }
    }

    @Override
    public Prediction predict(String text, boolean explain, Deadline deadline) {
        long start = System.nanoTime();
        NormalizedText normalized = TweetNormalizer.normalize(text);
        List<Word> words = WordTokenizer.tokenize(normalized);
        List<Word> read = words.size() > maxTokens ? words.subList(0, maxTokens) : words;
        int end = read.size() < words.size() ? read.get(maxTokens - 1).end() : text.length();
        int codePoints = text.codePointCount(0, end);
        long tokenised = System.nanoTime();
        if (explain && explainsItself) {
            Explained explained = explained(text, read);
            return new Prediction(
                    explained.probability(),
                    words.size(),
                    read.size(),
                    codePoints,
                    Timing.between(start, tokenised, System.nanoTime()),
                    Optional.of(explained.explanation()));
        }
        float probability = probability(read);
        Optional<Explanation> explanation = explain
                ? Optional.of(Occlusion.explain(text, read, probability, occluded(read), deadline))
                : Optional.empty();
        Timing timing = Timing.between(start, tokenised, System.nanoTime());
        return new Prediction(probability, words.size(), read.size(), codePoints, timing, explanation);
    }

    private Occlusion.Occluded occluded(List<Word> words) {
        return new Occlusion.Occluded() {
            @Override
            public float[] withoutEach(int from, int to) {
                float[] probabilities = new float[to - from];
                for (int i = from; i < to; i++) {
                    probabilities[i - from] = probability(without(words, i));
                }
                return probabilities;
            }

            @Override
            public float withoutAll() {
                return probability(List.of());
            }
        };
    }

    private static List<Word> without(List<Word> words, int leftOut) {
        List<Word> rest = new ArrayList<>(words);
        rest.remove(leftOut);
        return rest;
    }

    private float probability(List<Word> words) {
        try (OnnxTensor input = tensor(words);
                OrtSession.Result result = session.run(Map.of(TEXT, input), PLAIN)) {
            return first(result, PROBABILITY);
        } catch (OrtException e) {
            throw session.failed(e);
        }
    }

    private Explained explained(String text, List<Word> read) {
        try (OnnxTensor input = tensor(read);
                OrtSession.Result result = session.run(Map.of(TEXT, input), EXPLAINED)) {
            float[] contributions = contributions(result, read.size());
            Explanation explanation =
                    new Explanation(Method.EXACT, first(result, BIAS), Contributions.of(text, read, contributions));
            return new Explained(first(result, PROBABILITY), explanation);
        } catch (OrtException e) {
            throw session.failed(e);
        }
    }

    private record Explained(float probability, Explanation explanation) {}

    private float[] contributions(OrtSession.Result result, int words) {
        if (words == 0) {
            return new float[0]; // A graph may well pad an empty text to one token.
        }
        FloatBuffer values = output(result, CONTRIBUTIONS).getFloatBuffer();
        if (values.remaining() != words) {
            throw session.failed(new IllegalStateException(
                    "%d values in \"%s\" for %d words".formatted(values.remaining(), CONTRIBUTIONS, words)));
        }
        float[] contributions = new float[words];
        values.get(contributions);
        return contributions;
    }

    private OnnxTensor tensor(List<Word> words) throws OrtException {
        return OnnxTensor.createTensor(session.environment(), new String[] {WordTokenizer.join(words)});
    }

    private static float first(OrtSession.Result result, String name) {
        return output(result, name).getFloatBuffer().get(0);
    }

    private static OnnxTensor output(OrtSession.Result result, String name) {
        return (OnnxTensor) result.get(name).orElseThrow();
    }

    @Override
    public void close() {
        session.close();
    }
}
