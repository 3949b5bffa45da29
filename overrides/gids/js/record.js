// Share, read aloud and print: each button appears only where this browser can do it.
(() => {
  const [share, read, paper] = document.querySelectorAll("button")
  const offer = (button, able, act) => {
    button.hidden = !able
    button.onclick = act
  }
  const talk = window.speechSynthesis
  const voice = (lang) => talk.getVoices().find((one) => one.lang.startsWith(lang))
  // Each block by a voice of its own language; where there is none it stays unread, rather than be spoken wrongly.
  const aloud = () => {
    if (talk.speaking) return talk.cancel()
    for (const one of document.querySelectorAll("main :is(h1,p,dt,dd,li):not(:has(p,ul))")) {
      const said = new SpeechSynthesisUtterance(one.innerText)
      if (said.voice = voice(one.closest("[lang]").lang)) talk.speak(said)
    }
  }
  const look = () => offer(read, voice(document.documentElement.lang), aloud)
  offer(paper, 1, () => print())
  // A page opened from disk has no address to share.
  offer(share, navigator.share && location.host, () => navigator.share({ url: location.href }))
  if (!talk) return
  // Many browsers know their voices only a moment later.
  talk.onvoiceschanged = look
  look(onpagehide = () => talk.cancel())
})()
