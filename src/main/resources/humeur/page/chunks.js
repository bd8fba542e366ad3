/** Many texts, a hundred at a time, so that each gets its result whatever happens to the others. */
import { Refusal, Unreachable, post } from './api.js';

const MOST_TEXTS = 100;
const MOST_BYTES = 512 * 1024; // Half of what the service takes by default.
const ATTEMPTS = 5;
const encoder = new TextEncoder();

/**
 * Sends the texts of these rows, in their order.
 *
 * @param rows with a text each; a result, {answer} or {status, document}, is put into each
 * @param options {model, signal, progressed(), waiting(seconds)}
 * @throws what keeps the rest from being sent; the rows without a result can be sent anew
 */
export async function send(rows, options) {
  const waiting = split(rows);
  while (waiting.length) {
    const chunk = waiting.shift();
    try {
      const { document } = await patiently(chunk, options);
      if (document.results?.length !== chunk.length) {
        throw new Error('the results do not match the texts');
      }
      chunk.forEach((row, i) => { row.result = result(document.results[i]); });
    } catch (failure) {
      if (!concernsTexts(failure)) {
        throw failure;
      }
      if (chunk.length > 1) {
        const half = Math.ceil(chunk.length / 2);
        waiting.unshift(chunk.slice(0, half), chunk.slice(half));
      } else {
        chunk[0].result = { status: failure.status, document: failure.document };
      }
    }
    options.progressed();
  }
}

const tooMuch = failure => failure.document?.type === '/problems/too-much-work';

const concernsTexts = failure =>
  failure instanceof Refusal && ([400, 413, 422].includes(failure.status) || tooMuch(failure));

const result = item => item.error ? { status: item.error.status, document: item.error } : { answer: item };

function split(rows) {
  const chunks = [];
  let chunk = [];
  let bytes = 0;
  for (const row of rows) {
    const size = encoder.encode(JSON.stringify(row.text)).length + 1;
    if (chunk.length === MOST_TEXTS || (chunk.length && bytes + size > MOST_BYTES)) {
      chunks.push(chunk);
      chunk = [];
      bytes = 0;
    }
    chunk.push(row);
    bytes += size;
  }
  return chunk.length ? [...chunks, chunk] : chunks;
}

/** Comes back when the service says so, or ever later. */
async function patiently(chunk, { model, signal, waiting }) {
  for (let attempt = 1; ; attempt++) {
    try {
      return await post('/predict/batch', { texts: chunk.map(row => row.text), ...(model && { model }) }, signal);
    } catch (failure) {
      const passing = failure instanceof Unreachable || (failure instanceof Refusal && [429, 502, 503, 504].includes(failure.status) && !tooMuch(failure));
      if (!passing || attempt === ATTEMPTS) {
        throw failure;
      }
      const seconds = Math.min(60, failure.retryAfter ?? 2 ** (attempt - 1));
      waiting(seconds);
      await pause(seconds, signal);
    }
  }
}

const pause = (seconds, signal) => new Promise((resolve, reject) => {
  const timer = setTimeout(resolve, seconds * 1000);
  signal.addEventListener('abort', () => {
    clearTimeout(timer);
    reject(signal.reason);
  }, { once: true });
});
