// Writes times in the browser's zone.
import { all, lang } from './page.js';
import { say } from './texts.js';

const locale = lang === 'en' ? 'en-GB' : lang;

export const clock = (at) => at.toLocaleTimeString(locale, { timeStyle: 'short' });

export const dayOf = (at) => at.toDateString();

// A length of time, in seconds, as a clock shows it.
export const duration = (seconds) =>
  [seconds / 3600, (seconds / 60) % 60, seconds % 60].map((part) => String(Math.floor(part)).padStart(2, '0')).join(':');

// The heading of a day: as little of the date as says which it is.
export function heading(at) {
  const now = new Date();
  const yesterday = new Date();
  yesterday.setDate(now.getDate() - 1);
  if (dayOf(at) === dayOf(now)) {
    return say('today');
  }
  if (dayOf(at) === dayOf(yesterday)) {
    return say('yesterday');
  }
  const year = at.getFullYear() === now.getFullYear() ? undefined : 'numeric';
  return at.toLocaleDateString(locale, { weekday: 'long', day: 'numeric', month: 'long', year });
}

export function localise(element) {
  for (const time of all('time', element)) {
    const at = new Date(time.dateTime);
    time.textContent = clock(at);
    time.title = at.toLocaleString(locale, { dateStyle: 'full', timeStyle: 'short' });
  }
}

export const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;

// From the next page on, the server writes times in this zone itself.
export function tellZone() {
  document.cookie = `zone=${zone}; Path=/; SameSite=Lax; Max-Age=31536000`;
}
