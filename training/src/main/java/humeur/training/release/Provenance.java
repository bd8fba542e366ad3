package humeur.training.release;

import static java.util.Objects.requireNonNull;

import humeur.training.data.Corpus;
import humeur.training.data.DataFile;
import humeur.training.data.Part;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;

/**
 * What a model was trained on and with, so that it can be trained again.
 *
 * @param dataset its name
 * @param sha256 of the data file, decompressed
 * @param rows texts that it was trained on
 * @param cleaning what was dropped before the split
 * @param hyperparameters by name
 * @param commit of the code, see {@link SourceCommit}
 */
public record Provenance(
        String dataset,
        String sha256,
        int rows,
        Corpus.Cleaning cleaning,
        Map<String, Object> hyperparameters,
        String commit) {
    public static final String SENTIMENT140 = "Sentiment140";

    public Provenance {
        requireNonNull(dataset, "dataset is null");
        requireNonNull(sha256, "sha256 is null");
        requireNonNull(cleaning, "cleaning is null");
        requireNonNull(hyperparameters, "hyperparameters is null");
        requireNonNull(commit, "commit is null");
    }

    /** The same of a model that has not read the whole training part. */
    public Provenance havingRead(long texts) {
        return new Provenance(dataset, sha256, (int) Math.min(rows, texts), cleaning, hyperparameters, commit);
    }

    /** Hashes the data file and asks git for the commit. */
    public static Provenance of(Path data, Corpus corpus, Map<String, Object> hyperparameters) throws IOException {
        try (InputStream in = DataFile.open(data)) {
            return new Provenance(
                    SENTIMENT140,
                    Sha256.of(in),
                    corpus.part(Part.TRAINING).size(),
                    corpus.cleaning(),
                    hyperparameters,
                    SourceCommit.read());
        }
    }
}
