// Wakes whoever wants that when an Emergency begins to wait: by a sound and a notification. What is wanted is kept on this device.
import { byId, on } from './page.js';

const WANTED = 'larkdesk.alarm';
const KNOWN = 'larkdesk.waiting';
const TONES = [880, 660, 880, 660];
const TONE = 0.22;

function kept(storage, name, value) {
  try {
    if (value !== undefined) {
      storage.setItem(name, value);
    }
    return storage.getItem(name);
  } catch {
    return null;
  }
}

export const isAlarmOn = () => kept(localStorage, WANTED) === 'on';

function ring() {
  const sound = new AudioContext();
  TONES.forEach((frequency, place) => {
    const tone = new OscillatorNode(sound, { frequency, type: 'triangle' });
    tone.connect(sound.destination);
    tone.start(sound.currentTime + place * TONE);
    tone.stop(sound.currentTime + (place + 0.8) * TONE);
  });
  setTimeout(() => sound.close(), 2000);
}

function notify() {
  if (window.Notification?.permission === 'granted') {
    const shown = new Notification(byId('active').dataset.ring, { tag: 'emergency', requireInteraction: true });
    on(shown, 'click', () => {
      window.focus();
      location.assign('/console/emergencies');
    });
  }
}

// Of what waits only what is new wakes anybody, once on each device's tab.
export function heedWaiting(ids) {
  const known = (kept(sessionStorage, KNOWN) || '').split(' ');
  kept(sessionStorage, KNOWN, ids.join(' '));
  if (isAlarmOn() && ids.some((id) => !known.includes(id))) {
    ring();
    notify();
  }
}

// Permission is asked for only when somebody switches it on.
export function startAlarm() {
  const button = byId('alarm');
  if (!button) {
    return;
  }
  const show = () => button.setAttribute('aria-pressed', isAlarmOn());
  on(button, 'click', () => {
    kept(localStorage, WANTED, isAlarmOn() ? 'off' : 'on');
    show();
    if (isAlarmOn()) {
      ring();
      window.Notification?.requestPermission();
    }
  });
  show();
  button.hidden = false;
}
