/** The service's HTTP interface. */

/** An answer that refuses: its status, its document, and after how many seconds to come back, if it says so. */
export class Refusal extends Error {
  constructor(status, document, retryAfter) {
    super(`status ${status}`);
    this.status = status;
    this.document = document;
    this.retryAfter = retryAfter;
  }
}

/** What nobody answered: no connection, or no answer in time. */
export class Unreachable extends Error {}

const PATIENCE = 60_000;

export const read = path => exchange(path, { headers: { Accept: 'application/json' } });

export const post = (path, body, signal) =>
  exchange(path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body), signal });

async function exchange(path, options) {
  const timeout = new AbortController();
  const timer = setTimeout(() => timeout.abort(), PATIENCE);
  options.signal?.addEventListener('abort', () => timeout.abort());
  const begin = performance.now();
  let response;
  let text;
  try {
    response = await fetch(path, { ...options, signal: timeout.signal, cache: 'no-store', credentials: 'same-origin' });
    text = await response.text();
  } catch (failure) {
    throw options.signal?.aborted ? failure : new Unreachable(failure.message);
  } finally {
    clearTimeout(timer);
  }
  const ms = performance.now() - begin;
  const document = text === '' ? {} : parse(text);
  if (!response.ok || document === undefined) {
    throw new Refusal(response.status, document ?? {}, seconds(response.headers.get('Retry-After')));
  }
  return { document, ms, serverMs: total(response.headers.get('Server-Timing')) };
}

/** A proxy's error page is no JSON. */
function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Retry-After is a number of seconds or a date (RFC 9110, section 10.2.3). */
function seconds(header) {
  if (header === null) {
    return undefined;
  }
  const value = /^\d+$/.test(header) ? Number(header) : Math.ceil((Date.parse(header) - Date.now()) / 1000);
  return Number.isFinite(value) ? Math.max(0, value) : undefined;
}

/** The entry named total of a Server-Timing header, else the sum of all. */
function total(header) {
  const entries = [...(header ?? '').matchAll(/([\w-]+)[^,]*?;\s*dur=([\d.]+)/g)];
  const whole = entries.find(entry => entry[1] === 'total');
  const parts = (whole ? [whole] : entries).map(entry => Number(entry[2]));
  return parts.length ? parts.reduce((sum, part) => sum + part) : undefined;
}
