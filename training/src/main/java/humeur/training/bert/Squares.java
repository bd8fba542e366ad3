package humeur.training.bert;

/** Sums of squares, for the norm of a gradient. */
final class Squares {
    private Squares() {}

    /** Of the first {@code length} values. Four sums side by side, since each addition would wait for the one before. */
    static double sum(float[] values, int length) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int i = 0;
        for (; i + 3 < length; i += 4) {
            a += (double) values[i] * values[i];
            b += (double) values[i + 1] * values[i + 1];
            c += (double) values[i + 2] * values[i + 2];
            d += (double) values[i + 3] * values[i + 3];
        }
        for (; i < length; i++) {
            a += (double) values[i] * values[i];
        }
        return a + b + c + d;
    }
}
