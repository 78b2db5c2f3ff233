// Messages on their way: shown at once, sent one after another, kept on this device until the server has them.
import { byId, copy, on, path, sleep } from './page.js';
import { say } from './texts.js';
import { clock } from './times.js';
import { keep, recall } from './kept.js';
import { announce } from './speech.js';
import { ask } from './server.js';
import { withNames } from './writer.js';
import { chipOf, removeFile, retryFile } from './files.js';
import { list } from './visible.js';
import { continues, itemsOf, messageOf } from './messages.js';
import { hold } from './place.js';
import { arrive } from './stretch.js';

const WAITS = [0, 1000, 3000, 9000];
const SILENTLY = 120000;

// Answers after which the same message can be sent again; after others it would be refused again.
const PASSING = [0, 200, 401, 429];

const outbox = byId('outbox');
let entries = [];
let busy = false;
let rewritten;

// Takes a message to send: a client id that stays the same over all tries, the body, the names in it, and when it was written.
export function post(entry) {
  entries.push(entry);
  drawEntry(entry);
  pump();
}

// The server has it, whether its answer told or the stream.
export const confirmed = (client) => entries.filter((entry) => entry.client === client).forEach(drop);

function drop(entry) {
  entries = entries.filter((one) => one !== entry);
  keep(`outbox:${entry.client}`);
  messageOf(entry.client)?.remove();
  count();
}

const filesOf = (entry) => entry.files || [];

const count = () => {
  byId('waiting').textContent = say('waiting', { count: entries.length });
};

async function pump() {
  const entry = entries.find((one) => !one.failed);
  if (entry && !busy) {
    busy = true;
    await send(entry);
    busy = false;
    pump();
  }
}

// What the server says of it. Of a failure inside it says nothing to whoever writes.
const reasonOf = ({ status, reason }) =>
  status === 429 ? say('tooFast') : status < 500 || status === 503 ? reason : '';

async function send(entry) {
  let answer = { status: 0 };
  for (const wait of WAITS) {
    await sleep(Math.max(wait, 1000 * answer.headers?.get('Retry-After') || 0));
    while (!navigator.onLine) {
      await sleep(1000);
    }
    if (!entries.includes(entry)) {
      return;
    }
    await Promise.all(filesOf(entry).map((one) => one.done));
    if (filesOf(entry).some((one) => !one.id)) {
      entry.refused = !filesOf(entry).some((one) => one.failed && !one.refused);
      answer.reason = say('notUploaded');
      break;
    }
    const files = filesOf(entry).map((one) => one.id);
    answer = await ask(`${path}/messages`, { clientId: entry.client, body: entry.body, files: files.join(' ') });
    const items = answer.ok ? itemsOf(answer.text) : [];
    if (items.length) {
      drop(entry);
      arrive(items);
      return;
    }
    entry.refused = answer.status < 500 && !PASSING.includes(answer.status);
    // The stream may have told meanwhile that the server has it.
    if (entry.refused || answer.status === 401 || !entries.includes(entry)) {
      break;
    }
    showReason(entry, answer);
  }
  if (entries.includes(entry)) {
    entry.failed = true;
    showReason(entry, answer);
    announce(`${say('notSent')} ${entry.reason}`);
  }
}

function showReason(entry, answer) {
  entry.reason = reasonOf(answer);
  drawEntry(entry);
}

function resendOne(entry) {
  filesOf(entry).forEach(retryFile);
  entry.failed = false;
  entry.reason = '';
  drawEntry(entry);
  pump();
}

// What failed only for the connection goes again by itself, if it is not old.
export const resend = () =>
  entries.filter((entry) => entry.failed && !entry.refused && Date.now() - entry.at < SILENTLY).forEach(resendOne);

function drawEntry(entry) {
  keep(`outbox:${entry.client}`, entry);
  hold(() => {
    const item = messageOf(entry.client) || newItem(entry);
    const last = item.previousElementSibling || list.lastElementChild;
    item.className = `msg me ${entry.failed ? 'fail' : 'pend'} ${continues(last, item) ? 'cont' : ''}`;
    item.querySelectorAll('.st .why').forEach((why) => (why.textContent = entry.reason || ''));
    item.querySelector('.st .btn').hidden = entry.refused;
  });
  count();
}

function newItem(entry) {
  const item = copy('pending');
  const at = new Date(entry.at);
  item.id = `m-${entry.client}`;
  item.dataset.at = at.toISOString();
  item.querySelector('time').textContent = clock(at);
  item.querySelector('p').textContent = withNames(entry.body, (id) => entry.names[id]);
  item.querySelector('p').hidden = !entry.body;
  const chips = item.querySelector('.chips');
  chips.hidden = !filesOf(entry)[0];
  chips.append(...filesOf(entry).map((one) => one.chip || chipOf(one)));
  on(item, 'click', ({ target }) => {
    const act = { again: resendOne, edit: rewriteOne, drop: discard }[!target.closest('.chip') && target.dataset.act];
    if (act) {
      act(entry);
      byId('body').focus();
    }
  });
  outbox.append(item);
  return item;
}

function discard(entry) {
  filesOf(entry).forEach(removeFile);
  drop(entry);
}

function rewriteOne(entry) {
  drop(entry);
  rewritten(entry);
}

// Shows what was not sent at the last visit, unless the page has it already.
export function startOutbox(rewrite) {
  rewritten = rewrite;
  entries = recall('outbox:').sort((one, other) => one.at - other.at);
  for (const entry of entries) {
    if (list.querySelector(`[data-client="${entry.client}"]`)) {
      drop(entry);
    } else {
      const there = filesOf(entry).filter((one) => one.id);
      entry.refused ||= there.length < filesOf(entry).length;
      entry.reason = there.length < filesOf(entry).length ? say('filesLost') : entry.reason;
      entry.files = there;
      entry.failed = true;
      drawEntry(entry);
    }
  }
}
