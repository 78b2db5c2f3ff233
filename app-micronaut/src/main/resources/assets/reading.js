// Tells the server how far the person has read, and that the person looks.
import { byId, narrow, on, page, path } from './page.js';
import { ask, signedOut } from './server.js';
import { visible } from './visible.js';

const DWELL = 1000;
const SIGN = 10000;

let upTo = Number(page.read);
let told = upTo;
let toldAt = -SIGN;
let lookingSince = 0;

// Whether the person is in the group no more.
export let left = false;

export function leave() {
  left = true;
  byId('gone').hidden = false;
  byId('body').readOnly = true;
}

// On a narrow screen the list of groups, the details of a ticket and large dialogs lie over the conversation.
const isCovered = () =>
  narrow.matches && (/^#(groups|details)$/.test(location.hash) || document.querySelector('.drawer[open], .broad[open]'));

export const isLooking = () => !document.hidden && document.hasFocus() && !isCovered();

// The person has read this far, perhaps in another window.
export function readUpTo(seq) {
  upTo = Math.max(upTo, seq);
  told = Math.max(told, seq);
}

// What does not arrive is told again with the next sign.
async function look() {
  const now = performance.now();
  if (left || signedOut) {
    return;
  }
  if (!isLooking()) {
    lookAway();
    return;
  }
  lookingSince ||= now;
  for (const [item, since] of visible) {
    if (now - Math.max(since, lookingSince) >= DWELL) {
      upTo = Math.max(upTo, item.dataset.seq || 0);
    }
  }
  if (upTo > told || now - toldAt >= SIGN) {
    told = upTo;
    toldAt = now;
    const { status } = await ask(`${path}/read`, { upTo, looking: true });
    if (status === 404) {
      leave();
    }
  }
}

function lookAway() {
  if (lookingSince) {
    lookingSince = 0;
    toldAt = -SIGN;
    navigator.sendBeacon(`${path}/read`, new URLSearchParams({ _csrf: page.csrf, upTo, looking: false }));
  }
}

export function startReading() {
  setInterval(look, DWELL);
  look();
  on(window, 'blur pagehide', lookAway);
  on(document, 'visibilitychange', () => document.hidden && lookAway());
}
