/** What this instance has predicted within the last hour, refreshed gently, and only while somebody can see it. */
import { read } from './api.js';
import { milliseconds, number, onLanguage, percent, t, time } from './language.js';
import { ICONS, byId, icon, node, shape } from './nodes.js';

const EVERY = 15_000;
const HEIGHT = 40;

/** Returns a function that refreshes soon. */
export function startLive(path) {
  let stats = null;
  let paused = false;
  let timer;

  async function refresh() {
    clearTimeout(timer);
    try {
      stats = (await read(path)).document;
    } catch {
      stats = null;
    }
    render();
    schedule(EVERY);
  }

  function schedule(delay) {
    clearTimeout(timer);
    if (!paused && !document.hidden) {
      timer = setTimeout(refresh, delay);
    }
  }

  function render() {
    byId('pause').textContent = t(paused ? 'resume' : 'pause');
    byId('pause').setAttribute('aria-label', t(paused ? 'resumeLabel' : 'pauseLabel'));
    byId('figures').replaceChildren(...(stats ? figures(stats) : [node('p', { class: 'soft' }, t('unreachable'))]));
  }

  byId('pause').addEventListener('click', () => {
    paused = !paused;
    render();
    schedule(0);
  });
  document.addEventListener('visibilitychange', () => schedule(500));
  byId('live').hidden = false;
  refresh().then(() => onLanguage(render));
  return () => schedule(400);
}

function figures(stats) {
  const { predictions, negatives, share_negative: share, duration_ms: duration } = stats;
  return [
    alert(stats.alert),
    node('dl', { class: 'figures' },
      figure(number(predictions), t('predictions', { predictions })),
      figure(share === null ? '–' : percent(share), t('shareNegative')),
      figure(duration.p50 === null ? '–' : milliseconds(duration.p50), t('half')),
      figure(duration.p99 === null ? '–' : milliseconds(duration.p99), t('slowest'))),
    chart(stats.minutes, t('chart', { predictions, negatives })),
    node('p', { class: 'soft small' }, t('since', { time: time(new Date(stats.started)) })),
  ];
}

const figure = (value, name) => node('div', {}, node('dt', {}, name), node('dd', {}, value));

function alert(state) {
  const values = { negatives: state.negatives, threshold: state.threshold, minutes: Math.round(state.window_seconds / 60) };
  return node('p', { class: `notice ${state.raised ? 'error' : 'calm'}` },
    icon(...ICONS[state.raised ? 'error' : 'positive']), t(state.raised ? 'raised' : 'calm', values));
}

/** A column a minute: negative ones below, the rest on them. */
function chart(minutes, label) {
  const most = Math.max(1, ...minutes.map(([all]) => all));
  const column = (kind, i, from, count) => count === 0 ? [] : [shape('rect', {
    class: kind, x: i * 4, width: 3, rx: 0.8, y: HEIGHT - (from + count) / most * HEIGHT, height: Math.max(1, count / most * HEIGHT - 0.5),
  })];
  return shape('svg', { class: 'chart', viewBox: `0 0 ${minutes.length * 4} ${HEIGHT + 1}`, preserveAspectRatio: 'none', role: 'img', 'aria-label': label },
    shape('rect', { class: 'ground', x: 0, y: HEIGHT, width: minutes.length * 4, height: 1 }),
    ...minutes.flatMap(([all, negative], i) => [...column('negative', i, 0, negative), ...column('positive', i, negative, all - negative)]));
}
