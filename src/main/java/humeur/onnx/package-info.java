/** The only package that touches ONNX Runtime: its set-up, and one small class for each kind of model. */
package humeur.onnx;
