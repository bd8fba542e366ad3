package humeur.training.bert;

import humeur.training.onnx.GraphBuilder;

/** How a graph stores its matrices and multiplies with them. Each method adds nodes of which the last has the given name. */
interface Arithmetic {
    /** The rows of a table that an input of ids asks for. */
    void rows(GraphBuilder graph, String name, String ids, Tensor table);

    /** {@code input} times a matrix, which is given as output × input. */
    void product(GraphBuilder graph, String name, String input, Tensor matrix);

    /** Self-attention over all heads; queries, keys and values in one matrix, and their bias. */
    void attention(GraphBuilder graph, String name, String input, Projection projection);

    /**
     * The projection to queries, keys and values.
     *
     * @param matrix 3·hidden × hidden
     * @param bias 3·hidden
     * @param heads attention heads
     * @param mask name of the int32 input that is 1 where a piece is
     */
    record Projection(Tensor matrix, Tensor bias, int heads, String mask) {}
}
