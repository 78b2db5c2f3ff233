// How much is unread in each group: at the side, in the window's title, and on the way back to the list.
import { all, byId, on, page, parse, path } from './page.js';
import { ask } from './server.js';
import { idle, swap } from './pieces.js';

const unread = new Map();
let lists = 0;
const groupLinks = () => all('#rail-groups [data-group]');

// What comes to a group that is watched is as good as read.
let isSeen;
let decorate;

export function groupsChanged(data) {
  JSON.parse(data).forEach((group) => unread.set(group.group, group));
  drawGroups();
}

// Somebody came into a group, or left one, while the page is open: the list is drawn anew.
export async function listChanged(data) {
  const mine = JSON.parse(data);
  const shown = groupLinks().map((link) => link.dataset.group);
  const last = (lists += 1);
  if (mine.length !== shown.length || !mine.every((group) => shown.includes(group))) {
    const answer = await ask(path);
    const list = answer.ok && parse(answer.text).querySelector('#rail-groups');
    if (list) {
      await idle(list);
      if (last === lists) {
        swap(byId('rail-groups'), list);
        listReplaced();
      }
    }
  }
}

function drawGroups() {
  let sum = 0;
  let here = 0;
  for (const link of groupLinks()) {
    const { group } = link.dataset;
    const { unread: count = 0, mentions = 0 } = (!isSeen(group) && unread.get(group)) || {};
    link.classList.toggle('un', count > 0);
    const badge = link.querySelector('.badge');
    badge.hidden = !count;
    badge.classList.toggle('at', mentions > 0);
    badge.firstChild.textContent = (mentions ? '@ ' : '') + (count > 99 ? '99+' : count);
    sum += count;
    here += group === page.group ? count : 0;
  }
  byId('elsewhere').hidden = sum === here;
  document.title = (document.querySelector('.banner.emg') ? '⚠ ' : '') + (sum ? `(${sum}) ` : '') + page.title;
}

// The list has come anew from the server, with what it counts as unread.
export function listReplaced() {
  if (unread.size) {
    drawGroups();
  }
  decorate();
}

export function startGroups(watched, decorated) {
  isSeen = watched;
  decorate = decorated;
  decorate();
  on(window, 'focus blur', () => unread.size && drawGroups());
}
