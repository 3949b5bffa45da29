// The reader's neighbourhood, kept on this device only: the first whose pages were opened, then the last that was chosen
// by its name. "This week" and "search" lead straight to it, and it stands first; the page to choose a week goes on to it,
// because most pages do without this script. Once forgotten (""), only a new choice is kept; so it goes with one that the
// guide has no more. Where storage is shut all stays as it was printed.
try {
  const kept = localStorage, key = document.currentScript.src.split("assets")[0];
  let mine = kept[key], name, own;
  for (const one of document.querySelectorAll("[data-wijk]")) {
    name = one.dataset.wijk;
    one.onclick = () => (kept[key] = one.dataset.wijk);
    if (one.ariaCurrent) mine ??= one.onclick();
    if (name == mine) own = one.closest("li") || one;
  }
  if (own) own.parentNode.prepend(own);
  else if (mine && name) mine = kept[key] = "";
  if (mine && /\/week\.html$/.test(location.pathname)) location.replace(`week/${mine}.html${location.hash}`);
  if (mine)
    for (const one of document.querySelectorAll(".bar a, .mine"))
      if (one.href) one.href = one.href.replace(/(week|zoeken)\.html$/, `$1/${mine}.html`);
      else {
        one.hidden = false;
        one.onclick = () => location.reload((kept[key] = ""));
      }
} catch {}
