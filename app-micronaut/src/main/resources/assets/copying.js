// Copies the words beside a button. Where the browser refuses, the words are marked, so that a key can copy them.

export async function copyWords(button) {
  const words = document.getElementById(button.dataset.copy);
  const speech = document.getElementById('speech');
  const label = button.textContent;
  try {
    await navigator.clipboard.writeText(words.textContent);
    button.textContent = speech.textContent = button.dataset.copied;
    setTimeout(() => { button.textContent = label; }, 2000);
  } catch {
    getSelection().selectAllChildren(words);
    speech.textContent = button.dataset.refused;
  }
}
