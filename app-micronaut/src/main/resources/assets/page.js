// What the page says about itself, and short ways to its elements.

export const page = document.body.dataset;
export const path = `/lark/${page.app}/groups/${page.group}`;
export const lang = document.documentElement.lang;
export const narrow = matchMedia('(max-width: 720px)');

export const byId = (id) => document.getElementById(id);
export const all = (selector, root = document) => [...root.querySelectorAll(selector)];
export const on = (target, types, act) => types.split(' ').forEach((type) => target.addEventListener(type, act));
export const sleep = (time) => new Promise((done) => setTimeout(done, time));

// A random UUID, as every address of a blob ends with; crypto.randomUUID is not everywhere.
export const newId = () => URL.createObjectURL(new Blob()).slice(-36);

// A copy of what the page keeps as a template.
export const copy = (id) => byId(id).content.firstElementChild.cloneNode(true);

// Where a page may only insert what is trusted, this policy is: HTML comes from our own server only.
const policy = window.trustedTypes?.createPolicy('larkdesk', { createHTML: (html) => html });

export function parse(html) {
  const template = document.createElement('template');
  template.innerHTML = policy ? policy.createHTML(html) : html;
  return template.content;
}
