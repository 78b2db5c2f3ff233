// Follows the events of the group, over every break. The stream is read from a plain request rather than an EventSource, because
// that tells why it was refused, and shows the comments by which a dead connection is known.
import { byId, on, page, sleep } from './page.js';
import { say } from './texts.js';
import { signInAgain } from './server.js';

const SILENCE = 40000;
const LATE = 3000;
const REST = 600000;
const LONGEST_WAIT = 15000;
const FIRST_WAIT = 2000;
const STEADY = 5000;
const SHORTLY = 700;
const TOAST = 4000;

let at = page.at;
let act;
let connection;
let over = false;
let whole = false;
let tries = 0;
let moveAfter;
let openedAt = 0;
let retry;
let silence;
let lateness;
let late = false;
let news = 0;

async function connect() {
  give();
  lateness ||= setTimeout(isLate, LATE);
  const mine = (connection = new AbortController());
  hear();
  try {
    const response = await fetch(`${page.events}&at=${at}`, {
      headers: { Accept: 'text/event-stream', 'X-Fragment': 1 },
      signal: mine.signal,
    });
    if (response.ok) {
      opened();
      await read(response.body.getReader(), mine);
    } else if (response.status === 401) {
      end(signInAgain);
    } else if (response.status === 404) {
      end(act.gone);
    }
  } catch {
    // Broken, or given up.
  }
  if (mine === connection) {
    lost();
  }
}

// Without a sign of life for too long, the connection is as good as lost.
function hear() {
  clearTimeout(silence);
  silence = setTimeout(() => connection.abort(), SILENCE);
}

async function read(reader, mine) {
  const decoder = new TextDecoder();
  let begun = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done || mine !== connection) {
      return;
    }
    hear();
    moveAfter = undefined;
    const events = (begun + decoder.decode(value, { stream: true })).split('\n\n');
    begun = events.pop();
    events.forEach(take);
  }
}

function take(event) {
  const fields = {};
  for (const line of event.split('\n')) {
    const [, name, value] = /^(\w+): ?([^]*)$/.exec(line) || [];
    fields[name] = name in fields ? `${fields[name]}\n${value}` : value;
  }
  if (fields.event === 'gone') {
    end(act.gone);
  } else if (fields.event === 'signed-out') {
    end(signInAgain);
  } else if (fields.event === 'reset') {
    // A backup was restored, or another database server has taken over: what the page shows may not be there any more
    end(() => location.reload());
  } else if (fields.event) {
    news += act[fields.event]?.(fields.data, whole) || 0;
    whole &&= fields.event !== 'read';
  }
  at = fields.id || at;
  moveAfter = fields.retry ?? moveAfter;
}

async function opened() {
  openedAt = performance.now();
  whole = true;
  news = 0;
  const wasLate = late;
  inTime();
  act.opened();
  if (wasLate) {
    await sleep(SHORTLY);
    byId('back').lastChild.textContent = say('connected', { count: news });
    byId('back').hidden = false;
    await sleep(TOAST);
    byId('back').hidden = true;
  }
}

function lost() {
  tries = openedAt && performance.now() - openedAt > STEADY ? 1 : tries + 1;
  openedAt = 0;
  lateness ||= setTimeout(isLate, LATE);
  showConnection();
  // Pages that are cut off together do not come back together: at random, or when the server that goes away says.
  retry = setTimeout(connect, moveAfter ?? Math.random() * Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** (tries - 1)));
  moveAfter = undefined;
}

function isLate() {
  late = true;
  showConnection();
}

function inTime() {
  clearTimeout(lateness);
  lateness = 0;
  late = false;
  showConnection();
}

function showConnection() {
  const offline = late && (!navigator.onLine || tries > 3);
  byId('offline').hidden = !offline;
  byId('reconnecting').hidden = !late || offline;
}

function end(tell) {
  over = true;
  rest();
  tell();
}

function rest() {
  give();
  inTime();
}

function give() {
  const given = connection;
  connection = undefined;
  openedAt = 0;
  clearTimeout(retry);
  clearTimeout(silence);
  given?.abort();
}

const again = () => over || connect();

// In a window that is hidden for long nothing is followed, unless it is to wake somebody; what happened meanwhile comes on return.
export function follow(actions) {
  let hidden;
  act = actions;
  connect();
  on(document, 'visibilitychange', () => {
    clearTimeout(hidden);
    if (document.hidden) {
      hidden = setTimeout(() => act.stays?.() || rest(), REST);
    } else if (!openedAt) {
      again();
    }
  });
  on(window, 'online', again);
  on(window, 'offline', isLate);
  on(window, 'pagehide', rest);
  on(window, 'pageshow', (event) => event.persisted && again());
  on(byId('try-now'), 'click', again);
}
