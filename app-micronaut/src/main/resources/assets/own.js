// What a person does with messages: change and take back one's own, see who has read them.
import { all, byId, copy, on, parse, path } from './page.js';
import { ask } from './server.js';
import { list } from './visible.js';
import { itemsOf, seqOf } from './messages.js';
import { composes, writer } from './writer.js';
import { change } from './stretch.js';
import { sends } from './composer.js';
import { closeMenus } from './menus.js';

const deletion = byId('deletion');
const readers = byId('readers');

// Words are changed where they stand.
function edit(item) {
  const form = copy('edit');
  const box = form.querySelector('textarea');
  const field = writer(box, form.querySelector('[role]'));
  all('.edit', list).forEach(closeEdit);
  item.classList.add('changing');
  item.append(form);
  field.fill(...wordsOf(item));
  box.focus();
  on(form, 'reset', () => closeEdit(form));
  on(form, 'submit', async (event) => {
    event.preventDefault();
    if (await didChange(form, `${path}/messages/${seqOf(form.parentNode)}`, { body: field.body() })) {
      closeEdit(form);
    }
  });
  on(box, 'keydown', (event) => {
    if (field.takes(event) || composes(event)) {
      return;
    }
    if (event.key === 'Escape') {
      closeEdit(form);
    } else if (sends(event)) {
      event.preventDefault();
      form.querySelector('.primary').click();
    }
  });
}

// The words of a message as a form sends them, and the names in them.
function wordsOf(item) {
  const names = {};
  const parts = [...(item.querySelector('.bub p')?.childNodes || [])].map((part) => {
    const person = part.dataset?.person;
    if (person) {
      names[person] = part.firstChild.data.slice(1);
      return `<@${person}>`;
    }
    return part.className === 'ed' ? '' : part.textContent;
  });
  return [parts.join(''), names];
}

function closeEdit(form) {
  const item = form.parentNode;
  form.remove();
  item.classList.remove('changing');
  item.querySelector('summary').focus();
}

// Says whether the server did it; if not, the form says so.
async function didChange(form, address, fields) {
  const problem = form.querySelector('.err');
  problem.hidden = true;
  const answer = await ask(address, fields);
  problem.hidden = answer.ok;
  problem.querySelector('.why').textContent = answer.reason;
  if (answer.ok) {
    change(itemsOf(answer.text));
  }
  return answer.ok;
}

async function openReaders(address) {
  const content = readers.querySelector('.content');
  content.replaceChildren();
  readers.className = 'busy';
  if (!readers.open) {
    readers.showModal();
  }
  const answer = await ask(address);
  readers.className = answer.ok ? '' : 'failed';
  content.append(answer.ok ? parse(answer.text) : '');
  readers.querySelector('.problem .btn').onclick = () => openReaders(address);
}

export function startOwn() {
  on(list, 'click', (event) => {
    const link = event.target.closest('[data-edit], [data-readers]');
    if (link) {
      event.preventDefault();
      closeMenus();
      if (link.matches('[data-edit]')) {
        edit(link.closest('li'));
      } else {
        openReaders(link.href);
      }
    }
  });
  on(list, 'submit', (event) => {
    if (event.target.matches('[data-delete]')) {
      event.preventDefault();
      closeMenus();
      byId('delete').action = event.target.action;
      deletion.querySelector('.err').hidden = true;
      deletion.showModal();
    }
  });
  on(byId('delete'), 'submit', async (event) => {
    event.preventDefault();
    if (await didChange(deletion, event.target.action, {})) {
      deletion.close();
    }
  });
}
