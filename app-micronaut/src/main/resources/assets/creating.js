// Create Ticket, in a dialog over the conversation. It is a page, too: so what fails here is opened there.
import { byId, on, parse } from './page.js';
import { say } from './texts.js';
import { ask } from './server.js';
import { trayOf } from './files.js';
import { forgetTicket, keepTicket, markBusy } from './drafting.js';

const MOST_BROUGHT = 5;

const creation = byId('creation');
let creator;
let brought;

// Files that were chosen stay, however often the form is shown.
function showCreation(html) {
  const files = brought?.take() || [];
  creation.replaceChildren(parse(html));
  brought = trayOf(creation, MOST_BROUGHT, byId('ticket-files'));
  brought.bring(files);
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
  const fields = new FormData(form);
  await Promise.all(brought.files.map((one) => one.done));
  fields.set('files', brought.files.map((one) => one.id).join(' '));
  if (brought.files.some((one) => !one.id)) {
    end(say('notUploaded'));
    return;
  }
  const answer = await ask(form.action, fields);
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
