/** The domain: what a prediction is, which models there are, and how each is opened once. Knows neither HTTP nor ONNX. */
package humeur.sentiment;
