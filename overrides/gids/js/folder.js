// with carry.js
// The little folder. What a reader chose stands in the address (#m=slug/id,slug&l=ti) and nowhere else; what is no plain
// path there does nothing. Also the lists to tick for it, and the second language on the sheet of the practice.
{
  const $ = (what, where = document) => where.querySelector(what);
  const all = (what, where = document) => [...where.querySelectorAll(what)];
  const MOST = 30, NONE = "geen";
  const tongues = $("#l"), state = $("#s"), list = $("#c"), boxes = all(".tl input");

  // null: there is no such thing. undefined: it cannot be had now (no network, or a page from disk).
  // Without a network: what this phone keeps of a neighbourhood.
  const asked = {};
  const ask = (url, as) =>
    (asked[url] ||= fetch(url)
      .catch(() => caches.match(url))
      .then((got) => (got.ok ? got[as]() : got.status == 404 ? null : Promise.reject()))
      .catch(() => void delete asked[url]));

  const part = (html, name = "", option) => {
    const made = document.createElement("div");
    made.className = name;
    made.innerHTML = html;
    if (option) [made.lang, made.dir] = [option.lang, option.dir];
    return made;
  };
  // The words of this page in another language, each beside its own; whether they could be had.
  const beside = async (option) => {
    const text = option && (await ask(new URL(option.dataset.page, location).href, "text"));
    all(".tb[data-of]").forEach((one) => one.remove());
    const page = text && new DOMParser().parseFromString(text, "text/html");
    for (const one of page ? all("[data-t]") : []) {
      const twin = $(`[data-t="${one.dataset.t}"]`, page);
      if (!twin) continue;
      all("a", twin).forEach((link) => link.replaceWith(...link.childNodes));
      const made = part(twin.innerHTML, `tb ${twin.className}`, option);
      made.dataset.of = "";
      one.after(made);
    }
    document.body.classList.toggle("duo", !!page);
    return !!page;
  };

  all(".printer").forEach((button) => (button.onclick = () => print()));

  // The address
  const read = () => {
    const given = new URLSearchParams(location.hash.slice(1)), tongue = given.get("l") || "";
    const paths = (given.get("m") || "").split(",").filter((one) => /^[a-z0-9-]+(\/[a-z0-9-]+)?$/.test(one));
    return { paths: [...new Set(paths)], tongue: /^[a-z]{2,4}$/.test(tongue) ? tongue : "" };
  };
  let chosen = read();
  const write = (how = "replaceState") =>
    history[how](null, "", "#m=" + chosen.paths + (chosen.tongue && "&l=" + chosen.tongue));
  // A jump within the page replaces the choice in the address: then it is put back.
  const follow = (show) => {
    addEventListener("hashchange", () => {
      if (/\bm=/.test(location.hash)) chosen = read();
      else if (chosen.paths[0]) write();
      show();
    });
    show();
  };

  // A list of a neighbourhood: a tick adds to the choice
  if (boxes[0]) {
    $("#go").hidden = false;
    for (const box of boxes)
      box.onchange = () => {
        chosen.paths = chosen.paths.filter((one) => one != box.value).concat(box.checked ? box.value : []);
        write();
      };
    follow(() => boxes.forEach((box) => (box.checked = chosen.paths.includes(box.value))));
  }

  // The folder
  if (list) {
    const words = state.dataset, dates = $("#fd").dataset, shared = location.protocol != "file:";
    const tell = (said, name, n) => (state.textContent = said.replace("{naam}", `\u2068${name}\u2069`).replace("{n}", n));
    let turn = 0;

    // The cards stand in stukje/ beside this page, one file for an actor with all that it does.
    const entry = async (base, path) => {
      const [slug, id = ""] = path.split("/"), cards = await ask(new URL(`stukje/${slug}.json`, base).href, "json");
      return cards && (Object.hasOwn(cards, id) ? cards[id] : null);
    };
    // On a narrow screen what is the same in both languages need not stand there twice.
    const twin = (own, other, option, name = "") => {
      const made = part(other, `tb ${name}`, option);
      made.classList.toggle("same", part(own).textContent == made.textContent);
      return made;
    };
    const line = (mark, own, other, option, look = "") => {
      const made = part("", `fr ${mark && "ff"} ${look}`);
      if (mark) made.append(...all(`[data-i="${mark}"] svg`, $("#k").content.cloneNode(true)));
      made.append(part(own));
      if (other) made.append(twin(own, other, option));
      return made;
    };
    const link = (href, html) => {
      const made = document.createElement("a");
      made.className = "go";
      made.href = href;
      made.innerHTML = html;
      return made;
    };
    const page = (path) => `actor/${path}.html`;
    const card = (path, own, other, option) => {
      const made = document.createElement("li"), title = document.createElement("h2"), name = path.replace("/", " / ").replaceAll("-", " ");
      made.dataset.path = path;
      if (!own) {
        made.className = "none";
        made.append($("#n").content.children[own === null ? 0 : 1].cloneNode(true), title);
        title.append(own === null ? name : link(page(path), name));
      } else {
        const head = part("", "fr");
        title.append(link(page(path), own.n));
        head.append(title);
        if (other) head.append(twin(own.n, other.n, option, "th"));
        made.append(head);
        for (const what of ["b", "s"]) if (own[what]) made.append(line("", own[what], other?.[what], option));
        own.f.forEach(([mark, html, look, call], at) => {
          const fact = line(mark, html, other?.f[at]?.[1], option, look), number = call && $("b", fact);
          if (number) number.replaceWith(link(call, number.outerHTML));
          made.append(fact);
        });
        if (own.g) {
          const way = line("next", "", other?.g?.[1], option);
          $("div", way).append(link(page(own.g[0]), own.g[1]));
          made.append(way);
        }
      }
      made.append($("#b").content.cloneNode(true));
      all("button", made).forEach((button) => button.setAttribute("aria-label", `${button.textContent}: ${title.textContent}`));
      return made;
    };

    const show = async () => {
      const now = ++turn, paths = chosen.paths.slice(0, MOST), here = document.documentElement.lang;
      // Beside a language that is not Dutch stands Dutch, unless one chose otherwise: it is what the desk speaks.
      const wish = all("option", tongues).find((one) => one.value == chosen.tongue)?.value || (here == "nl" ? NONE : "nl");
      tongues.value = wish;
      let option = wish == NONE ? null : tongues.selectedOptions[0];
      const cards = await Promise.all(paths.map((path) => entry(location.href, path)));
      const doubled = !!paths[0] && !!option && (await ask(new URL(option.dataset.page, location).href, "text"));
      if (!doubled) {
        if (option && cards.some(Boolean)) tell(words.alone);
        option = null;
      }
      const others = option ? await Promise.all(paths.map((path) => entry(new URL(option.dataset.page, location), path))) : [];
      if (now != turn) return;
      await beside(option);
      list.replaceChildren(...paths.map((path, at) => card(path, cards[at], others[at], option)));
      const items = [...list.children];
      items.forEach((item, at) => {
        const [up, down] = all("button", item);
        up.disabled = !at;
        down.disabled = at == items.length - 1;
      });
      const found = cards.filter(Boolean);
      $("#tools").hidden = $("#w").hidden = !found[0];
      $("#o").hidden = !paths[0] || !shared;
      // Where nothing can be had there is still the list.
      $("#x").hidden = shared && (!paths[0] || cards.some((one) => one !== undefined));
      if (chosen.paths.length > MOST) tell(words.full);
      $("#a").value = location.href;
      sign(found, others.filter(Boolean));
    };
    // Until when the sheet holds, and the oldest check on it.
    const sign = (found, others) => {
      const first = (key, ...more) => [...more, ...found.map((one) => one[key])].filter(Boolean).sort()[0];
      const put = (name, day) => all(name).forEach((one) => (one.textContent = day.split("-").reverse().join("-")));
      const oldest = first("c");
      put(".u", first("u", dates.until));
      put(".o", oldest || "");
      all(".ow").forEach((one) => (one.hidden = !oldest));
      all(".sd").forEach((one) => (one.hidden = !(one.closest(".tb") ? others : found).some((each) => each.d)));
    };

    list.onclick = async ({ target }) => {
      const step = target.dataset.do, item = target.closest("li");
      if (!step) return;
      const at = chosen.paths.indexOf(item.dataset.path), name = $("h2", item).textContent, [path] = chosen.paths.splice(at, 1);
      if (+step) chosen.paths.splice(at + +step, 0, path);
      write(+step ? "replaceState" : "pushState");
      await show();
      if (+step) tell(words.moved, name, at + +step + 1);
      else tell(words.gone, name);
      const next = list.children[Math.min(at + +step, list.children.length - 1)];
      const button = next && ($(`[data-do="${step}"]:enabled`, next) || $("button:enabled", next));
      (button || $("h1")).focus();
    };
    tongues.onchange = () => {
      chosen.tongue = tongues.value;
      state.textContent = "";
      write();
      show();
    };
    $("#sh").hidden = !navigator.share;
    $("#sh").onclick = () => navigator.share({ url: location.href });
    $("#cp").hidden = !navigator.clipboard;
    $("#cp").onclick = () => navigator.clipboard.writeText(location.href).then(() => tell(words.copied));
    $("#a").onfocus = () => $("#a").select();
    if (chosen.paths[0]) write();
    follow(show);
  } else if ($(".co")) {
    // The sheet of the practice
    all("form [hidden]").forEach((one) => (one.hidden = false));
    if (tongues) tongues.onchange = () => beside(tongues.value == NONE ? null : tongues.selectedOptions[0]);
  }
}
