// The board of Emergencies follows how they stand; their clocks run from where the server had them.
import { all, byId, parse } from './page.js';
import { duration } from './times.js';
import { announce } from './speech.js';
import { ask } from './server.js';
import { carryOver } from './pieces.js';

let asked = 0;
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

// What came last is shown, however the answers overtake each other.
export async function bringUpToDate(mark) {
  const board = byId('emergencies');
  if (!board || board.dataset.mark === mark) {
    return;
  }
  const mine = (asked += 1);
  const answer = await ask(board.dataset.address);
  const shown = byId('emergencies');
  if (!answer.ok || mine !== asked) {
    return;
  }
  const before = byId('standing').textContent;
  const [piece] = parse(answer.text).children;
  carryOver(shown, piece);
  const held = shown.contains(document.activeElement) && document.activeElement.id;
  shown.replaceWith(piece);
  byId(held)?.focus();
  watchClocks();
  if (before !== byId('standing').textContent) {
    announce(byId('standing').textContent);
  }
}
