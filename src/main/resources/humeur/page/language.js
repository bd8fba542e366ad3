/** The page's language: the remembered one, else the browser's, else English. */
import { MESSAGES } from './messages.js';

const KEY = 'humeur.language';
const listeners = [];
let current = remembered() ?? preferred();

function remembered() {
  try {
    const kept = localStorage.getItem(KEY);
    return kept in MESSAGES ? kept : undefined;
  } catch {
    return undefined; // A browser may forbid storage.
  }
}

function preferred() {
  const known = navigator.languages.map(tag => tag.slice(0, 2).toLowerCase()).find(tag => tag in MESSAGES);
  return known ?? 'en';
}

/** A message with its values filled in: {name}, and {name|one|several} by the plural of the language. */
export function t(key, values = {}) {
  return MESSAGES[current][key].replace(/\{(\w+)(?:\|([^|}]*)\|([^}]*))?\}/g, (_, name, one, several) => {
    const value = values[name];
    if (one === undefined) {
      return typeof value === 'number' ? number(value) : value;
    }
    return new Intl.PluralRules(current).select(value) === 'one' ? one : several;
  });
}

/** The language with the reader's region, where the browser names one. */
const locale = () => navigator.languages.find(tag => tag.slice(0, 2).toLowerCase() === current) ?? current;

export const number = (value, options) => new Intl.NumberFormat(locale(), options).format(value);
export const percent = (share, digits = 0) =>
  number(share, { style: 'percent', minimumFractionDigits: digits, maximumFractionDigits: digits });
export const signed = value =>
  number(value, { signDisplay: 'exceptZero', minimumFractionDigits: 2, maximumFractionDigits: 2 }).replace('-', '−');
export const milliseconds = ms =>
  `${number(ms, ms < 10 ? { maximumSignificantDigits: 2 } : { maximumFractionDigits: 0 })}\u00a0ms`;
export const time = date => new Intl.DateTimeFormat(locale(), { hour: '2-digit', minute: '2-digit' }).format(date);

/** Calls back at once and at each change. */
export function onLanguage(render) {
  listeners.push(render);
  render();
}

function speak() {
  document.documentElement.lang = current;
  for (const element of document.querySelectorAll('[data-text]')) {
    element.textContent = t(element.dataset.text);
  }
  for (const element of document.querySelectorAll('[data-label]')) {
    element.setAttribute('aria-label', t(element.dataset.label));
  }
  for (const element of document.querySelectorAll('[data-placeholder]')) {
    element.placeholder = t(element.dataset.placeholder);
  }
  for (const button of document.querySelectorAll('[data-language]')) {
    button.setAttribute('aria-pressed', String(button.dataset.language === current));
  }
}

export function startLanguage() {
  onLanguage(speak);
  for (const button of document.querySelectorAll('[data-language]')) {
    button.addEventListener('click', () => {
      current = button.dataset.language;
      try {
        localStorage.setItem(KEY, current);
      } catch {
        // Not remembered, then.
      }
      listeners.forEach(render => render());
    });
  }
}
