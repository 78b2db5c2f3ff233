// The board of Emergencies follows how they stand; their clocks run from where the server had them.
import { all, byId } from './page.js';
import { duration } from './times.js';
import { announce } from './speech.js';
import { redraw } from './redraw.js';

let ticking;

export function watchClocks() {
  clearInterval(ticking);
  const clocks = all('[data-elapsed]').map((clock) => [clock, performance.now() - clock.dataset.elapsed]);
  ticking = setInterval(() => {
    for (const [clock, began] of clocks) {
      clock.textContent = duration((performance.now() - began) / 1000);
    }
  }, 1000);
}

export async function bringUpToDate(mark) {
  const board = byId('emergencies');
  if (!board || board.dataset.mark === mark) {
    return;
  }
  const before = byId('standing').textContent;
  if (!(await redraw('emergencies'))) {
    return;
  }
  watchClocks();
  if (before !== byId('standing').textContent) {
    announce(byId('standing').textContent);
  }
}
