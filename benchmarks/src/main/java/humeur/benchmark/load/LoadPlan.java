package humeur.benchmark.load;

import java.time.Duration;
import java.util.List;

/**
 * How long and how hard each candidate is loaded.
 *
 * @param callers the numbers of callers, one after the other
 * @param slice   how long a candidate's turn lasts in each round
 * @param warmUp  how long each is loaded before anything counts
 */
public record LoadPlan(List<Integer> callers, int rounds, Duration slice, Duration warmUp) {
    public LoadPlan {
        callers = List.copyOf(callers);
    }
}
