// Create Ticket as a page of its own: keeps what is typed until there is the ticket.
import { all, byId, on, parse } from './page.js';
import { forgetTicket, keepTicket, markBusy } from './drafting.js';

async function send(form) {
  const end = markBusy(form);
  try {
    const response = await fetch(form.action, { method: 'POST', headers: { Accept: 'text/html' }, body: new FormData(form) });
    const main = parse(await response.text()).querySelector('main');
    if (response.redirected) {
      forgetTicket();
      location.href = `${response.url}#heading`;
    } else if (main) {
      byId('main').replaceWith(main);
      start();
    } else {
      end('');
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
