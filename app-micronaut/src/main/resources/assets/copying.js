// Copies the words beside a button. Where the browser refuses, the words are marked, so that a key can copy them.

export async function copyWords(button) {
  const words = document.getElementById(button.dataset.copy);
  let said = button.dataset.copied;
  let readIn = 2000;
  button.dataset.label ||= button.textContent;
  try {
    await navigator.clipboard.writeText(words.textContent);
  } catch {
    getSelection().selectAllChildren(words);
    said = button.dataset.refused;
    readIn = 6000;
  }
  button.textContent = document.getElementById('speech').textContent = said;
  clearTimeout(button.resetting);
  button.resetting = setTimeout(() => { button.textContent = button.dataset.label; }, readIn);
}
