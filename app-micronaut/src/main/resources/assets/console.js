// What all pages of the console need: they hear how the Emergencies stand.
import { byId, on, page } from './page.js';
import { tellZone, zone } from './times.js';
import { follow } from './stream.js';
import { startMenus } from './menus.js';
import { startCopying } from './copyButtons.js';
import { heedWaiting, isAlarmOn, startAlarm } from './alarm.js';
import { bringUpToDate, watchClocks } from './board.js';
import { bringQueueUpToDate, startQueue } from './queue.js';
import { bringOnboardingUpToDate } from './onboarding.js';

let wasOpen = false;

const actions = {
  opened: () => {
    if (wasOpen) {
      bringQueueUpToDate();
      bringOnboardingUpToDate();
    }
    wasOpen = true;
  },
  gone: () => location.reload(),
  stays: isAlarmOn,
  emergencies: (data) => {
    const { active, waiting, mark } = JSON.parse(data);
    byId('active').firstChild.textContent = active;
    byId('active').hidden = !active;
    heedWaiting(waiting);
    bringUpToDate(mark);
  },
  tickets: bringQueueUpToDate,
  onboarding: () => {
    bringOnboardingUpToDate();
  },
  version: (address) => {
    byId('version').hidden = address === new URL(import.meta.url).pathname;
  },
};

const isKnown = () => document.cookie.includes(`zone=${zone}`);
const wasKnown = isKnown();
tellZone();
// The server did not know the zone when it wrote the times
if (page.zone !== zone) {
  if ('timed' in page && !wasKnown && isKnown()) {
    location.reload();
  }
  bringUpToDate();
  bringQueueUpToDate();
}
startMenus();
startCopying();
startAlarm();
watchClocks();
startQueue();
on(byId('reload'), 'click', () => location.reload());
follow(actions);
