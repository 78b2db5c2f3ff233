// What was begun in another group, or in this one where the list hides it, stands in the place of the group's kind.
import { all, narrow, on, page } from './page.js';
import { recall } from './kept.js';
import { say } from './texts.js';
import { withNames } from './writer.js';
import { nameOfFile } from './files.js';

export function drawDrafts() {
  for (const link of all('.gi')) {
    const isHidden = link.dataset.group !== page.group || narrow.matches;
    const [draft] = isHidden ? recall('draft', link.dataset.group) : [];
    const [kind, words] = all('.p', link);
    words.textContent = draft ? say('draft', { words: withNames(draft.body, (id) => draft.names[id] || '?') || nameOfFile(draft.files[0]) }) : '';
    words.hidden = !draft;
    kind.hidden = !!draft;
  }
}

export function startDrafts() {
  on(window, 'focus hashchange storage', drawDrafts);
}
