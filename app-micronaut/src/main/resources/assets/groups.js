// How much is unread in each group: at the side, in the window's title, and on the way back to the list.
import { all, byId, narrow, on, page, parse, path } from './page.js';
import { ask } from './server.js';
import { atEnd } from './place.js';
import { isLatest } from './stretch.js';
import { isLooking } from './reading.js';
import { recall } from './kept.js';
import { say } from './texts.js';
import { withNames } from './writer.js';
import { nameOfFile } from './files.js';

const unread = new Map();

export function groupsChanged(data) {
  JSON.parse(data).forEach((group) => unread.set(group.group, group));
  drawGroups();
}

// Somebody came into a group, or left one, while the page is open: the list is drawn anew.
export async function listChanged(data) {
  const mine = JSON.parse(data);
  const shown = all('.gi').map((link) => link.dataset.group);
  if (mine.length !== shown.length || !mine.every((group) => shown.includes(group))) {
    const answer = await ask(path);
    const list = answer.ok && parse(answer.text).querySelector('#rail-groups');
    if (list) {
      byId('rail-groups').replaceWith(list);
      listReplaced();
    }
  }
}

// What comes while a person looks at it is as good as read.
const isWatched = (group) => group === page.group && isLooking() && atEnd && isLatest();

function drawGroups() {
  let sum = 0;
  let here = 0;
  for (const link of all('.gi')) {
    const { group } = link.dataset;
    const { unread: count = 0, mentions = 0 } = (!isWatched(group) && unread.get(group)) || {};
    link.classList.toggle('un', count > 0);
    const badge = link.querySelector('.badge');
    badge.hidden = !count;
    badge.classList.toggle('at', mentions > 0);
    badge.firstChild.textContent = (mentions ? '@ ' : '') + (count > 99 ? '99+' : count);
    sum += count;
    here += group === page.group ? count : 0;
  }
  byId('elsewhere').hidden = sum === here;
  document.title = sum ? `(${sum}) ${page.title}` : page.title;
}

// The list has come anew from the server, with what it counts as unread.
export function listReplaced() {
  if (unread.size) {
    drawGroups();
  }
  drawDrafts();
}

// What was begun in another group, or in this one where the list hides it, stands in the place of the group's kind.
function drawDrafts() {
  for (const link of all('.gi')) {
    const isHidden = link.dataset.group !== page.group || narrow.matches;
    const [draft] = isHidden ? recall('draft', link.dataset.group) : [];
    const [kind, words] = all('.p', link);
    words.textContent = draft ? say('draft', { words: withNames(draft.body, (id) => draft.names[id] || '?') || nameOfFile(draft.files[0]) }) : '';
    words.hidden = !draft;
    kind.hidden = !!draft;
  }
}

export function startGroups() {
  drawDrafts();
  on(window, 'focus hashchange storage', drawDrafts);
  on(window, 'focus blur', () => unread.size && drawGroups());
}
