// The page of a group comes to life.
import { all, byId, on, page } from './page.js';
import { say } from './texts.js';
import { tellZone } from './times.js';
import { announceMessage } from './speech.js';
import { adopt, arrange, itemsOf, moveCursors } from './messages.js';
import { atEnd, hold, startPlace } from './place.js';
import { arrive, change, isLatest, startStretch } from './stretch.js';
import { startPills } from './pills.js';
import { isLooking, leave, readUpTo, startReading } from './reading.js';
import { follow } from './stream.js';
import { forgetPeople } from './writer.js';
import { confirmed, resend } from './outbox.js';
import { composer, startComposer } from './composer.js';
import { startMenus } from './menus.js';
import { startAnswers } from './answers.js';
import { startOwn } from './own.js';
import { groupsChanged, listChanged, startGroups } from './groups.js';
import { drawDrafts, startDrafts } from './drafts.js';
import { startDrawer } from './drawer.js';
import { startCreating } from './creating.js';
import { heed, refresh, startTicket } from './ticket.js';

// The words of a message, and what is beside them.
const spoken = (item) =>
  [
    item.querySelector('.bub p')?.textContent,
    ...all('[data-name]', item).map((file) => (file.querySelector('img') ? say('image') : say('file', file.dataset))),
  ].join(' ');

const isWatched = (group) => group === page.group && isLooking() && atEnd && isLatest();

// Each says how many messages it brought that are new to the reader.
const actions = {
  opened: resend,
  gone: leave,
  messages: (html) => {
    const items = itemsOf(html);
    items.forEach((item) => confirmed(item.dataset.client));
    const news = arrive(items);
    heed(items);
    news.forEach((item) => announceMessage(`${item.querySelector('b').textContent}: ${spoken(item)}`));
    return news.length;
  },
  changes: (html) => {
    change(itemsOf(html));
  },
  notes: refresh,
  read: (data, whole) => {
    const moved = JSON.parse(data);
    moveCursors(moved, whole);
    readUpTo(moved[page.me] || 0);
  },
  groups: groupsChanged,
  mine: (data) => {
    listChanged(data);
  },
  people: (data) => {
    byId('count').textContent = say('people', JSON.parse(data));
    forgetPeople();
  },
  // The script's own address changes with every version of it.
  version: (address) => {
    byId('version').hidden = address === new URL(import.meta.url).pathname;
  },
};

tellZone();
// After a dialog one goes on at the message from which it was opened, or, if that is gone, in the composer.
all('dialog').forEach((dialog) =>
  on(dialog, 'close', () => byId('log').contains(document.activeElement) || byId('body').focus()),
);
adopt();
startStretch();
startPills();
startPlace();
startComposer();
startMenus((person) => composer.call(person));
startAnswers();
startOwn();
startGroups(isWatched, drawDrafts);
startDrafts();
startDrawer();
startCreating();
startTicket();
startReading();
follow(actions);
on(byId('reload'), 'click', () => location.reload());
// At midnight today becomes yesterday.
on(document, 'visibilitychange', () => hold(arrange));
