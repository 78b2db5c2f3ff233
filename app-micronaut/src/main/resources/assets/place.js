// Where in the conversation the reader is, and how that place stays while the list changes.
import { byId, on } from './page.js';
import { list, log } from './visible.js';

const NEAR = 80;

export let atEnd = false;
let planned = false;
const followers = [];

export const toBottom = () => log.scrollHeight - log.scrollTop - log.clientHeight;

const topOf = (item) => item.getBoundingClientRect().top;

export function toEnd() {
  log.scrollTop = log.scrollHeight;
  atEnd = true;
}

// A third from the top is where the eye expects it.
export function jump(item) {
  log.scrollTop += topOf(item) - topOf(log) - log.clientHeight / 3;
}

// Changes the list without moving what the reader looks at; at the end, the end is what the reader looks at.
export function hold(change) {
  const first = [...list.children].find((item) => item.dataset.seq && item.getBoundingClientRect().bottom > topOf(log));
  const before = first && topOf(first);
  const stay = atEnd;
  change();
  if (stay) {
    toEnd();
  } else if (first?.isConnected) {
    log.scrollTop += topOf(first) - before;
  }
  moved();
}

export const onMove = (act) => followers.push(act);

// Tells the followers, at most once a frame.
export function moved() {
  if (!planned) {
    planned = true;
    requestAnimationFrame(() => {
      planned = false;
      followers.forEach((act) => act());
    });
  }
}

function scrolled() {
  atEnd = toBottom() < NEAR;
  moved();
}

// Opens at the message that the person came for, else where the person had stopped reading, else at the end.
export function startPlace() {
  const target = list.querySelector('.opened, :target') || byId('unread');
  if (target) {
    jump(target);
  } else {
    toEnd();
  }
  scrolled();
  on(log, 'scroll', scrolled);
  new ResizeObserver(() => hold(() => {})).observe(log);
}
