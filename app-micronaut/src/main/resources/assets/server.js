// Asks the server for a piece of the page, or tells it something.
import { byId, page } from './page.js';

const PATIENCE = 20000;

export let signedOut = false;

export function signInAgain() {
  signedOut = true;
  if (!byId('sign-in').open) {
    byId('sign-in').showModal();
  }
}

// Never fails: without an answer the status is 0.
export async function ask(address, fields) {
  const answer = { status: 0, reason: '' };
  try {
    const response = await fetch(address, {
      method: fields ? 'POST' : 'GET',
      headers: { 'X-Fragment': 1, 'X-CSRF-Token': page.csrf },
      body: fields && new URLSearchParams(fields),
      signal: AbortSignal.timeout?.(PATIENCE),
    });
    answer.status = response.status;
    answer.headers = response.headers;
    answer.text = await response.text();
    answer.ok = response.ok;
    answer.reason = response.ok ? '' : JSON.parse(answer.text).detail;
  } catch {
    // The status says it.
  }
  if (answer.status === 401) {
    signInAgain();
  }
  return answer;
}
