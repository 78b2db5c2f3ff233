// The page by which a customer's administrator, who has no account, brings the organisation into service.
import { byId, on } from './page.js';
import { tellZone } from './times.js';
import { follow } from './stream.js';
import { startCopying } from './copyButtons.js';
import { bringOnboardingUpToDate } from './onboarding.js';

let wasFollowing = false;

tellZone();
startCopying();
on(byId('reload'), 'click', () => location.reload());
follow({
  opened: () => {
    if (wasFollowing) {
      bringOnboardingUpToDate();
    }
    wasFollowing = true;
  },
  gone: () => location.reload(),
  onboarding: () => {
    bringOnboardingUpToDate();
  },
});
