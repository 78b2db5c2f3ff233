(() => {
  const box = document.getElementById('cards');
  const live = document.getElementById('live');
  const become = event => {
    if (event.target.closest && event.target.closest('a[data-open]')) document.cookie = box.dataset.cookie;
  };
  for (const kind of ['pointerdown', 'click', 'auxclick', 'keydown']) document.addEventListener(kind, become, true);
  let version = box.dataset.version;
  const look = async () => {
    try {
      const answer = await fetch(`${location.pathname}?version=${version}`, {cache: 'no-store'});
      if (answer.status === 200) {
        version = answer.headers.get('X-Inbox-Version');
        box.innerHTML = await answer.text();
      }
      live.classList.toggle('off', !answer.ok);
      live.textContent = answer.ok ? 'Live' : 'Sandbox was restarted';
    } catch (gone) {
      live.classList.add('off');
      live.textContent = 'Sandbox does not answer';
    }
    setTimeout(look, 1000);
  };
  setTimeout(look, 1000);
})();
