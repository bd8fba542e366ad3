package humeur.training.bert;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import humeur.text.Vocabulary;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** The vocabulary that the pre-trained encoder comes with, in Hugging Face's {@code tokenizer.json}. */
public final class PretrainedVocabulary {
    private static final String RESOURCE = "/all-minilm-l6-v2-tokenizer.json";

    private PretrainedVocabulary() {}

    public static Vocabulary read() throws IOException {
        return Vocabulary.of(pieces());
    }

    /** The pieces in the order of their numbers. */
    public static List<String> pieces() throws IOException {
        try (InputStream json = PretrainedVocabulary.class.getResourceAsStream(RESOURCE)) {
            if (json == null) {
                throw new FileNotFoundException("The class path lacks " + RESOURCE + " of the pre-trained encoder");
            }
            JsonNode numbers = new ObjectMapper().readTree(json).at("/model/vocab");
            String[] pieces = new String[numbers.size()];
            numbers.fields().forEachRemaining(entry -> pieces[entry.getValue().asInt()] = entry.getKey());
            return Arrays.asList(pieces);
        }
    }

    /** As a {@code vocab.txt}: a piece a line. */
    public static byte[] file() throws IOException {
        return (String.join("\n", pieces()) + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
