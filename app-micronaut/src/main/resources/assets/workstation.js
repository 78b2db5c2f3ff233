// The Enterprise Service Workstation follows what happens to its tickets, and what is looked for while it is typed.
import { byId, on, page, parse, sleep } from './page.js';
import { tellZone, zone } from './times.js';
import { announce } from './speech.js';
import { ask } from './server.js';
import { idle, swap } from './pieces.js';
import { follow } from './stream.js';
import { groupsChanged, listReplaced, startGroups } from './groups.js';
import { startMenus } from './menus.js';

const filter = byId('filter');
let asked = 0;
let connected = false;
let stale = false;

// What came last is shown, however the answers overtake each other. Says whether anything was.
async function fetchTickets(address) {
  const mine = (asked += 1);
  const answer = await ask(address);
  if (answer.status === 404) {
    location.reload();
  }
  const pieces = answer.ok ? [...parse(answer.text).children] : [];
  await idle(...pieces);
  if (!answer.ok || mine !== asked) {
    return false;
  }
  for (const piece of pieces) {
    swap(byId(piece.id), piece);
  }
  listReplaced();
  return true;
}

// A window that nobody sees is brought up to date when it is looked at.
function refresh() {
  stale = document.hidden;
  if (!stale) {
    fetchTickets(location.href);
  }
}

async function find() {
  const wanted = [...new FormData(filter)].filter(([, value]) => value);
  const address = `${filter.action}?${new URLSearchParams(wanted)}`;
  history.replaceState(null, '', address);
  if (await fetchTickets(address)) {
    announce(byId('found').textContent);
  }
}

const actions = {
  opened: () => {
    if (connected) {
      refresh();
    }
    connected = true;
  },
  gone: () => location.reload(),
  tickets: refresh,
  mine: refresh,
  groups: groupsChanged,
  version: (address) => {
    byId('version').hidden = address === new URL(import.meta.url).pathname;
  },
};

tellZone();
startMenus();
startGroups(
  () => false,
  () => {},
);
on(filter, 'submit', (event) => {
  event.preventDefault();
  find();
});
on(filter, 'input', async ({ target }) => {
  const typed = target.value;
  await sleep(target.name === 'q' ? 250 : 0);
  if (target.value === typed) {
    find();
  }
});
on(document, 'visibilitychange', () => stale && refresh());
on(byId('reload'), 'click', () => location.reload());
// The server did not know the zone when it wrote the times
if (page.zone !== zone) {
  refresh();
}
follow(actions);
