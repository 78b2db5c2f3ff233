// What pages without the conversation need: buttons that copy, times in the reader's own zone, and that nothing stays of whoever signed out.
import { startCopying } from './copyButtons.js';

startCopying();

// Who has come for the first time has not told the zone yet: tells it, and has the times written again.
const cookie = `zone=${Intl.DateTimeFormat().resolvedOptions().timeZone}`;
if ('timed' in document.body.dataset && !document.cookie.includes(cookie)) {
  document.cookie = `${cookie}; Path=/; SameSite=Lax; Max-Age=31536000`;
  if (document.cookie.includes(cookie)) {
    location.reload();
  }
}

// Drafts, and what is not sent yet, as kept.js names it; of this app alone, and not whether Emergencies are to be heard.
if ('signedOut' in document.body.dataset) {
  const shelf = `larkdesk:${location.pathname.split('/')[2]}:`;
  try {
    // Tells other windows, see kept.js
    localStorage.setItem(shelf, 1);
    Object.keys(localStorage).filter((name) => name.startsWith(shelf)).forEach((name) => localStorage.removeItem(name));
  } catch {
    // Where nothing can be kept, nothing is
  }
}
