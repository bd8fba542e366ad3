/** Many texts: from a paste or a file, through the service, to a table and a CSV file. */
import { kindOf, sureness } from './card.js';
import { send } from './chunks.js';
import { decode, recognise, table, write } from './csv.js';
import { refused, sentence } from './failures.js';
import { number, onLanguage, t } from './language.js';
import { ICONS, byId, icon, node } from './nodes.js';

const PAGE = 100;
const LONGEST = 280;
const LARGEST_FILE = 32; // MiB
const FILTERS = { filterAll: () => true, filterPositive: is('positive'), filterNegative: is('negative'), filterErrors: is('error') };

const state = { source: null, name: '', rows: [], control: null, shownRows: PAGE, filter: 'filterAll', status: () => '', problem: null };
let service;
let predicted;

function is(kind) {
  return row => kindOfRow(row) === kind;
}

const kindOfRow = ({ result }) => !result ? 'waiting' : result.answer ? kindOf(result.answer) : 'error';
const pending = () => state.rows.filter(row => !row.result);
const tally = kind => state.rows.filter(is(kind)).length;

export function startBatch(known, onPredicted) {
  service = known;
  predicted = onPredicted;
  byId('model').append(...service.models.map(({ name }) => node('option', { value: name, selected: name === service.default }, name)));
  byId('model-choice').hidden = service.models.length < 2;
  byId('many').addEventListener('input', event => take(recognise(event.target.value), ''));
  byId('file').addEventListener('change', event => open(event.target.files[0]));
  byId('column').addEventListener('change', event => choose({ column: Number(event.target.value) }));
  byId('header').addEventListener('change', event => choose({ header: event.target.checked }));
  byId('model').addEventListener('change', () => choose({}));
  byId('start').addEventListener('click', run);
  byId('cancel').addEventListener('click', () => state.control.abort(new DOMException('stopped', 'AbortError')));
  byId('download').addEventListener('click', download);
  byId('more').addEventListener('click', showMore);
  acceptDrops(byId('drop'));
  onLanguage(render);
}

function acceptDrops(area) {
  const over = on => event => {
    if (event.dataTransfer.types.includes('Files')) {
      event.preventDefault();
      area.classList.toggle('over', on);
    }
  };
  area.addEventListener('dragover', over(true));
  area.addEventListener('dragleave', over(false));
  area.addEventListener('drop', event => {
    over(false)(event);
    if (event.dataTransfer.files.length) {
      open(event.dataTransfer.files[0]);
    }
  });
}

async function open(file) {
  if (!file || state.control) {
    return;
  }
  byId('many').value = '';
  if (file.size > LARGEST_FILE << 20) {
    take(null, '', () => t('tooLargeFile', { size: LARGEST_FILE }));
    return;
  }
  try {
    const text = decode(await file.arrayBuffer());
    take(/\.txt$/i.test(file.name) ? recognise(text) : table(text), `${file.name}: `);
  } catch {
    take(null, '', () => t('unreadable'));
  }
  byId('file').value = ''; // The same file may be chosen again after a change.
}

function take(source, name, problem) {
  state.source = source;
  state.name = name;
  state.problem = problem ?? null;
  choose({});
}

/** Makes the rows anew; what was predicted of other rows is gone. */
function choose(change) {
  Object.assign(state.source ?? {}, change);
  const { records = [], header, column } = state.source ?? {};
  state.rows = records.slice(header ? 1 : 0).map((cells, i) => ({ line: i + 1, cells, text: cells[column] ?? '' }));
  Object.assign(state, { shownRows: PAGE, filter: 'filterAll', status: () => '', failure: null, begun: false });
  render();
}

async function run() {
  state.control = new AbortController();
  state.failure = null;
  state.begun = true;
  progressed();
  byId('cancel').focus();
  try {
    await send(pending(), {
      model: service.models.length > 1 ? byId('model').value : undefined,
      signal: state.control.signal,
      progressed,
      waiting: seconds => say(() => t('waiting', { ...counts(), seconds })),
    });
    say(() => t('finished', counts()));
  } catch (failure) {
    say(() => t('cancelled', counts()));
    state.failure = state.control.signal.aborted ? null : failure;
  }
  state.control = null;
  render();
  byId(pending().length ? 'start' : 'download').focus();
  predicted();
}

const counts = () => ({
  rows: state.rows.length,
  done: state.rows.length - pending().length,
  positive: tally('positive'),
  negative: tally('negative'),
  errors: tally('error'),
});

function progressed() {
  state.status = () => t('running', counts());
  render();
}

function say(status) {
  state.status = status;
  byId('run-status').textContent = status();
}

function render() {
  renderSource();
  const running = state.control !== null;
  const left = pending().length;
  byId('start').textContent = left === 0 ? t('startNone') : t(left < state.rows.length ? 'continue' : 'start', { rows: left });
  byId('start').disabled = left === 0;
  byId('start').hidden = running || (state.begun && left === 0);
  byId('cancel').hidden = !running;
  byId('download').hidden = running || left === state.rows.length;
  byId('run').hidden = !state.begun;
  for (const field of ['many', 'file', 'column', 'header', 'model']) {
    byId(field).disabled = running;
  }
  if (state.begun) {
    renderRun(running);
  }
}

