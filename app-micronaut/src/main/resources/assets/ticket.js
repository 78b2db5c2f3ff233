// The facts of a ticket beside its conversation: they follow what happens, and are changed without leaving the page.
import { all, byId, copy, on, page, parse } from './page.js';
import { duration, zone } from './times.js';
import { ask } from './server.js';
import { idle, swap } from './pieces.js';
import { announce } from './speech.js';
import { listReplaced } from './groups.js';

let wanted = 0;

// What came last is shown, however the answers overtake each other. Says whether anything was. What a form leads to is told again by the stream.
async function fetchPieces(address, form) {
  const mine = form ? wanted : (wanted += 1);
  const answer = await ask(address, form && new FormData(form));
  const drawn = /^\s*</.test(answer.text);
  if (form && answer.ok) {
    // The stream may have told of it before, and another form stand in the place of this one.
    const own = byId(form.parentNode.id)?.querySelector('form') || form;
    own.reset();
    delete own.dataset.entered;
    own.parentNode.removeAttribute('open');
  }
  const pieces = drawn ? [...parse(answer.text).children] : [];
  if (!form) {
    await idle(...pieces);
  }
  if (drawn && (form || mine === wanted)) {
    showPieces(pieces);
  }
  return drawn ? undefined : answer;
}

function showPieces(pieces) {
  const states = () => byId('standing')?.textContent;
  const before = states();
  for (const piece of pieces) {
    const shown = byId(piece.id);
    if (shown) {
      swap(shown, piece);
    }
  }
  listReplaced();
  const question = byId('ask');
  if (question) {
    byId('compose').hidden = 'closed' in question.dataset && !byId('body').value;
  }
  if (before !== states()) {
    announce(states());
  }
  watchTime();
}

let ready;
let ticking;

// The button [Reminder] is ready again by itself, and the clock of an Emergency runs from where the server had it.
function watchTime() {
  clearTimeout(ready);
  clearInterval(ticking);
  const { again } = byId('urge')?.dataset || {};
  if (again) {
    ready = setTimeout(refresh, again);
  }
  const clock = document.querySelector('#emergency [data-elapsed]');
  if (clock) {
    const began = performance.now() - clock.dataset.elapsed;
    ticking = setInterval(() => {
      clock.textContent = duration((performance.now() - began) / 1000);
    }, 1000);
  }
}

// Lines of the desk tell of tickets; words may begin the work, or go on with it.
export function heed(items) {
  const tells = items.some((item) => item.dataset.ticket);
  if (tells || (items.length && 'heeds' in (byId('ask')?.dataset || {}))) {
    refresh();
  }
}

export function refresh() {
  fetchPieces(page.ticket || location.pathname);
}

async function submitChange(form) {
  if (form.matches('.busy')) {
    return;
  }
  form.querySelector('.err[role]')?.remove();
  form.classList.add('busy');
  const failed = await fetchPieces(form.action, form);
  form.classList.remove('busy');
  if (failed) {
    const problem = copy('not-done');
    problem.querySelector('.why').textContent = failed.reason;
    form.append(problem);
  } else {
    all('[aria-invalid=true]', byId('main')).at(0)?.focus();
  }
}

export function startTicket() {
  on(byId('main'), 'submit', (event) => {
    if ('change' in event.target.dataset) {
      event.preventDefault();
      submitChange(event.target);
    }
  });
  on(document, 'keydown', ({ key }) => {
    if (key === 'Escape' && location.hash === '#details') {
      location.hash = 'main';
    }
  });
  watchTime();
  // The server did not know the zone when it wrote the times
  if (page.ticket && page.zone !== zone) {
    refresh();
  }
}
