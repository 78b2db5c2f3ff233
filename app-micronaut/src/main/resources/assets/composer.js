// Where messages are written.
import { byId, narrow, newId, on, page } from './page.js';
import { keep, recall } from './kept.js';
import { left } from './reading.js';
import { composes, writer } from './writer.js';
import { startFiles, trayOf } from './files.js';
import { post, startOutbox } from './outbox.js';
import { toLatest } from './stretch.js';

const MOST_FILES = 10;
const PAUSE = 500;

const box = byId('body');
const tray = trayOf(byId('compose'), MOST_FILES, box);
let saving;
let saved;

export const composer = writer(box, byId('people'));

// Enter sends, except on narrow screens or where the person wants it to break the line; with Shift it never does, with Ctrl or Cmd
// always; while a word is being composed it belongs to the input method.
export const sends = (event) =>
  event.key === 'Enter' &&
  !composes(event) &&
  (event.ctrlKey || event.metaKey || !(event.shiftKey || narrow.matches || page.enter));

function sendWritten(event) {
  event.preventDefault();
  box.focus();
  const entry = { client: newId(), body: composer.body(), names: composer.names(), at: Date.now() };
  if ((entry.body || tray.files[0]) && !left) {
    entry.files = tray.take();
    composer.fill('');
    composer.close();
    saveDraft();
    byId('unread')?.remove();
    byId('empty')?.remove();
    byId('tip')?.remove();
    byId('body-problem')?.remove();
    post(entry);
    toLatest();
  }
}

function draftNow() {
  const body = composer.body();
  const files = tray.files.filter((one) => one.id);
  return (body || files[0]) && JSON.stringify({ body, names: composer.names(), files });
}

// What this window has not changed it leaves as it is, for another one may have.
function saveDraft() {
  clearTimeout(saving);
  const draft = draftNow();
  if (draft !== saved) {
    saved = draft;
    keep('draft', draft && JSON.parse(draft));
  }
}

// Puts words before what is written already, and their files to the others.
function prepend({ body, names, files }) {
  tray.bring(files || []);
  const written = composer.body();
  composer.fill(written ? `${body}\n${written}` : body, { ...composer.names(), ...names });
  saveDraft();
}

export function startComposer() {
  const { calls } = byId('compose').elements;
  const names = calls.value.split('\n').map((line) => [line.slice(0, 36), line.slice(37)]);
  const given = names.reduce((text, [id, name]) => (name ? text.replaceAll(`@${name}`, `<@${id}>`) : text), box.value);
  const [draft] = recall('draft');
  composer.fill(draft?.body || '', draft?.names);
  tray.bring(draft?.files || []);
  saved = draftNow();
  if (!composer.body().startsWith(given.trim())) {
    prepend({ body: given, names: Object.fromEntries(names) });
  }
  const close = byId('tip')?.querySelector('button');
  if (close) {
    close.hidden = false;
    on(close, 'click', () => {
      byId('tip').remove();
      (narrow.matches ? byId('log') : box).focus();
    });
  }
  startOutbox(prepend);
  startFiles(tray);
  on(byId('compose'), 'submit', sendWritten);
  on(box, 'keydown', (event) => composer.takes(event) || (sends(event) && sendWritten(event)));
  on(box, 'input', () => {
    clearTimeout(saving);
    saving = setTimeout(saveDraft, PAUSE);
  });
  on(window, 'pagehide', saveDraft);
  on(byId('mention'), 'click', () => composer.write('@', box.selectionStart, box.selectionEnd));
}
