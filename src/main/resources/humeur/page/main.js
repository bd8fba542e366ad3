import { read } from './api.js';
import { startBatch } from './batch.js';
import { sentence } from './failures.js';
import { number, onLanguage, percent, startLanguage, t } from './language.js';
import { startLive } from './live.js';
import { ICONS, byId, icon, node } from './nodes.js';
import { startSingle } from './single.js';

startLanguage();

const [welcome, catalogue] = await Promise.allSettled([read('/'), read('/models')]);
const links = welcome.value?.document.links ?? {};
const service = {
  models: catalogue.value?.document.models ?? [],
  default: catalogue.value?.document.default,
  feedback: links.feedback,
};
let refresh = () => {};

startSingle(service, () => refresh());
startBatch(service, () => refresh());
if (links.stats) {
  refresh = startLive(links.stats);
}
onLanguage(() => byId('models').replaceChildren(...(catalogue.value
  ? service.models.map(model)
  : [node('li', {}, node('p', { class: 'notice error' }, icon(...ICONS.error), sentence(catalogue.reason)))])));
if (welcome.value) {
  const { version, commit } = welcome.value.document;
  byId('version').textContent = `Humeur ${version} · ${commit.slice(0, 7)}`;
}
document.documentElement.dataset.ready = '';

function model({ name, version, limits, metrics, trained_on: trained }) {
  const { rows, accuracy } = metrics?.test ?? Object.values(metrics ?? {})[0] ?? {};
  return node('li', {},
    node('h3', {}, name, ' ', node('span', { class: 'soft small' }, version)),
    name === service.default && service.models.length > 1 ? node('span', { class: 'badge' }, t('default')) : null,
    node('ul', { class: 'soft small' },
      accuracy ? node('li', {}, t('accuracy', { share: percent(accuracy.value, 1), rows: number(rows) })) : null,
      trained ? node('li', {}, t('trained', { rows: number(trained.rows), dataset: trained.dataset })) : null,
      limits ? node('li', {}, t('reads', { tokens: number(limits.max_tokens) })) : null));
}
