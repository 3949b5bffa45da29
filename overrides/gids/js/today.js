// A page kept by the phone, or a site that was not rebuilt, may be older than today: mark the day that it is for the reader.
{
  const now = new Date(), two = (number) => String(number).padStart(2, "0");
  const today = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  const mark = document.querySelector(".now"), day = document.querySelector(`[data-day="${today}"]`);
  if (mark && !(day && day.contains(mark))) mark.remove();
  for (const leaf of document.querySelectorAll(".days a")) leaf.removeAttribute("aria-current");
  if (day) {
    document.querySelector(`.days [href="#${day.id}"]`).setAttribute("aria-current", "date");
    if (mark) day.querySelector("h2").append(" ", mark);
  }
}
