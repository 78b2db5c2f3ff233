// Messages as this reader sees them. The server sends each as all readers may see it.
import { all, byId, copy, page, parse, path } from './page.js';
import { say } from './texts.js';
import { dayOf, heading, localise } from './times.js';
import { list, watch } from './visible.js';

const CONTINUES = 300000;
const LARGEST_COUNTED = 50;

// How far each member has read; nothing is known until the stream has told.
const cursors = new Map();

export const seqOf = (item) => Number(item?.dataset.seq || 0);
export const messageOf = (seq) => byId(`m-${seq}`);
export const itemsOf = (html) => all('[data-seq]', parse(html));
export const isMine = (item) => item.dataset.author === page.me;

const timeOf = (item) => new Date(item.dataset.at);
const isOwnWords = (item) => isMine(item) && !item.matches('.deleted');

// Puts a message where it belongs, or in place of an earlier state of itself.
export function put(item) {
  const before = messageOf(item.dataset.seq);
  if (before && before.dataset.revision >= Number(item.dataset.revision)) {
    return;
  }
  dress(item);
  watch(item);
  if (before) {
    const held = before.contains(document.activeElement);
    keepForm(before, item);
    before.replaceWith(item);
    if (held) {
      (item.querySelector('textarea, summary') || byId('body')).focus();
    }
  } else {
    const last = all('[data-seq]', list).reverse().find((other) => seqOf(other) < seqOf(item));
    if (last) {
      last.after(item);
    } else {
      list.prepend(item);
    }
  }
}

// Who is changing words goes on with that, unless they were taken back meanwhile.
function keepForm(before, item) {
  const form = before.querySelector('.edit');
  if (form && isOwnWords(item)) {
    item.classList.add('changing');
    item.append(form);
  }
}

function dress(item) {
  localise(item);
  item.classList.toggle('me', isMine(item));
  for (const mention of all(`.m[data-person="${page.me}"]`, item)) {
    mention.classList.add('you');
    mention.lastElementChild.remove();
    item.classList.toggle('tome', !isMine(item));
    if (!isMine(item) && !item.querySelector('.why')) {
      const why = copy('why');
      why.href = `${path}/messages/${seqOf(item)}/reminder`;
      item.append(why);
    }
  }
  if (isOwnWords(item)) {
    const actions = copy('own-actions');
    actions.querySelector('a').href = `?edit=${seqOf(item)}#m-${seqOf(item)}`;
    actions.querySelector('form').action = `${path}/messages/${seqOf(item)}/delete`;
    item.append(actions);
  }
  showReaders(item);
}

export const continues = (last, item) =>
  !!last?.dataset.author && last.dataset.author === item.dataset.author && timeOf(item) - timeOf(last) < CONTINUES;

// Headings of days, and whose messages go on without a heading of their own: as Conversation.rows.
export function arrange() {
  let last;
  let divider;
  all('.day', list).forEach((day) => day.remove());
  for (const item of [...list.children]) {
    if (item.dataset.seq) {
      const begins = !last || dayOf(timeOf(item)) !== dayOf(timeOf(last));
      if (begins) {
        const day = copy('day');
        day.firstChild.textContent = heading(timeOf(item));
        (divider || item).before(day);
      }
      item.classList.toggle('cont', !begins && !divider && continues(last, item));
      last = item;
      divider = undefined;
    } else {
      divider = item;
    }
  }
}

// The first time after a connection all cursors come, then those that moved; whoever left has none.
export function moveCursors(moved, whole) {
  if (whole) {
    cursors.clear();
  }
  for (const [person, upTo] of Object.entries(moved)) {
    cursors.set(person, upTo);
    if (upTo === null) {
      cursors.delete(person);
    }
  }
  all('.msg', list).forEach(showReaders);
}

function showReaders(item) {
  const has = (person) => cursors.get(person) >= seqOf(item);
  for (const dot of all('.rd', item)) {
    const read = has(dot.parentNode.dataset.person);
    dot.classList.toggle('y', read);
    dot.setAttribute('aria-label', say(read ? 'hasRead' : 'hasNotRead'));
  }
  if (isOwnWords(item) && cursors.size > 1 && cursors.size <= LARGEST_COUNTED) {
    let state = item.querySelector('.st');
    if (!state) {
      item.append((state = copy('read-by')));
      state.href = `${path}/messages/${seqOf(item)}/readers`;
    }
    const others = [...cursors.keys()].filter((person) => person !== page.me);
    const read = others.filter(has).length;
    const count = others.length;
    state.querySelector('.v').setAttribute('stroke-dasharray', `${Math.floor((read * 100) / count)} 100`);
    state.lastElementChild.textContent = say('readBy', { read, of: count, state: read ? (read < count ? 'some' : 'all') : 'none' });
  }
}

// Makes what the server drew for this reader ready to live on.
export function adopt() {
  localise(list);
  arrange();
  all('[data-seq], #unread', list).forEach(watch);
}
