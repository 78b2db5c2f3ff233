// How far a customer has come into service is shown as it stands, whoever has brought it there.
import { byId, on } from './page.js';
import { redraw } from './redraw.js';
import { startCopying } from './copyButtons.js';

let leaving = false;

// What a form leads to is not to be lost, for it may show a link that is shown once.
on(document, 'submit', () => {
  leaving = true;
});

// What is over has another page. What could not be asked for is asked for the next time, and what is typed meanwhile stays.
export async function bringOnboardingUpToDate() {
  if (byId('onboarding') && !leaving) {
    const drawn = await redraw('onboarding');
    if (drawn) {
      startCopying(byId('onboarding'));
    } else if (drawn === false && !leaving) {
      location.reload();
    }
  }
}
