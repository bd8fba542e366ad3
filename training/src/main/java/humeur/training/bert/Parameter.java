package humeur.training.bert;

import java.nio.FloatBuffer;
import java.util.Map;

/** A trained tensor with its optimiser's state. */
sealed interface Parameter permits DenseParameter, EmbeddingTable {
    String name();

    /** The trained values. */
    FloatBuffer values();

    /** All that training goes on from, by name; writing into the buffers restores it. */
    Map<String, FloatBuffer> state();
}
