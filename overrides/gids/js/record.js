// Share, read aloud, print: a button appears only where this browser can do it. What sharing and reading take is fetched at
// the first press (90-speak.js).
{
  const [share, read, paper] = document.querySelectorAll(".act button")
  const { speechSynthesis: talk, navigator: phone } = window
  const offer = (button, path, act) => {
    button.innerHTML = `<svg viewBox="0 0 24 24" aria-hidden="true"><path d="${path}"/></svg>` + button.innerHTML
    button.hidden = 0
    button.onclick = act || (() => {
      // iOS lets a page speak only from the press itself: nothing is said now, the rest when its script is there.
      if (button == read) talk.speak(new SpeechSynthesisUtterance(""))
      read.pressed = button
      document.head.append(Object.assign(document.createElement("script"), { src: read.dataset.js, onerror: () => button.hidden = 1 }))
    })
  }
  // A page opened from disk has no address to share.
  if (location.host && (phone.share || phone.clipboard)) offer(share, "M12 15V3M8 7l4-4 4 4M5 12v8h14v-8")
  offer(paper, "M7 9V3h10v6M7 17H4V9h16v8h-3M7 14h10v7H7z", () => print())
  // Many browsers know their voices only a moment later.
  const look = () => {
    if (!read.hidden || !talk.getVoices().some((one) => one.lang.split(/[-_]/)[0] == document.documentElement.lang)) return
    read.setAttribute("aria-pressed", false)
    offer(read, "M4 9h4l4-4v14l-4-4H4zM15 9q3 3 0 6M18 6q6 6 0 12")
  }
  if (talk) look(talk.onvoiceschanged = look)
}
