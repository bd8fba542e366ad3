/** Metrics with their 95 % intervals, and the paired comparison of two models. */
package humeur.training.evaluation;
