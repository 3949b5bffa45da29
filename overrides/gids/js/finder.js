// Choices in the address (so that a link or "back" keeps them), and a box for a word that forgives typing mistakes.
{
  const form = document.querySelector("form"), box = document.querySelector("#w"), word = box.firstElementChild;
  const rows = [...document.querySelectorAll(".found .list > li")], count = document.querySelector(".n i");
  const picks = [...form.querySelectorAll("select, [type=checkbox]")];
  const bare = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const split = (text) => bare(text).match(/[\p{L}\p{N}]+/gu) || [];
  const known = rows.map((row) => split(row.textContent + " " + (row.dataset.w || "")));

  // How many letters two words differ, counted against the start of the longer one.
  const apart = (typed, word) => {
    let before = [...Array(word.length + 1).keys()];
    for (let i = 1; i <= typed.length; i++) {
      const line = [i];
      for (let j = 1; j <= word.length; j++)
        line[j] = Math.min(before[j] + 1, line[j - 1] + 1, before[j - 1] + (typed[i - 1] !== word[j - 1]));
      before = line;
    }
    return Math.min(...before);
  };
  const fits = (typed, words) => {
    const most = typed.length > 7 ? 2 : typed.length > 3 ? 1 : 0;
    return words.some((word) => word.includes(typed) || (most && apart(typed, word) <= most));
  };
  const show = () => {
    const typed = split(word.value);
    rows.forEach((row, at) => (row.hidden = !typed.every((one) => fits(one, known[at]))));
    count.dataset.n = rows.filter((row) => row.offsetParent).length;
  };
  const state = () => picks.map((pick) => (pick.type ? (pick.type === "checkbox" ? pick.checked && pick.value : pick.value) : "")).filter(Boolean);
  const write = () => {
    history.replaceState(null, "", "#" + [...state(), ...(word.value ? ["~" + encodeURIComponent(word.value)] : [])].join(","));
    show();
  };
  const read = () => {
    const keys = decodeURIComponent(location.hash.slice(1)).split(",");
    for (const pick of picks)
      if (pick.type === "checkbox") pick.checked = keys.includes(pick.value);
      else pick.value = [...pick.options].map((one) => one.value).find((key) => key && keys.includes(key)) || "";
    word.value = (keys.find((key) => key[0] === "~") || "").slice(1);
    show();
  };
  box.hidden = false;
  form.addEventListener("input", write);
  form.addEventListener("reset", () => setTimeout(write));
  form.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("hashchange", read);
  read();
}
