// The queue follows what happens to its tickets, and goes by keyboard: j and k to the next and the one before, x picks, r replies.
import { all, byId, on } from './page.js';
import { redraw } from './redraw.js';

let outdated = false;

// A window that nobody sees is brought up to date when it is looked at.
export function bringQueueUpToDate() {
  outdated = document.hidden;
  if (byId('queue') && !outdated) {
    redraw('queue');
  }
}

export function startQueue() {
  if (!byId('queue')) {
    return;
  }
  on(document, 'visibilitychange', () => outdated && bringQueueUpToDate());
  on(document, 'keydown', (event) => {
    const { key, target, ctrlKey, metaKey, altKey } = event;
    if (ctrlKey || metaKey || altKey || target.closest('input:not([type=checkbox]), select, textarea, dialog')) {
      return;
    }
    const links = all('a.ti', byId('queue'));
    const row = target.closest('tr');
    const place = links.findIndex((link) => row?.contains(link));
    const keys = {
      j: () => links[Math.min(place + 1, links.length - 1)]?.focus(),
      k: () => links[Math.max(place - 1, 0)]?.focus(),
      x: () => row?.querySelector('[type=checkbox]')?.click(),
      r: () => place >= 0 && location.assign(`${links[place].href}#body`),
    };
    if (Object.hasOwn(keys, key)) {
      event.preventDefault();
      keys[key]();
    }
  });
}
