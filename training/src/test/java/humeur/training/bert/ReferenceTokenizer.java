package humeur.training.bert;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Hugging Face's tokenizer with the pre-trained encoder's vocabulary. */
final class ReferenceTokenizer implements AutoCloseable {
    private final HuggingFaceTokenizer tokenizer;

    ReferenceTokenizer() throws IOException {
        try (InputStream json = ReferenceTokenizer.class.getResourceAsStream("/all-minilm-l6-v2-tokenizer.json")) {
            tokenizer = HuggingFaceTokenizer.newInstance(json, Map.of("padding", "false", "truncation", "false"));
        }
    }

    List<long[]> ids(List<String> texts) {
        return Stream.of(tokenizer.batchEncode(texts)).map(Encoding::getIds).toList();
    }

    List<String> tokens(String text) {
        return List.of(tokenizer.encode(text, false, false).getTokens());
    }

    @Override
    public void close() {
        tokenizer.close();
    }
}
