// with wijk.js
// A page kept by the phone, or a site that was not rebuilt, may be older than today. Then the day is named by its date, until
// the page of the reader's own day is here: its rows come instead.
{
  const find = (what, where = document) => where.querySelector(what), part = find("[data-day]");
  const day = new Date().toLocaleDateString("sv", { timeZone: "Europe/Amsterdam" }), way = `dag/${day}.html`;
  if (part.dataset.day != day) {
    const name = find("h2 span", part), [word, date] = name.childNodes;
    name.replaceChildren(...date.childNodes);
    const take = async () => {
      const html = await (await fetch(way)).text();
      const page = new DOMParser().parseFromString(html.replace(/(href="?)\.\.\//g, "$1"), "text/html");
      if (!find(`[data-day="${day}"]`, page)) return;
      const list = document.createElement("ul");
      list.className = "list";
      list.append(...page.querySelectorAll("[data-k]"));
      find(".list, .none", part).replaceWith(list.firstChild ? list : find(".none", page));
      date.textContent = page.title.split(" · ")[0];
      name.replaceChildren(word, date);
      find(".more", part).href = way;
    };
    take().catch(() => {});
  }
}
