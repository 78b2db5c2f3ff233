// A part of a page of the console is asked for again at the address that it names, and takes its own place.
import { byId, parse } from './page.js';
import { ask } from './server.js';
import { idle, swap } from './pieces.js';

const GONE = [404, 410];

let draws = 0;

// What came last is shown, however the answers overtake each other. Says whether it was; nothing if another came later, or none at all.
export async function redraw(id) {
  const mine = (draws += 1);
  const answer = await ask(byId(id).dataset.address);
  await idle({ id });
  if (mine !== draws) {
    return undefined;
  }
  if (!answer.ok) {
    return GONE.includes(answer.status) ? false : undefined;
  }
  const [piece] = parse(answer.text).children;
  swap(byId(id), piece);
  return true;
}
