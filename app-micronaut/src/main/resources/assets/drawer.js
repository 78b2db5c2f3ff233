// Group Member Management and Add people, beside the conversation. Each view is a page, too: so whatever fails here is opened there.
import { all, byId, on, parse, sleep } from './page.js';
import { ask } from './server.js';
import { announce } from './speech.js';
import { say } from './texts.js';
import { closeMenus } from './menus.js';
import { copyWords } from './copying.js';

const drawer = byId('drawer');
const view = byId('view');
let opener;
let asked = 0;

// What came last is shown, however the answers overtake each other.
async function fetchView(address, fields) {
  const mine = (asked += 1);
  const answer = await ask(address, fields);
  return mine === asked && answer;
}

async function openView(address, fields) {
  const answer = await fetchView(address, fields);
  if (!answer) {
    return;
  }
  if (!/^\s*</.test(answer.text)) {
    refuse(address, fields, answer);
    return;
  }
  view.replaceChildren(parse(answer.text));
  all('[data-copy]', view).forEach((button) => {
    button.hidden = false;
  });
  byId('drawer-problem').hidden = true;
  if (!drawer.open) {
    drawer.showModal();
  }
  (view.querySelector('[aria-invalid], [autofocus]') || byId('drawer-title')).focus();
}

function refuse(address, fields, { status, reason }) {
  if (fields || drawer.open || status === 401) {
    byId('drawer-problem').hidden = status === 401;
    drawer.querySelector('.why').textContent = reason;
  } else {
    location.href = address;
  }
}

// While somebody types, the list below follows.
async function find(form) {
  const answer = await fetchView(addressOf(form));
  const found = answer.ok && parse(answer.text).querySelector('#found');
  if (found) {
    byId('found').replaceWith(found);
    announce(say('people', { count: Number(found.dataset.count) }));
  }
}

function fieldsOf(form, button) {
  const fields = new URLSearchParams(new FormData(form));
  if (button?.name) {
    fields.append(button.name, button.value);
  }
  return fields;
}

const addressOf = (form) => `${form.action}?${fieldsOf(form)}`;

export function startDrawer() {
  on(document, 'click', (event) => {
    const link = event.target.closest('[data-drawer], a[data-view], [data-close], #view [data-copy]');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) {
      return;
    }
    event.preventDefault();
    closeMenus();
    if (link.dataset.copy) {
      copyWords(link);
    } else if ('close' in link.dataset) {
      drawer.close();
    } else {
      opener = drawer.open ? opener : link;
      openView(link.href);
    }
  });
  on(drawer, 'submit', (event) => {
    const form = event.target;
    if ('view' in form.dataset) {
      event.preventDefault();
      if (form.method === 'get') {
        openView(addressOf(form));
      } else {
        openView(form.action, fieldsOf(form, event.submitter));
      }
    }
  });
  on(drawer, 'input', async ({ target }) => {
    const typed = target.value;
    await sleep(250);
    if (target.name === 'q' && target.value === typed) {
      find(target.form);
    }
  });
  on(drawer, 'close', () => opener.focus());
}
