/** Logistic regression on hashed word 1–2-grams, from hashing to the graph that serves it. */
package humeur.training.logistic;
