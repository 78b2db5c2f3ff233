// Which messages are to be seen: at least half of them, or so much that they fill half of the view.
import { byId, page } from './page.js';

export const log = byId('log');
export const list = byId('messages');

// Since when, by message.
export const visible = new Map();

// The last message that was ever to be seen.
export let seen = Number(page.read);

// What was ever to be seen.
export const met = new WeakSet();

const observer = new IntersectionObserver(
  (entries) => {
    for (const { target, intersectionRatio, intersectionRect, rootBounds } of entries) {
      if (intersectionRatio < 0.5 && intersectionRect.height < rootBounds.height / 2) {
        visible.delete(target);
      } else if (!visible.has(target)) {
        visible.set(target, performance.now());
        met.add(target);
        seen = Math.max(seen, target.dataset.seq || 0);
      }
    }
    // Whoever follows the scrolling wants to know of this as well.
    log.dispatchEvent(new Event('scroll'));
  },
  { root: log, threshold: [0, 0.25, 0.5, 0.75, 1] },
);

export const watch = (item) => observer.observe(item);
