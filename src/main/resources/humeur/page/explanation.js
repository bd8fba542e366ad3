/** A text with each word's weight, as colour and underline, and the heaviest words as a list for those who see neither. */
import { node } from './nodes.js';
import { signed, t } from './language.js';

const FAINT = 0.06; // Of the heaviest word, or of 1.
const HEAVIEST = 6;
const SHORT = 24; // Such a word fits into a line of a phone.

export function marked(text, words) {
  const points = Array.from(text); // The service counts code points.
  const scale = Math.max(1, ...words.map(word => Math.abs(word.contribution)));
  const parts = [];
  let end = 0;
  for (const word of words) {
    parts.push(points.slice(end, word.start).join(''));
    parts.push(mark(points.slice(word.start, word.end).join(''), word.contribution, scale));
    end = word.end;
  }
  parts.push(points.slice(end).join(''));
  return node('p', { class: 'marked', lang: 'en', dir: 'auto' }, ...parts);
}

function mark(text, contribution, scale) {
  const weight = Math.abs(contribution) / scale;
  if (weight < FAINT) {
    return text;
  }
  const kind = contribution > 0 ? 'positive' : 'negative';
  return node('mark', {
    class: text.length <= SHORT ? `${kind} short` : kind,
    title: signed(contribution),
    '--weight': weight.toFixed(3),
  }, text);
}

export function heaviest(words) {
  const heavy = words
    .filter(word => Math.abs(word.contribution) >= FAINT)
    .sort((a, b) => Math.abs(b.contribution) - Math.abs(a.contribution))
    .slice(0, HEAVIEST);
  if (heavy.length === 0) {
    return node('p', { class: 'soft small' }, t('noWeights'));
  }
  return node('ol', { class: 'heaviest' }, ...heavy.map(word => {
    const kind = word.contribution > 0 ? 'positive' : 'negative';
    return node('li', { class: kind },
      node('span', { 'aria-hidden': 'true' }, kind === 'positive' ? '▲ ' : '▼ '),
      node('span', { class: 'word', lang: 'en', dir: 'auto' }, word.text),
      node('span', { class: 'weight' }, ` ${signed(word.contribution)}`),
      node('span', { class: 'hidden' }, `, ${t(kind)}`));
  }));
}
