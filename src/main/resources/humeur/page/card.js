/** One model's answer. */
import { post } from './api.js';
import { sentence } from './failures.js';
import { heaviest, marked } from './explanation.js';
import { milliseconds, percent, t } from './language.js';
import { ICONS, icon, node } from './nodes.js';

/** A card of what is known of a reply: {model, version} and, in the end, {answer, ms, serverMs} or {failure}. */
export function card(reply, text, feedback) {
  const title = node('header', {},
    node('h3', {}, reply.model ?? t('model')),
    reply.version ? node('span', { class: 'soft small' }, reply.version) : null);
  if (reply.failure) {
    return node('article', { class: 'card' }, title, node('p', { class: 'notice error' }, icon(...ICONS.error), sentence(reply.failure)));
  }
  if (!reply.answer) {
    return node('article', { class: 'card waiting', 'aria-busy': 'true' }, title, node('p', { class: 'soft' }, t('busyReading')));
  }
  const { answer } = reply;
  const kind = kindOf(answer);
  return node('article', { class: `card ${kind}` },
    title,
    node('div', { class: 'verdict' },
      icon(...ICONS[kind]),
      node('strong', {}, t(kind)),
      node('span', { class: 'share' }, sureness(answer))),
    bar(answer.probability),
    ...explained(answer, text),
    answer.truncated
      ? node('p', { class: 'notice' }, t('truncated', { used: answer.tokens_used, total: answer.tokens_total }))
      : null,
    node('footer', {}, facts(reply), feedback ? thumbs(reply, feedback) : null));
}

export const kindOf = answer => answer.prediction === 1 ? 'positive' : 'negative';

/** How sure the model is of what it says. */
export const sureness = answer => shown(answer.prediction === 1 ? answer.probability : 1 - answer.probability);

export const verdict = answer => t(answer.prediction === 1 ? 'surePositive' : 'sureNegative', { share: sureness(answer) });

/** Never rounded to a certainty that the model does not have. */
const shown = probability => {
  const certain = probability > 0.99 || probability < 0.01;
  return percent(Math.min(0.999, Math.max(0.001, probability)), certain ? 1 : 0);
};

function bar(probability) {
  return node('div', {
    class: 'bar',
    role: 'img',
    'aria-label': `${t('probability')}: ${shown(probability)}`,
    '--from': Math.min(probability, 0.5),
    '--to': Math.max(probability, 0.5),
    '--at': probability,
  },
  node('span', { class: 'fill' }), node('span', { class: 'pin' }),
  node('span', { class: 'end', 'aria-hidden': 'true' }, t('negative')),
  node('span', { class: 'end', 'aria-hidden': 'true' }, t('positive')));
}

function explained(answer, text) {
  if (!answer.explanation) {
    return [];
  }
  const { words } = answer.explanation;
  return [
    marked(text, words),
    node('h4', { title: t('weightsNote') }, t('weights')),
    heaviest(words),
    node('p', { class: 'hidden' }, t('weightsNote')),
  ];
}

function facts({ answer, ms, serverMs }) {
  return node('p', { class: 'facts soft small' },
    node('span', {}, t('roundTrip', { ms: milliseconds(ms) })),
    serverMs === undefined ? null : node('span', {}, t('onServer', { ms: milliseconds(serverMs) })),
    node('span', {}, t('tokens', { used: answer.tokens_used })),
    node('span', {}, t('units', { units: answer.units })));
}

function thumbs(reply, path) {
  const group = node('div', { class: 'thumbs', role: 'group', 'aria-label': `${t('wasRight')} ${reply.model ?? ''}` });
  const said = node('span', { class: 'small', role: 'status' }, reply.thanks ? reply.thanks() : '');
  const button = right => node('button', {
    type: 'button',
    class: 'quiet thumb',
    'aria-pressed': String(reply.right === right),
    'aria-label': t(right ? 'right' : 'wrong'),
    title: t(right ? 'right' : 'wrong'),
    click: async () => {
      const label = right === (reply.answer.prediction === 1) ? 1 : 0;
      try {
        await post(path, { id: reply.answer.id, label });
        reply.right = right;
        reply.thanks = () => t('thanks');
      } catch (failure) {
        reply.thanks = () => t('thanksNot', { error: failure.status === 404 ? t('failFeedback') : sentence(failure) });
      }
      buttons.forEach(each => each.setAttribute('aria-pressed', String(each === pressed(reply))));
      said.textContent = reply.thanks();
    },
  }, icon(...ICONS[right ? 'right' : 'wrong']));
  const buttons = [button(true), button(false)];
  const pressed = ({ right }) => right === undefined ? undefined : buttons[right ? 0 : 1];
  group.append(node('span', { class: 'soft small', 'aria-hidden': 'true' }, t('wasRight')), ...buttons, said);
  return group;
}
