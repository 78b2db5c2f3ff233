// Whoever of the service team writes puts a canned answer where the cursor is.
import { byId, on, parse } from './page.js';
import { ask } from './server.js';
import { composer } from './composer.js';
import { closeMenus } from './menus.js';

export function startAnswers() {
  const menu = byId('answers');
  if (!menu) {
    return;
  }
  const list = menu.lastElementChild;
  menu.hidden = false;
  on(menu, 'toggle', async () => {
    const { ok, text, reason } = menu.open ? await ask('/console/answers') : {};
    list.replaceChildren(ok ? parse(text) : reason || '');
  });
  on(list, 'click', ({ target }) => {
    const box = byId('body');
    if (target.dataset.text) {
      closeMenus();
      composer.write(target.dataset.text, box.selectionStart, box.selectionEnd);
    }
  });
}
