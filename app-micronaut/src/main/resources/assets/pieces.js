// Pieces of a page that take the place of others.
import { all, byId, on, sleep } from './page.js';

const PRESS = 700;
const LONGEST_PRESS = 10000;

const waiters = [];
let composing = false;

on(document, 'compositionstart compositionend focusout', ({ type }) => {
  composing = type === 'compositionstart';
  waiters.splice(0).forEach((done) => done());
});

// Waits while somebody composes a word in one of the pieces or has a list of it open, and until the press is over that ended that, or that
// began in one of them, unless it has no end: it would do nothing if it ended on another element.
export async function idle(...pieces) {
  for (let patience = LONGEST_PRESS; ; ) {
    const shown = pieces.map(({ id }) => byId(id)).filter(Boolean);
    const held = document.activeElement;
    const isFilledIn = (composing || held.matches('select')) && shown.some((piece) => piece.contains(held));
    if (isFilledIn) {
      await new Promise((done) => waiters.push(done));
    } else if (patience <= 0 || !shown.some((piece) => piece.matches(':active'))) {
      return;
    } else {
      patience -= PRESS;
    }
    await sleep(PRESS);
  }
}

// Puts a piece in the place of another, unless only clocks differ: an alert would be read out again. The focus stays at what is the same.
export function swap(shown, piece) {
  const held = document.activeElement;
  const isHeld = shown.contains(held);
  const clocks = all('[data-elapsed]', piece);
  carryOver(shown, piece);
  all('[data-elapsed]', shown).forEach((clock) => clock.replaceWith(clocks.shift()?.cloneNode(true) || ''));
  if (!shown.isEqualNode(piece)) {
    shown.replaceWith(piece);
    if (isHeld) {
      const same = all(held.tagName, piece).find((element) => markOf(element) === markOf(held));
      [same, byId('facts-title'), document.querySelector('h1')].find(takesFocus);
    }
  }
}

const markOf = (element) => element.id || element.href || element.name || element.textContent;

function takesFocus(element) {
  element?.focus();
  return element && document.activeElement === element;
}

// What somebody has begun to fill in, and opened, stays so.
function carryOver(from, to) {
  const same = (element) => element.id && to.querySelector(`[id="${element.id}"]`);
  for (const details of all('details', from)) {
    const next = same(details);
    if (next) {
      next.open ||= details.open;
    }
  }
  for (const field of all('textarea, select, input:not([type=hidden])', from)) {
    const next = same(field);
    if (next && !next.getAttribute('aria-invalid') && isTouched(field)) {
      next.value = field.value;
      next.checked = field.checked;
    }
  }
}

// What the server has put into a form again, because it was refused, is as good as just typed.
const isTouched = (field) =>
  field.closest('[data-entered]') ||
  (field.options
    ? [...field.options].some((option) => option.selected !== option.defaultSelected)
    : field.value !== field.defaultValue || field.checked !== field.defaultChecked);
