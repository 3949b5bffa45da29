// Share, read aloud and print: each button appears only where this browser can do it.
(() => {
  const talk = window.speechSynthesis, page = document.querySelector("main")
  const offer = (name, able, act) => {
    const one = page.querySelector(`[data-do=${name}]`)
    if (able) { one.hidden = false; one.onclick = act }
  }
  const voice = (code) => talk.getVoices().find((one) => one.lang.startsWith(code))
  // Each block by a voice of its own language; where there is none it stays unread, rather than be spoken wrongly.
  const read = () => {
    if (talk.speaking) return talk.cancel()
    for (const one of page.querySelectorAll("h1, p, dt, dd:not(:has(p, ul)), li:not(:has(li, p))")) {
      const said = new SpeechSynthesisUtterance(one.innerText), own = one.firstElementChild
      const tongue = own && own.innerText == one.innerText ? own : one
      said.voice = voice(said.lang = tongue.closest("[lang]").lang)
      if (said.voice && !one.closest(".back, .btns")) talk.speak(said)
    }
  }
  const look = () => offer("read", voice(document.documentElement.lang), read)
  offer("print", 1, () => print())
  // A page opened from disk has no address to share.
  offer("share", navigator.share && location.protocol != "file:", () => navigator.share({ title: document.title, url: location.href }))
  if (!talk) return
  look()
  // Many browsers know their voices only a moment later.
  talk.onvoiceschanged = look
  onpagehide = () => talk.cancel()
})()
