// How far a customer has come into service is shown as it stands, whoever has brought it there.
import { byId } from './page.js';
import { redraw } from './redraw.js';
import { startCopying } from './copyButtons.js';

// What is over has another page.
export async function bringOnboardingUpToDate() {
  if (byId('onboarding')) {
    if ((await redraw('onboarding')) === false) {
      location.reload();
    }
    startCopying(byId('onboarding'));
  }
}
