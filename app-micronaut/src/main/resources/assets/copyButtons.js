// Buttons that copy, on pages where they stand from the beginning.
import { copyWords } from './copying.js';

// They are of no use without script, so they show up with it.
export function startCopying(root = document) {
  for (const button of root.querySelectorAll('[data-copy]')) {
    button.hidden = false;
    button.addEventListener('click', () => copyWords(button));
  }
}
