// Menus that open without script close by themselves with it.
import { all, narrow, on } from './page.js';

// Closes all menus, or all but the one around an element; who was in one goes back to what opens it.
export function closeMenus(kept) {
  for (const menu of all('.menu[open]')) {
    if (!menu.contains(kept)) {
      if (menu.contains(document.activeElement)) {
        menu.firstElementChild.focus();
      }
      menu.open = false;
    }
  }
}

// Whoever is to be called from a menu is given to the composer, if the page has one.
export function startMenus(call) {
  on(document, 'click focusin', ({ target }) => closeMenus(target));
  on(document, 'keydown', ({ key }) => key === 'Escape' && closeMenus());
  for (const link of all('[data-call]')) {
    on(link, 'click', (event) => {
      event.preventDefault();
      closeMenus();
      if (narrow.matches) {
        location.hash = 'compose';
      }
      call({ id: link.dataset.call, name: link.dataset.name });
    });
  }
}
