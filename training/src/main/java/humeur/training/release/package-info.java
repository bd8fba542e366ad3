/** What leaves the training: a model's folder with its graph, its manifest and its card. */
package humeur.training.release;
