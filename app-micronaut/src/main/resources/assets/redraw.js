// A part of a page of the console is asked for again at the address that it names, and takes its own place.
import { byId, parse } from './page.js';
import { ask } from './server.js';
import { carryOver } from './pieces.js';

let draws = 0;

// What came last is shown, however the answers overtake each other. Says whether it was; nothing if another came later.
export async function redraw(id) {
  const mine = (draws += 1);
  const answer = await ask(byId(id).dataset.address);
  const shown = byId(id);
  if (mine !== draws) {
    return undefined;
  }
  if (!answer.ok) {
    return false;
  }
  const [piece] = parse(answer.text).children;
  carryOver(shown, piece);
  const held = shown.contains(document.activeElement) && document.activeElement.id;
  shown.replaceWith(piece);
  byId(held)?.focus();
  return true;
}
