// Files that go with what is written in a form: uploaded as soon as they are chosen, pasted or dropped, each with a chip that tells how far
// it is.
import { all, byId, copy, on, page, path } from './page.js';
import { say } from './texts.js';
import { announce } from './speech.js';
import { ask, signInAgain } from './server.js';
import { left } from './reading.js';

const SILENT = 60000;
const SIZES = ['B', 'kB', 'MB', 'GB'];

// As Bytes.say.
function sized(bytes) {
  let value = Number(bytes);
  let unit = 0;
  while (Math.round(value) >= 1000 && unit < 3) {
    value /= 1000;
    unit++;
  }
  return `${value < 9.95 ? Number(value.toFixed(1)) : value.toFixed()} ${SIZES[unit]}`;
}

// Shows how a file stands, wherever its chip is.
function drawChip(one) {
  const { chip, name, size, part, failed, refused, reason, id } = one;
  const [label, weight] = all('.n, .num', chip);
  const [again, remove] = all('button', chip);
  const bar = chip.querySelector('progress');
  const why = chip.querySelector('.why');
  chip.classList.toggle('bad', !!failed);
  label.textContent = name;
  label.title = name;
  weight.textContent = sized(size);
  bar.hidden = failed || id;
  bar.value = part || 0;
  bar.setAttribute('aria-label', say('uploading', { name }));
  why.hidden = !failed;
  why.textContent = refused ? reason : say('notUploaded');
  again.hidden = !failed || refused;
  remove.setAttribute('aria-label', say(id || failed ? 'remove' : 'cancel', { name }));
}

// Two go at a time, for the desk takes few of one person at once.
const lanes = [0, 0];

function upload(one) {
  one.part = 0;
  one.failed = one.refused = false;
  drawChip(one);
  one.done = Promise.resolve(lanes.shift()).then(() => one.gone || sendFile(one));
  lanes.push(one.done);
}

function sendFile(one) {
  const { file, name } = one;
  const request = new XMLHttpRequest();
  const form = new FormData();
  let silence;
  one.request = request;
  const hearUpload = () => {
    clearTimeout(silence);
    silence = setTimeout(() => request.abort(), SILENT);
  };
  form.append('file', file, name);
  request.upload.onprogress = ({ loaded, total }) => {
    one.part = loaded / total;
    hearUpload();
    drawChip(one);
  };
  const done = new Promise((finish) => {
    request.onloadend = () => {
      clearTimeout(silence);
      settle(one, request);
      finish();
    };
  });
  request.open('POST', `${path}/attachments`);
  request.setRequestHeader('X-Fragment', 1);
  request.setRequestHeader('X-CSRF-Token', page.csrf);
  request.setRequestHeader('Accept', 'application/json');
  hearUpload();
  request.send(form);
  return done;
}

function settle(one, { status, responseText }) {
  let told = {};
  try {
    told = JSON.parse(responseText);
  } catch {
    // The status says it.
  }
  if (status === 201) {
    one.id = told.id;
    one.picture = !!told.width;
  } else if (!one.gone) {
    one.failed = true;
    one.refused = status >= 400 && ![400, 401, 429, 500, 503].includes(status);
    one.reason = told.detail;
    if (status === 401) {
      signInAgain();
    }
  }
  if (one.gone) {
    giveUp(one);
  } else {
    drawChip(one);
    announce(one.id ? say('uploaded', one) : `${one.name}: ${one.refused ? one.reason : say('notUploaded')}`);
  }
}

const giveUp = ({ id }) => id && ask(`${path}/attachments/${id}/delete`, {});

// Takes a file out again, whether it is on its way, there or failed.
export function removeFile(one) {
  one.gone = true;
  one.request?.abort();
  giveUp(one);
  one.chip.remove();
  one.tray?.forget(one);
}

export function retryFile(one) {
  if (one.failed && !one.refused) {
    upload(one);
  }
}

// Gives a file its chip; of one that was uploaded at an earlier visit, too.
export function chipOf(one) {
  one.toJSON = () => ({ id: one.id, name: one.name, size: one.size, picture: one.picture });
  one.chip = copy('chip');
  on(one.chip, 'click', ({ target }) => {
    const act = { again: retryFile, remove: removeFile }[target.closest('button')?.dataset.act];
    if (act) {
      act(one);
      one.tray?.next.focus();
    }
  });
  drawChip(one);
  return one.chip;
}

// The files of a form, at most so many. After what is done to one of them, one goes on at an element.
export function trayOf(form, most, next) {
  const chips = form.querySelector('.chips');
  const problem = form.querySelector('.files-problem');
  const input = form.querySelector('[type=file]');
  const problemOf = ({ name, size }) =>
    (tray.files.length >= most && say('tooMany', { most })) ||
    (!size && say('isEmpty', { name })) ||
    (size > page.largest && say('tooLarge', { name, size: sized(size), most: sized(page.largest) }));
  const tray = {
    files: [],
    next,
    add: (files) => {
      const problems = [];
      for (const file of left ? [] : files) {
        const reason = problemOf(file);
        if (reason) {
          problems.push(reason);
        } else {
          const one = { file, name: file.name || 'image.png', size: file.size };
          tray.bring([one]);
          upload(one);
        }
      }
      problem.hidden = !problems[0];
      problem.textContent = [...new Set(problems)].join(' ');
    },
    // Brings files back that were not sent.
    bring: (files) => {
      tray.files = [...tray.files, ...files].slice(0, most);
      files.forEach((one) => {
        one.tray = tray;
        chips.append(one.chip || chipOf(one));
      });
      chips.hidden = !tray.files[0];
    },
    forget: (one) => {
      tray.files = tray.files.filter((other) => other !== one);
      chips.hidden = !tray.files[0];
    },
    // Hands over the files for what is sent now.
    take: () => {
      const taken = tray.files;
      tray.files = [];
      taken.forEach((one) => {
        one.tray = 0;
      });
      chips.hidden = true;
      problem.hidden = true;
      return taken;
    },
  };
  const addChosen = () => {
    tray.add(input.files);
    input.value = '';
  };
  on(input, 'change', () => {
    addChosen();
    next.focus();
  });
  // What was chosen before this script ran.
  addChosen();
  return tray;
}

// What stands for a file where there are no words.
export const nameOfFile = (one) => (one.picture ? say('image') : say('file', one));

// What is pasted and dropped goes to the composer.
export function startFiles(tray) {
  const main = byId('main');
  on(byId('body'), 'paste', (event) => {
    const { files } = event.clipboardData;
    if (files[0]) {
      event.preventDefault();
      tray.add(files);
    }
  });
  const holdsFiles = (event) => event.dataTransfer.types.includes('Files');
  on(main, 'dragover dragenter', (event) => {
    if (holdsFiles(event)) {
      event.preventDefault();
      main.classList.add('drop');
    }
  });
  on(main, 'dragleave drop', (event) => {
    if (event.type === 'drop' || !main.contains(event.relatedTarget)) {
      main.classList.remove('drop');
    }
  });
  on(main, 'drop', (event) => {
    if (holdsFiles(event)) {
      event.preventDefault();
      tray.add(event.dataTransfer.files);
    }
  });
}
