// with wijk.js carry.js
// Choices in the address, so that a link or "back" keeps them; and a box for a word, however it was spelled.
{
  const all = (what, where = document) => [...where.querySelectorAll(what)];
  const form = all("main form")[0], box = all("#w")[0], field = all("input", box)[0], found = all(".found")[0], place = all("#r")[0];
  const picks = all("select, [type=checkbox]", form), rows = all(".found .list > li"), here = document.currentScript.src;
  const links = rows.map((row) => all("h3 a", row)[0].href), count = all(".n i");
  // On the page of the whole guide a list is ready, in place of the rows; in a neighbourhood it stands above them.
  const list = place ? all("ul", place)[0] : form.appendChild(document.createElement("ul")), more = place && all("button", place)[0];
  list.className = "list";
  const chosen = () => picks.flatMap((pick) => (pick.options ? pick.selectedOptions[0].id : pick.checked && pick.id) || []);
  const keep = (fits) => rows.forEach((row, at) => (row.hidden = !fits(at)));
  let turn = 0, most = 20, loading;

  const engine = () => (loading ??= new Promise((done, fail) => {
    const script = document.createElement("script");
    Object.assign(script, { src: new URL("../zoekindex/zoek.js", here), onload: () => done(wordSearch), onerror: fail });
    document.head.append(script);
  }).catch(() => (loading = null)));

  const item = ({ href, title, lines, dutch }) => {
    const row = document.createElement("li"), link = row.appendChild(document.createElement("a")), line = row.appendChild(document.createElement("p"));
    Object.assign(link, { href, textContent: title, className: "go" }, dutch & 1 && { lang: "nl", dir: "ltr" });
    line.className = "soft";
    lines.forEach((text, at) => {
      if (!text) return;
      const said = document.createElement("bdi");
      said.textContent = text;
      if (at == 3 || (at == 1 && dutch & 2)) said.lang = "nl";
      line.append(line.firstChild ? " · " : "", said);
    });
    return row;
  };
  // In a list are the pages that have no row here; on the page of the whole guide all, while their rows fit the choices.
  const result = async (search, text) => {
    const narrow = chosen().length > 0, pages = await search.search(text), quarters = search.quarters();
    const own = quarters.find((one) => location.pathname.endsWith(`/${one.slug}.html`));
    const there = place ? pages : pages.filter((page) => page < quarters[0].first || (page >= own.first && page < own.last));
    const said = await Promise.all((place && !narrow ? there.slice(0, most) : there).map(search.about));
    const fit = new Set(links.filter((_, at) => getComputedStyle(rows[at]).display != "none" || rows[at].hidden));
    const kept = said.filter(({ href }) => (place ? !narrow || fit.has(href) : !narrow && !links.includes(href)));
    return { said, kept, total: place && !narrow ? there.length : kept.length };
  };
  const show = async () => {
    const mine = ++turn, text = field.value, typed = text.trim();
    let total = null;
    form.ariaBusy = "true";
    const search = typed && (await engine());
    let words = search && search.fold.words(text).map((word) => search.term(word));
    if (words && !words.length) words = null;
    const hits = words && (await result(search, text).catch(() => null));
    if (mine != turn) return;
    list.replaceChildren(...(hits ? hits.kept.slice(0, place ? most : 6).map(item) : []));
    list.hidden = !list.firstChild;
    if (!typed || (search && !words)) keep(() => true);
    else if (hits) {
      const there = new Set(hits.said.map((one) => one.href));
      if (place) keep(() => true), (total = hits.total);
      else keep((at) => there.has(links[at]));
    } else {
      // From disk, or without internet: what stands in the rows themselves.
      const said = rows.map((row) => all("h3, .soft, .chips li", row).map((part) => part.textContent).join(" "));
      if (words) keep((at) => words.every((word) => search.answers(word, search.fold.words(said[at]).map((one) => search.term(one))).length));
      else if (!search) keep((at) => said[at].toLowerCase().includes(typed.toLowerCase()));
    }
    if (place) {
      place.hidden = total === null;
      more.hidden = total <= most;
      if (found) found.hidden = total !== null;
    }
    for (const one of count) one.textContent = total ?? rows.filter((row) => row.offsetParent).length;
    form.ariaBusy = "false";
  };
  const carry = () => all("nav.pills a").forEach((link) => (link.hash = location.hash));
  const write = () => {
    const keys = chosen();
    if (field.value) keys.push("~" + encodeURIComponent(field.value));
    history.replaceState(null, "", "#" + keys);
    most = 20;
    carry();
    show();
  };
  const read = () => {
    const keys = location.hash.slice(1).split(",");
    for (const pick of picks)
      if (pick.options) pick.selectedIndex = Math.max(0, [...pick.options].findIndex((one) => one.id && keys.includes(one.id)));
      else pick.checked = keys.includes(pick.id);
    for (const closed of all("details", form)) closed.open ||= all("[id]:checked", closed).length > 0;
    try {
      field.value = decodeURIComponent((keys.find((key) => key[0] == "~") || "~").slice(1));
    } catch {
      field.value = "";
    }
    carry();
    show();
  };
  box.hidden = false;
  field.onfocus = async () => (await engine())?.ready().catch(() => {});
  form.oninput = write;
  form.onreset = () => setTimeout(write);
  form.onsubmit = () => false;
  if (more) more.onclick = () => ((most += 20), show());
  onhashchange = read;
  read();
}
