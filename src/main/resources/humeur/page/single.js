/** One text, read by every model at once. */
import { post } from './api.js';
import { card, verdict } from './card.js';
import { sentence } from './failures.js';
import { mood } from './face.js';
import { onLanguage, t } from './language.js';
import { ICONS, byId, icon, node } from './nodes.js';

const EXAMPLES = [
  'I loved every minute of it, thank you so much!',
  'Stuck in traffic again and my phone is dying :(',
  'Not bad at all, I expected much worse.',
  'The flight was late but the crew was lovely 😀',
];

/** On a phone the answer begins below what can be seen. */
function reveal(element) {
  if (element && element.getBoundingClientRect().top > innerHeight * 0.7) {
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    element.scrollIntoView({ block: 'nearest', behavior: still ? 'auto' : 'smooth' });
  }
}

/** @param service {models, feedback}; @param predicted called once there are answers */
export function startSingle(service, predicted) {
  let text = '';
  let replies = [];
  let latest = 0;

  function render() {
    const failures = replies.map(reply => reply.failure && sentence(reply.failure));
    const shared = failures.length > 0 && failures.every(failure => failure && failure === failures[0]);
    byId('one-alert').replaceChildren(
      ...(shared ? [node('p', { class: 'notice error' }, icon(...ICONS.error), failures[0])] : []));
    byId('cards').replaceChildren(...(shared ? [] : replies.map(reply => card(reply, text, service.feedback))));
    byId('cards').dataset.count = replies.length;
    return shared;
  }

  async function ask(wanted) {
    const turn = ++latest;
    text = wanted;
    const known = service.models.length ? service.models : [{}];
    replies = known.map(({ name, version }) => ({ model: name, version }));
    render();
    byId('one-status').textContent = t('busyReading');
    const asked = replies;
    await Promise.all(asked.map(async reply => {
      try {
        const { document, ms, serverMs } = await post('/predict', { text: wanted, explain: true, ...(reply.model && { model: reply.model }) });
        Object.assign(reply, { answer: document, ms, serverMs, model: document.model, version: document.model_version });
      } catch (failure) {
        reply.failure = failure;
      }
      if (turn === latest && asked.length > 1) {
        render();
      }
    }));
    if (turn !== latest) {
      return; // A newer text has been asked for since.
    }
    byId('one-status').textContent = render() ? '' : asked.map(said).join(' ');
    reveal(byId('cards').firstElementChild);
    const answers = asked.filter(reply => reply.answer).map(reply => reply.answer.probability);
    if (answers.length) {
      mood(answers.reduce((sum, probability) => sum + probability) / answers.length);
      predicted();
    }
  }

  const said = reply => reply.failure
    ? t('saidError', { model: reply.model, error: sentence(reply.failure) })
    : t('said', { model: reply.model, verdict: verdict(reply.answer) });

  const field = byId('text');
  byId('one').addEventListener('submit', event => {
    event.preventDefault();
    ask(field.value);
  });
  field.addEventListener('keydown', event => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      ask(field.value);
    }
  });
  byId('examples').append(...EXAMPLES.map(example => node('li', {}, node('button', {
    type: 'button',
    class: 'chip',
    lang: 'en',
    click: () => {
      field.value = example;
      ask(example);
    },
  }, example))));
  onLanguage(render);
}
