package humeur.benchmark.overhead;

import java.time.Duration;

/**
 * What is measured, and how long.
 *
 * @param model   its name
 * @param tokens  of every text, as the service counts them
 * @param callers of the closed loop on all cores
 * @param threads that drive the model directly beside it, one a core
 * @param slice   length of a turn
 * @param warmUp  how long each side runs before anything counts
 */
record OverheadPlan(String model, int tokens, int rounds, int callers, int threads, Duration slice, Duration warmUp) {}
