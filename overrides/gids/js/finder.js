// Choices in the address (so that a link or "back" keeps them), and a box for a word that forgives typing mistakes.
{
  const find = (what, where = document) => [...where.querySelectorAll(what)];
  const form = find("form")[0], box = find("#w")[0], field = box.firstElementChild, count = find(".n i")[0];
  const picks = find("select, [type=checkbox]", form), rows = find(".found .list > li");
  const split = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().match(/[\p{L}\p{N}]+/gu) || [];
  const known = rows.map((row) => split(find("h3, .soft, .chips li", row).map((part) => part.textContent).concat(row.dataset.w || "").join(" ")));

  // How many letters differ between what was typed and the start of a word (Levenshtein).
  const apart = (typed, word) => {
    let last = [...Array(word.length + 1).keys()];
    for (let i = 1; i <= typed.length; i++)
      last = last.reduce((line, up, j) => [...line, j ? Math.min(up + 1, line[j - 1] + 1, last[j - 1] + (typed[i - 1] != word[j - 1])) : i], []);
    return Math.min(...last);
  };
  const fits = (typed, words) => {
    const most = typed.length > 7 ? 2 : typed.length > 3 ? 1 : 0;
    return words.some((word) => word.includes(typed) || (most && apart(typed, word) <= most));
  };
  const show = () => {
    const typed = split(field.value);
    rows.forEach((row, at) => (row.hidden = !typed.every((one) => fits(one, known[at]))));
    count.textContent = rows.filter((row) => row.offsetParent).length;
  };
  const write = () => {
    const chosen = picks.map((pick) => (pick.options || pick.checked) && pick.value);
    if (field.value) chosen.push("~" + encodeURIComponent(field.value));
    history.replaceState(null, "", "#" + chosen.filter(Boolean));
    show();
  };
  const read = () => {
    const keys = location.hash.slice(1).split(",");
    for (const pick of picks)
      if (pick.options) pick.value = find("option", pick).map((one) => one.value).find((key) => key && keys.includes(key)) || "";
      else pick.checked = keys.includes(pick.value);
    try {
      field.value = decodeURIComponent((keys.find((key) => key[0] == "~") || "~").slice(1));
    } catch {
      field.value = "";
    }
    show();
  };
  box.hidden = false;
  form.oninput = write;
  form.onreset = () => setTimeout(write);
  form.onsubmit = () => false;
  onhashchange = read;
  read();
}
