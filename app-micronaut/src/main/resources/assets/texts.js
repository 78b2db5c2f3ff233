// Says texts in the page's language. Whoever joins the modules puts the patterns before them, as a constant called texts.
import { lang } from './page.js';

const plural = new Intl.PluralRules(lang);

export function say(key, words = {}) {
  return texts[key]
    .replace(/^\{(\w+), \w+, (.*)\}$/, (whole, name, cases) => pick(words[name], cases))
    .replace(/\{(\w+)\}/g, (whole, name) => words[name]);
}

function pick(value, cases) {
  const found = {};
  for (const [, name, text] of cases.matchAll(/(=?\w+) \{((?:[^{}]|\{\w+\})*)\}/g)) {
    found[name] = text;
  }
  const name = typeof value === 'number' ? plural.select(value) : value;
  return (found[`=${value}`] ?? found[name] ?? found.other).replace('#', value);
}
