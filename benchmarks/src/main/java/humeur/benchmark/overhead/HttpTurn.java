package humeur.benchmark.overhead;

import humeur.benchmark.report.Distribution;

/**
 * A turn of one caller over HTTP, in ms, one value a request.
 *
 * @param latencies from writing the request to the last byte of the answer
 * @param service what of it the service itself accounts for
 * @param model what of that the model took, its tokenizer included, as the service tells it
 */
record HttpTurn(Distribution latencies, Distribution service, Distribution model) {}
