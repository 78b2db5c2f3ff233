// What is typed into the form of a new ticket stays on this device until there is the ticket.
import { newId, on } from './page.js';
import { keep, recall } from './kept.js';

const FIELDS = ['title', 'product', 'severity', 'description'];

export const forgetTicket = () => keep('ticket');

// Fills in what was typed at another time, unless the server has just sent back what was typed now.
export function keepTicket(form) {
  const { elements } = form;
  const note = form.querySelector('.kept');
  const [kept] = form.querySelector('.err[id$="-problem"]:not([hidden])') ? [] : recall('ticket');
  if (kept) {
    FIELDS.forEach((name) => {
      elements[name].value = kept[name];
    });
    elements.product.selectedIndex = Math.max(elements.product.selectedIndex, 0);
  }
  note.hidden = !kept;
  on(form, 'input', () => {
    // A try that seems to have failed may have made a ticket all the same: what is written after it is another one.
    if (form.dataset.tried) {
      form.dataset.tried = '';
      elements.clientId.value = newId();
    }
    const typed = elements.title.value || elements.description.value;
    keep('ticket', typed && Object.fromEntries(FIELDS.map((name) => [name, elements[name].value])));
    note.hidden = !typed;
  });
}

// While it runs the button says so, and stays as wide as it is; returns what ends that.
export function markBusy(form) {
  const button = form.querySelector('.df .primary');
  const label = button.textContent;
  button.style.minWidth = `${button.offsetWidth}px`;
  button.disabled = true;
  button.textContent = form.dataset.busy;
  return (reason) => {
    form.dataset.tried = true;
    button.disabled = false;
    button.textContent = label;
    form.querySelector('.why').textContent = reason;
    form.querySelector('#creation-problem').hidden = false;
    button.focus();
  };
}
