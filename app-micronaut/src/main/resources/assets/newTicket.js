// Create Ticket as a page of its own: keeps what is typed until there is the ticket.
import { all, byId, on, parse } from './page.js';
import { forgetTicket, keepTicket, markBusy } from './drafting.js';

async function send(form) {
  const end = markBusy(form);
  try {
    const response = await fetch(form.action, { method: 'POST', body: new FormData(form) });
    if (response.redirected) {
      forgetTicket();
      location.href = `${response.url}#heading`;
    } else {
      byId('main').replaceWith(parse(await response.text()).querySelector('main'));
      start();
    }
  } catch {
    end('');
  }
}

function start() {
  const [form] = all('[data-creation]');
  if (form) {
    keepTicket(form);
    form.querySelector('[autofocus]').focus();
    on(form, 'submit', (event) => {
      event.preventDefault();
      send(form);
    });
  }
}

start();