function renderSource() {
  const { source, rows } = state;
  const columns = source ? Math.max(0, ...source.records.slice(0, 1000).map(record => record.length)) : 0;
  const isTable = columns > 1 || source?.header;
  byId('source').textContent = state.problem?.()
    ?? (rows.length === 0 && !state.name ? '' : isTable || state.name
      ? t('recognisedTable', { name: state.name, rows: rows.length, columns })
      : t('recognised', { rows: rows.length }));
  byId('choices').hidden = rows.length === 0 || (!isTable && !state.name && service.models.length < 2);
  byId('column-choice').hidden = columns < 2;
  byId('header').parentElement.hidden = !isTable && !state.name;
  byId('header').checked = Boolean(source?.header);
  byId('column').replaceChildren(...Array.from({ length: columns }, (_, i) => node('option', { value: i, selected: i === source.column },
    (source.header && source.records[0][i]?.trim()) || t('columnNumber', { number: i + 1 }))));
}

function renderRun(running) {
  const { rows, done, positive, negative, errors } = counts();
  byId('progress').max = rows;
  byId('progress').value = done;
  byId('progress').hidden = !running;
  byId('run-status').textContent = state.status();
  byId('run-alert').replaceChildren(...(state.failure
    ? [node('p', { class: 'notice error' }, icon(...ICONS.error), sentence(state.failure))] : []));
  Object.entries({ negative, positive, error: errors }).forEach(([kind, count]) =>
    byId('shares').querySelector(`.share-${kind}`).style.setProperty('flex-grow', count));
  const totals = { filterAll: rows, filterPositive: positive, filterNegative: negative, filterErrors: errors };
  const focused = document.activeElement?.dataset?.filter;
  byId('filters').replaceChildren(...Object.keys(FILTERS).map(key => node('button', {
    type: 'button', class: 'chip', 'data-filter': key, 'aria-pressed': String(key === state.filter),
    click: () => { Object.assign(state, { filter: key, shownRows: PAGE }); render(); },
  }, `${t(key)} (${number(totals[key])})`)));
  if (focused) {
    byId('filters').querySelector(`[data-filter=${focused}]`)?.focus();
  }
  renderRows();
}

function renderRows() {
  const chosen = state.rows.filter(FILTERS[state.filter]);
  byId('rows').replaceChildren(...chosen.slice(0, state.shownRows).map(tableRow));
  const hidden = chosen.length - state.shownRows;
  byId('more').hidden = hidden <= 0;
  byId('more').textContent = t('more', { rows: Math.min(PAGE, hidden) });
}

function showMore() {
  const first = state.shownRows;
  state.shownRows += PAGE;
  renderRows();
  if (byId('more').hidden) {
    byId('rows').children[first]?.scrollIntoView({ block: 'nearest' });
    byId('rows').closest('.table').focus();
  }
}

function tableRow(row) {
  const kind = kindOfRow(row);
  const points = Array.from(row.text);
  const text = points.length > LONGEST ? `${points.slice(0, LONGEST).join('')} …` : row.text;
  return node('tr', { class: kind },
    node('th', { scope: 'row' }, number(row.line)),
    node('td', { lang: 'en', dir: 'auto', class: row.text.trim() ? null : 'soft' }, row.text.trim() ? text : t('empty')),
    node('td', {}, ...outcome(row, kind)));
}

function outcome({ result }, kind) {
  switch (kind) {
    case 'waiting':
      return [node('span', { class: 'soft' }, t('notSent'))];
    case 'error':
      return [icon(...ICONS.error), refused(result.status, result.document)];
    default:
      return [icon(...ICONS[kind]), node('strong', {}, t(kind)), ` ${sureness(result.answer)}`];
  }
}

/** All columns as they came, then ours. Its names are those of the API in every language, so that programs can read it. */
function download() {
  const { source, rows, name } = state;
  const width = Math.max(...rows.map(row => row.cells.length), source.header ? source.records[0].length : 0);
  const padded = cells => Array.from({ length: width }, (_, i) => cells[i] ?? '');
  const names = source.header ? padded(source.records[0]) : padded([]).map((_, i) => i === source.column ? 'text' : `column_${i + 1}`);
  const content = write([
    [...names, 'sentiment', 'probability', 'model', 'model_version', 'id', 'error'],
    ...rows.map(row => [...padded(row.cells), ...ours(row)]),
  ]);
  const url = URL.createObjectURL(new Blob([content], { type: 'text/csv;charset=utf-8' }));
  const link = node('a', { href: url, download: `${name.replace(/(\.\w+)?: $/, '') || 'humeur'}-sentiment.csv` });
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

function ours({ result }) {
  if (!result?.answer) {
    return ['', '', '', '', '', result ? refused(result.status, result.document) : t('notSent')];
  }
  const { sentiment, probability, model, model_version: version, id } = result.answer;
  return [sentiment, probability, model, version, id, ''];
}
