// What pages without the conversation need: buttons that copy, and times in the reader's own zone.
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
