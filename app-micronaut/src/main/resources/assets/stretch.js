// The stretch of the conversation that the page shows: grows at both ends as the reader moves, and stays small.
import { all, byId, on, page, path } from './page.js';
import { ask } from './server.js';
import { list, log } from './visible.js';
import { arrange, isMine, itemsOf, messageOf, put, seqOf } from './messages.js';
import { atEnd, hold, onMove, toBottom, toEnd } from './place.js';

const MOST = 300;
const AHEAD = 600;

// At each end: whether there is more, and the row that says so; its class says whether more is under way or failed.
const before = { row: byId('older'), way: 'before' };
const after = { row: byId('newer'), way: 'after' };
before.opposite = after;
after.opposite = before;

// The last message that there is, shown or not.
let newest = parseInt(page.at);

// How often the page began elsewhere: what was asked for before that is of no use after it.
let turns = 0;

const shown = () => all('[data-seq]', list);
const lastShown = () => seqOf(shown().pop());

export const isLatest = () => after.row.hidden;

// How many messages follow that the page does not show.
export const beyond = () => (isLatest() ? 0 : newest - lastShown());

// Shows messages, and gives up what is too many at the other end.
function show(items, cut) {
  hold(() => {
    items.forEach(put);
    if (items.length) {
      byId('empty')?.remove();
    }
    const surplus = shown().slice(...(cut === before ? [0, -MOST] : [MOST]));
    if (cut && surplus.length) {
      surplus.forEach((item) => item.remove());
      cut.row.hidden = false;
    }
    arrange();
  });
}

// Shows messages that came, unless the page is elsewhere in the conversation; returns those that are new and by others.
export function arrive(items) {
  const news = items.filter((item) => !messageOf(seqOf(item)) && item.dataset.author && !isMine(item));
  newest = Math.max(newest, ...items.map(seqOf));
  if (!atEnd && shown().length >= MOST) {
    after.row.hidden = false;
  }
  if (isLatest()) {
    show(items, atEnd && before);
  } else {
    change(items);
  }
  return news;
}

// Shows messages as they are now, where they are shown.
export const change = (items) => show(items.filter((item) => messageOf(seqOf(item))));

async function load(end, seq, afresh) {
  const { row, way, opposite } = end;
  const turn = (turns += afresh ? 1 : 0);
  row.className = 'older busy';
  const answer = await ask(`${path}/messages?${way}=${seq}`);
  row.className = answer.ok ? 'older' : 'older failed';
  if (answer.ok && turn === turns) {
    row.hidden = answer.headers.get('X-More') !== 'true';
    if (afresh) {
      list.replaceChildren();
      after.row.hidden = true;
    }
    show(itemsOf(answer.text), opposite);
    after.row.hidden &&= lastShown() >= newest;
  }
}

const grow = (end) => end.row.hidden || load(end, seqOf(end === before ? shown()[0] : shown().pop()));

// Goes to the end of the conversation, also if the page does not show it yet.
export async function toLatest() {
  if (!isLatest()) {
    await load(before, newest + 1, true);
  }
  toEnd();
}

export function startStretch() {
  for (const end of [before, after]) {
    on(end.row, 'click', (event) => {
      event.preventDefault();
      grow(end);
    });
    onMove(() => (end === before ? log.scrollTop : toBottom()) < AHEAD && end.row.className === 'older' && grow(end));
  }
}
