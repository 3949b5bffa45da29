// Leave quickly, by the link or by Escape three times: the page goes blank at once, and neither "back" nor the site that
// comes next can tell that somebody was here. What the history kept before, no page can take away.
{
  const way = document.querySelector("#uit");
  let pressed = 0;
  const leave = () => {
    document.documentElement.innerHTML = "<meta name=referrer content=no-referrer>";
    location.replace(way);
    sessionStorage.uit = 1;
  };
  if (way) {
    way.onclick = (event) => leave(event.preventDefault());
    addEventListener("keydown", ({ key }) => (pressed = key == "Escape" ? pressed + 1 : 0) > 2 && leave());
    // Who comes back through the history of this tab leaves again; a page that was asked for stays.
    addEventListener("pageshow", ({ persisted }) => {
      if (!persisted && performance.navigation.type < 2) delete sessionStorage.uit;
      if (sessionStorage.uit) leave();
    });
  }
  // Choices in the address go along to another language.
  for (const tongue of document.querySelectorAll("header a[lang]")) tongue.onclick = () => (tongue.hash = location.hash);
}
