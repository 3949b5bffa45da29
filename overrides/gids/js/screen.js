// The screen in a hall. It keeps to the clock in Amsterdam: it drops what is over, goes on to the next day after midnight,
// says its headings in each language in turn, moves on every ten seconds where not all of a day fits, and asks each hour
// for a newer page. A guide that has a day of its own keeps that day; only the hours go by.
{
  const PANEL = 10_000, HOUR = 3_600_000, SOON = 600_000, DAY = 24 * 60, LINGERS = 120;
  const wide = matchMedia("(min-width: 50em) and (min-height: 28em) and (orientation: landscape)");
  const still = matchMedia("(prefers-reduced-motion: reduce)");
  const find = (what, where = document) => [...where.querySelectorAll(what)];
  const [clock] = find(".clock"), [button] = find(".hold button");
  let screen, days, tongues, first = 0, next = 0, turn = 0, paused = false, stale = false, asked = Date.now();

  const load = () => {
    [screen] = find(".screen");
    days = find("[data-day]", screen);
    tongues = find("ul.words > li", screen);
    first = next = 0;
  };
  const now = () => {
    const [day, time] = new Date().toLocaleString("sv", { timeZone: "Europe/Amsterdam" }).split(" ");
    return [screen.dataset.pin || day, time.slice(0, 5)];
  };
  const minutes = (time) => time.slice(0, 2) * 60 + +time.slice(3);
  // When it is on, in minutes of its day, as its hours say. Without an end it lingers; without hours it is there all day.
  const hours = (row) => {
    const [from, to] = (row.firstElementChild.textContent.match(/\d\d:\d\d/g) || []).map(minutes);
    const late = "late" in row.dataset ? DAY : 0;
    if (from == null) return [NaN, DAY];
    return [from - late, (to == null ? from + LINGERS : to > from ? to : to + DAY) - late];
  };
  const tongue = () => tongues[turn % tongues.length];
  const word = (name, into) => {
    into.textContent = name && tongue().querySelector(`.${name}`).textContent;
    into.lang = tongue().lang;
    into.dir = tongue().dir;
  };
  // The date in the language of the moment; in figures where the browser does not know that language.
  const dated = (section) => {
    const { lang, dir } = tongue(), span = section.querySelector("h2 span"), day = new Date(section.dataset.day);
    const own = (span.own ??= span.innerHTML);
    const page = document.documentElement;
    if (lang == page.lang) return (span.innerHTML = own), (span.lang = lang), (span.dir = page.dir);
    const shape = { weekday: "long", day: "numeric", month: "long", timeZone: "UTC", calendar: "gregory", numberingSystem: "latn" };
    const [known] = Intl.DateTimeFormat.supportedLocalesOf(`${lang}-NL`);
    span.textContent = known ? day.toLocaleDateString(known, shape) : section.dataset.day.slice(5).split("-").reverse().join("-");
    span.lang = lang;
    span.dir = known ? dir : "ltr";
  };
  // As many rows as fit from the first; in a window that scrolls all of them.
  const fill = (section, rows) => {
    if (first >= rows.length) first = 0;
    next = rows.length;
    rows.forEach((row, at) => (row.hidden = at < first));
    if (!wide.matches) return (first = 0);
    rows.forEach((row, at) => at > first && (row.hidden = true));
    for (let at = first + 1; at < rows.length; at++) {
      rows[at].hidden = false;
      if (section.scrollHeight > section.clientHeight + 1) {
        rows[at].hidden = true;
        next = at;
        break;
      }
    }
  };
  const show = () => {
    const [day, time] = now();
    document.body.classList.toggle("live", wide.matches);
    clock.textContent = time;
    const days_on = (section) => Math.round((new Date(section.dataset.day) - new Date(day)) / 864e5);
    const moment = (section) => minutes(time) - days_on(section) * DAY;
    const left = (section) => find(".ev", section).filter((row) => hours(row)[1] > moment(section));
    const today = days.find((one) => !days_on(one)), list = today && today.querySelector("ol");
    // What began before midnight and still goes on comes along.
    for (const before of days)
      if (list && days_on(before) == -1)
        for (const row of left(before).reverse()) {
          row.dataset.late = "";
          list.prepend(row);
        }
    stale = !today;
    const shown = today && (left(today)[0] ? today : days.find((one) => days_on(one) > 0 && left(one)[0]) || today);
    for (const mark of find(".mark", screen)) mark.remove();
    for (const one of find("section", screen)) one.hidden = one != (shown || screen.querySelector("section.ask"));
    for (const name of ["evening", "off", "moved"]) for (const one of find(`.w.${name}`, screen)) word(name, one);
    for (const one of find("section.ask b, .none", screen)) word("ask", one);
    if (!shown) return;
    word(["today", "tomorrow"][days_on(shown)] || "", shown.querySelector("h2 b"));
    dated(shown);
    const rows = left(shown), at = moment(shown), soon = rows.map((row) => hours(row)[0]).find((from) => from > at);
    for (const row of find(".ev", shown)) {
      const [from] = hours(row), on = from <= at, off = row.matches(".no");
      row.hidden = !rows.includes(row);
      row.classList.toggle("on", on && !off);
      if (off || !(on || (shown == today && from == soon))) continue;
      const mark = document.createElement("span");
      mark.className = on ? "mark" : "mark soon";
      word(on ? "now" : "next", mark);
      row.firstElementChild.append(mark);
    }
    fill(shown, rows);
  };
  const fresh = async () => {
    asked = Date.now();
    const reply = await fetch(location.href.split("#")[0], { cache: "no-store" });
    const page = reply.ok && new DOMParser().parseFromString(await reply.text(), "text/html");
    const [made] = page ? find(".screen", page) : [];
    if (!made || made.dataset.built < screen.dataset.built) return;
    const script = (where) => find("script[src]", where)[0].getAttribute("src");
    if (script(page) != script(document)) return location.reload();
    screen.replaceWith(document.adoptNode(made));
    load();
    show();
  };
  const step = () => {
    if (!paused) {
      const panels = first || next < find("section:not([hidden]) .ev", screen).length;
      first = next;
      turn++;
      if (panels && wide.matches && !still.matches) screen.animate({ opacity: [0.3, 1] }, 800);
    }
    show();
    if (Date.now() - asked > (stale ? SOON : HOUR)) fresh().catch(() => {});
  };
  const hold = () => button.setAttribute("aria-pressed", (paused = !paused));
  const awake = () => wide.matches && navigator.wakeLock && navigator.wakeLock.request("screen").catch(() => {});
  clock.hidden = button.hidden = false;
  button.onclick = hold;
  addEventListener("keydown", (event) => {
    if (event.key != " " || event.target.closest("a, button, summary")) return;
    event.preventDefault();
    hold();
  });
  document.addEventListener("visibilitychange", awake);
  wide.onchange = onresize = show;
  load();
  show();
  awake();
  setInterval(step, PANEL);
}
