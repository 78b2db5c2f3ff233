// What is said to those who listen to the page.
import { byId } from './page.js';
import { say } from './texts.js';

let waiting = [];

export const announce = (words) => {
  byId('speech').textContent = words;
};

// Says a new message; several within a second only by their count.
export function announceMessage(words) {
  waiting.push(words);
  if (!waiting[1]) {
    setTimeout(() => {
      announce(waiting[1] ? say('newMessages', { count: waiting.length }) : words.slice(0, 140));
      waiting = [];
    }, 1000);
  }
}
