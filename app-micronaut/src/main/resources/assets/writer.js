// Makes a text box one in which "@" calls people: a list of them opens, which works as a combobox's does, though a box of several
// lines may not have that role. In the box a person is called "@Name", in what is sent <@id>.
import { all, copy, on, path } from './page.js';
import { say } from './texts.js';
import { announce } from './speech.js';
import { ask } from './server.js';

const MOST_FOUND = 30;

let everybody;

export function forgetPeople() {
  everybody = undefined;
  return [];
}

const people = () => (everybody ??= ask(`${path}/people`).then(({ ok, text }) => (ok ? JSON.parse(text) : forgetPeople())));

// Small letters without accents, so that "tomas" finds "Tomás"; a space before every word.
const plain = (text) => ` ${text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '')}`;

export const withNames = (body, nameOf) => body.replace(/<@([0-9a-f-]{36})>/g, (call, id) => `@${nameOf(id)}`);

// Writes a name, with the letters marked that were asked for.
function spell(element, name, query) {
  const [before, marked, after] = element.childNodes;
  const at = plain(name).indexOf(query);
  const until = at < 0 ? 0 : at + query.length - 1;
  before.data = name.slice(0, Math.max(at, 0));
  marked.textContent = name.slice(at, until);
  after.data = name.slice(until);
}

// Whether a key belongs to the input method, which composes a word.
export const composes = (event) => event.isComposing || event.keyCode === 229;

export function writer(area, box) {
  const popup = box.parentNode;
  const ids = new Map();
  let found = [];
  let chosen = 0;
  let start = -1;
  let dismissed = -1;
  let turn = 0;

  const calls = () => [...ids.keys()].sort((one, other) => other.length - one.length);
  const written = () => area.value.slice(0, area.selectionStart);
  const body = () => calls().reduce((text, call) => text.split(call).join(`<@${ids.get(call)}>`), area.value).trim();
  const names = () => Object.fromEntries([...ids].map(([call, id]) => [id, call.slice(1)]));

  // Two people of one name get calls that look alike but differ.
  function callOf(id, name) {
    let call = `@${name}`;
    while ((ids.get(call) || id) !== id) {
      call += '\u200b';
    }
    ids.set(call, id);
    return call;
  }

  function fill(text, known) {
    ids.clear();
    area.value = withNames(text, (id) => callOf(id, known?.[id] || '?').slice(1));
    changed();
  }

  const changed = () => area.dispatchEvent(new Event('input'));

  function write(words, from, to) {
    area.focus();
    area.setRangeText(words, from, to, 'end');
    changed();
  }

  const call = ({ id, name }, from = area.selectionStart) => write(`${callOf(id, name)} `, from, area.selectionStart);

  // Opens where the letters before the cursor ask for somebody; an address of mail does not.
  async function look() {
    const mine = ++turn;
    const text = written();
    const [, query] = /(?:^|[^\w.@-])[@＠]([^@＠\n]{0,30})$/.exec(text) || [];
    start = text.length - query?.length - 1;
    const isAsked = query !== undefined && start !== dismissed && document.activeElement === area;
    if (!isAsked || calls().some((one) => text.startsWith(one, start))) {
      close();
      return;
    }
    dismissed = -1;
    const everyone = await people();
    if (mine === turn) {
      const asked = plain(query);
      found = everyone.filter(({ keys }) => keys.some((key) => plain(key).includes(asked))).slice(0, MOST_FOUND);
      show(query, asked);
    }
  }

  function show(query, asked) {
    for (const group of all('[data-side]', box)) {
      const side = found.filter((person) => person.side === group.dataset.side);
      group.replaceChildren(group.firstElementChild, ...side.map((person) => optionOf(person, asked)));
      group.hidden = !side.length;
    }
    const none = box.lastElementChild;
    none.hidden = found.length;
    none.textContent = say('nobody', { name: query });
    popup.hidden = !found.length && query.includes(' ');
    choose(0);
    announce(say('people', { count: found.length }));
  }

  function optionOf(person, asked) {
    const option = copy('person');
    const [face, picture, name, latin] = all('.av, img, b, small', option);
    const index = found.indexOf(person);
    option.id = `${box.id}-${index}`;
    face.classList.add(person.hue, person.side === 'CUSTOMER' ? 'av' : 'team');
    face.prepend(person.initials);
    picture.hidden = !person.avatar;
    picture.src = person.avatar || '';
    spell(name, person.name, asked);
    spell(latin, person.latinName === person.name ? '' : person.latinName || '', asked);
    on(option, 'click', () => pick(index));
    return option;
  }

  function choose(index) {
    chosen = index;
    all('.opt', box).forEach((option, at) => {
      option.setAttribute('aria-selected', at === index);
      if (at === index) {
        area.setAttribute('aria-activedescendant', option.id);
        option.scrollIntoView({ block: 'nearest' });
      }
    });
  }

  function pick(index) {
    call(found[index], start);
    close();
  }

  function close() {
    turn++;
    popup.hidden = true;
    area.removeAttribute('aria-activedescendant');
  }

  // Says whether the key was for the list.
  function takes(event) {
    const { key } = event;
    const step = { ArrowDown: 1, ArrowUp: -1 }[key];
    if (popup.hidden || composes(event)) {
      return false;
    }
    if (key === 'Escape') {
      dismissed = start;
      close();
    } else if (found.length && step) {
      choose((chosen + step + found.length) % found.length);
    } else if (found.length && /^(Tab|Enter)$/.test(key) && !(event.ctrlKey || event.metaKey || event.shiftKey)) {
      pick(chosen);
    } else {
      return false;
    }
    event.preventDefault();
    return true;
  }

  on(area, 'focus', people);
  on(area, 'input click', look);
  on(area, 'keyup', ({ key }) => /^(Arrow(Left|Right)|Home|End)$/.test(key) && look());
  on(area, 'blur', close);
  on(popup, 'mousedown', (event) => event.preventDefault());
  // Whoever takes back the last letter of a call takes it back whole.
  on(area, 'beforeinput', (event) => {
    const end = area.selectionEnd;
    const last = calls().find((one) => written().endsWith(one));
    if (event.inputType === 'deleteContentBackward' && last && end === area.selectionStart) {
      event.preventDefault();
      write('', end - last.length, end);
    }
  });
  on(area, 'input', () => {
    area.style.height = 'auto';
    area.style.height = `${area.scrollHeight}px`;
  });
  return { body, names, fill, write, call, close, takes };
}
