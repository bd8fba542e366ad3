package humeur.benchmark.coldstart;

import humeur.benchmark.process.ResourceUsage;
import java.time.Duration;

/**
 * One cold start.
 *
 * @param firstAnswer from exec to the end of the first right answer
 * @param usage       right after that answer
 */
record ColdStartSample(Duration firstAnswer, ResourceUsage usage) {}
