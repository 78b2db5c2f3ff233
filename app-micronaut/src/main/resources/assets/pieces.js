// Pieces of a page that take the place of others.
import { all } from './page.js';

// What somebody has begun to fill in, and opened, stays so.
export function carryOver(from, to) {
  const same = (element) => element.id && to.querySelector(`[id="${element.id}"]`);
  for (const details of all('details', from)) {
    const next = same(details);
    if (next) {
      next.open ||= details.open;
    }
  }
  for (const field of all('textarea, select, input:not([type=hidden])', from)) {
    const next = same(field);
    if (next && !next.getAttribute('aria-invalid') && isTouched(field)) {
      next.value = field.value;
      next.checked = field.checked;
    }
  }
}

// What the server has put into a form again, because it was refused, is as good as just typed.
const isTouched = (field) =>
  field.closest('[data-entered]') ||
  (field.options
    ? [...field.options].some((option) => option.selected !== option.defaultSelected)
    : field.value !== field.defaultValue || field.checked !== field.defaultChecked);
