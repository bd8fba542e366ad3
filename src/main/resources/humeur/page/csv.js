/** CSV (RFC 4180) in and out. */

const DELIMITERS = [',', ';', '\t'];
const NAMES = /^(texts?|textes?|tweets?|messages?|comments?|commentaires?|reviews?|avis|content|contenu|body|sentences?|phrases?)$/i;
const FORMULA = /^[=+\-@\t\r]/;
const NUMBER = /^[+-]?\d+([.,]\d+)?$/;

/** What was pasted: a table if its first line names a column of texts, else one text a line. */
export function recognise(text) {
  const content = text.replace(/^\ufeff/, '');
  const [first = []] = parse(content.slice(0, content.search(/[\r\n]|$/)));
  return first.some(isName) ? table(content) : lines(content);
}

/** Every non-empty line is a text. */
function lines(content) {
  return { records: content.split(/\r\n|\r|\n/).filter(line => line.trim() !== '').map(line => [line]), header: false, column: 0 };
}

/** A table with its column of texts: the one of that name, else the one with the longest cells. */
export function table(content) {
  const records = parse(content.replace(/^\ufeff/, ''));
  const named = (records[0] ?? []).findIndex(isName);
  return { records, header: named >= 0, column: named >= 0 ? named : widest(records) };
}

const isName = cell => NAMES.test(cell.trim());

function widest(records) {
  const widths = [];
  for (const record of records.slice(0, 200)) {
    record.forEach((cell, i) => { widths[i] = (widths[i] ?? 0) + cell.length; });
  }
  return Math.max(0, widths.indexOf(Math.max(...widths)));
}

/** Records of cells. A quote that nothing closes is read as a character: it must not swallow the rows behind it. */
export function parse(content) {
  const delimiter = DELIMITERS.map(each => [each, count(content, each)]).sort((a, b) => b[1] - a[1])[0][0];
  return records(content, delimiter, true) ?? records(content, delimiter, false);
}

/** In the first record, outside quotes. */
function count(content, delimiter) {
  let quoted = false;
  let found = 0;
  for (const character of content) {
    if (character === '"') {
      quoted = !quoted;
    } else if (!quoted && (character === '\n' || character === '\r')) {
      break;
    } else if (!quoted && character === delimiter) {
      found++;
    }
  }
  return found;
}

function records(content, delimiter, quotes) {
  const all = [];
  let record = [];
  let cell = '';
  let quoted = false;
  let begun = false; // Whether the record has anything, were it an empty cell in quotes.
  const endCell = () => { record.push(cell); cell = ''; };
  const endRecord = () => { endCell(); all.push(record); record = []; begun = false; };
  for (let i = 0; i < content.length; i++) {
    const character = content[i];
    if (quoted) {
      if (character !== '"') {
        cell += character;
      } else if (content[i + 1] === '"') {
        cell += '"';
        i++;
      } else {
        quoted = false;
      }
    } else if (quotes && character === '"' && cell === '') {
      quoted = true;
      begun = true;
    } else if (character === delimiter) {
      endCell();
      begun = true;
    } else if (character === '\n' || character === '\r') {
      if (character === '\r' && content[i + 1] === '\n') {
        i++;
      }
      endRecord();
    } else {
      cell += character;
      begun = true;
    }
  }
  if (quoted) {
    return undefined;
  }
  if (begun) {
    endRecord();
  }
  return all;
}

/** A document that spreadsheets read as UTF-8 and without running any cell. */
export const write = rows => '\ufeff' + rows.map(cells => cells.map(quote).join(',') + '\r\n').join('');

function quote(cell) {
  const text = String(cell);
  const harmless = FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
  return /[",\r\n']/.test(harmless) || harmless !== harmless.trim() ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** Bytes of a file as text: UTF-8 or UTF-16 if it says so, else Windows' Western code page. */
export function decode(bytes) {
  const [first, second] = new Uint8Array(bytes, 0, Math.min(2, bytes.byteLength));
  if (first === 0xff && second === 0xfe) {
    return new TextDecoder('utf-16le').decode(bytes);
  }
  if (first === 0xfe && second === 0xff) {
    return new TextDecoder('utf-16be').decode(bytes);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
