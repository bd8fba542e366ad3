package humeur.benchmark;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The order in which candidates take their turns. */
public final class Rounds {
    private Rounds() {}

    /** All candidates, beginning with another one in each round, so that none is always measured after the same. */
    public static <T> List<T> order(List<T> candidates, int round) {
        var order = new ArrayList<>(candidates);
        Collections.rotate(order, -round);
        return List.copyOf(order);
    }
}
