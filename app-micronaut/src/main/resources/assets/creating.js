// Create Ticket, in a dialog over the conversation. It is a page, too: so what fails here is opened there.
import { byId, on, parse } from './page.js';
import { ask } from './server.js';
import { forgetTicket, keepTicket, markBusy } from './drafting.js';

const creation = byId('creation');
let creator;

function showCreation(html) {
  creation.replaceChildren(parse(html));
  if (!creation.open) {
    creation.showModal();
  }
  keepTicket(creation.querySelector('form'));
  creation.querySelector('[autofocus]').focus();
}

async function openCreation(address) {
  const answer = await ask(address);
  if (answer.ok) {
    showCreation(answer.text);
  } else if (answer.status !== 401) {
    location.href = address;
  }
}

async function create(form) {
  const end = markBusy(form);
  const answer = await ask(form.action, new FormData(form));
  if (answer.ok) {
    forgetTicket();
    location.href = answer.headers.get('Location');
  } else if (/^\s*</.test(answer.text)) {
    showCreation(answer.text);
  } else {
    end(answer.reason);
  }
}

export function startCreating() {
  on(document, 'click', (event) => {
    const link = event.target.closest('[data-create], #creation [data-close]');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) {
      return;
    }
    event.preventDefault();
    if (creation.open) {
      creation.close();
    } else {
      creator = link;
      openCreation(link.href);
    }
  });
  on(creation, 'submit', (event) => {
    event.preventDefault();
    create(event.target);
  });
  on(creation, 'close', () => creator.focus());
}
