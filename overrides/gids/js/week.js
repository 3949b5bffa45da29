// with wijk.js
// A page kept by the phone, or a site that was not rebuilt, may be older than today: mark the days as they are for the reader.
{
  const today = new Date().toLocaleDateString("sv", { timeZone: "Europe/Amsterdam" });
  const marks = document.querySelector("template");
  for (const part of document.querySelectorAll("[data-day]")) {
    const { day } = part.dataset, leaf = document.querySelector(`.days [href="#${part.id}"]`);
    for (const one of [part, leaf]) one && one.classList.toggle("past", day < today);
    if (leaf && day == today) leaf.setAttribute("aria-current", "date");
    else if (leaf) leaf.removeAttribute("aria-current");
    part.querySelectorAll(".now").forEach((mark) => mark.remove());
    const mark = marks && marks.content.children[+(day < today)];
    if (mark && day <= today) part.querySelector("h1, h2").append(" ", mark.cloneNode(true));
  }
}
