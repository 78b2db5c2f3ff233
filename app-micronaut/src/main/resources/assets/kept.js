// What stays on this device, for each person and group: drafts, and messages that are not sent yet. Without it all else works.
import { on, page } from './page.js';

const shelfOf = (group) => `larkdesk:${page.app}:${page.me}:${group}:`;
const shelf = shelfOf(page.group);

function open(act) {
  try {
    return act(localStorage);
  } catch {
    return [];
  }
}

// Whether another window has signed out, and had all of it forgotten: notice.js tells.
let out;
on(window, 'storage', ({ key }) => {
  out ||= key === `larkdesk:${page.app}:`;
});

export const keep = (name, value) =>
  open((store) => (value ? out || store.setItem(shelf + name, JSON.stringify(value)) : store.removeItem(shelf + name)));

// All that is kept for a group under names that begin with this.
export const recall = (start, group = page.group) =>
  open(Object.entries).filter(([name]) => name.startsWith(shelfOf(group) + start)).map(([, value]) => JSON.parse(value));
