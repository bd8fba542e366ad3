/** Writing ONNX graphs. */
package humeur.training.onnx;
