// The ways to jump: down to what is new, up to what was missed.
import { all, byId, on, page } from './page.js';
import { say } from './texts.js';
import { list, log, met, seen } from './visible.js';
import { isMine, seqOf } from './messages.js';
import { atEnd, jump, onMove, toBottom } from './place.js';
import { beyond, isLatest, toLatest } from './stretch.js';

const down = byId('jump-down');
const up = byId('jump-up');
let missed;

function drawPills() {
  const { top, bottom } = log.getBoundingClientRect();
  const others = all('.msg', list).filter((item) => !isMine(item));
  const count = beyond() + others.filter((item) => seqOf(item) > seen && item.getBoundingClientRect().bottom > bottom).length;
  drawPill(down, !isLatest() || (!atEnd && (count || toBottom() > log.clientHeight)), count ? 'newMessages' : 'latest', count);

  const above = (item) => item && !met.has(item) && item.getBoundingClientRect().bottom < top;
  const divider = byId('unread');
  missed = others.find((item) => item.matches('.tome') && seqOf(item) > page.read && above(item));
  if (missed) {
    drawPill(up, true, 'mentioned');
  } else {
    missed = divider;
    drawPill(up, above(divider), 'newMessages', Number(divider?.dataset.count));
  }
}

function drawPill(pill, needed, key, count) {
  pill.hidden = !needed;
  pill.lastChild.textContent = say(key, { count });
}

function onPress(pill, act) {
  on(pill, 'click', (event) => {
    event.preventDefault();
    act();
  });
}

export function startPills() {
  onMove(drawPills);
  onPress(down, toLatest);
  onPress(up, () => jump(missed));
}
