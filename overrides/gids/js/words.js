// A box for the word in a letter. It need not be spelled well: what sounds like it stays.
{
  const main = document.querySelector("main"), form = document.querySelector("#z"), field = form.querySelector("input");
  const none = form.querySelector("span"), rows = [...document.querySelectorAll(".az a")];
  // Letters that sound alike in Dutch become one.
  const sounds = [[/ij|ei|ey|y/g, "i"], [/au|ou/g, "o"], [/oe|u/g, "u"], [/sch|sg|sk/g, "s"], [/ch|k|q|c/g, "g"], [/ph|v|w/g, "f"], [/z/g, "s"], [/d/g, "t"], [/(.)\1+/g, "$1"]];
  const sound = (text) => sounds.reduce((now, [from, to]) => now.replace(from, to), text.normalize("NFD").toLowerCase().replace(/[^a-z0-9]/g, ""));
  const pairs = (text) => [...text].slice(1).map((letter, at) => text[at] + letter);
  // How much two words have in common, from 0 to 1 (Dice, on pairs of letters).
  const alike = (one, other) => (2 * pairs(one).filter((pair) => pairs(other).includes(pair)).length) / (one.length + other.length - 2);
  const known = rows.map((row) => sound(row.textContent));
  const show = () => {
    const typed = sound(field.value);
    main.classList.toggle("typed", !!typed);
    rows.forEach((row, at) => {
      const word = known[at];
      row.hidden = !(word.includes(typed) || (typed.length > 3 && (typed.includes(word) || alike(typed, word) > 0.5)));
    });
    for (const part of document.querySelectorAll(".az li")) part.hidden = !part.querySelector("a:not([hidden])");
    none.hidden = rows.some((row) => !row.hidden);
  };
  field.oninput = show;
  form.onsubmit = () => false;
  form.hidden = false;
  // A browser may keep what was typed when one comes back.
  addEventListener("pageshow", show);
}
