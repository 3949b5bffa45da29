// Shares the page, and reads it aloud, each piece by a voice of its own language. Fetched when somebody asks for it.
{
  const button = document.querySelector("[data-js]"), share = document.querySelector(".act button")
  const phone = navigator, talk = window.speechSynthesis
  share.onclick = async () => {
    const url = location.href.split("#")[0] // without what the reader chose (#m=…)
    if (phone.share) return phone.share({ title: document.title, url }).catch(() => 0)
    // Where the phone cannot share, the address is copied, and said so.
    const said = document.querySelector("[role=status] span")
    said.hidden = 1
    await phone.clipboard.writeText(url)
    said.hidden = 0
  }
  const blocks = "h1, h2, h3, p, dt, dd, li, figcaption, .tel"
  // Controls, and what is said in a sentence too: the leaves of the calendar.
  const skipped = "button, audio, .btns > :not(.tel), .more, .dates, [hidden]"
  const voice = (lang) => {
    const all = talk.getVoices().filter((one) => one.lang.split(/[-_]/)[0] == lang)
    // A voice that is on the phone itself costs no data and does not stop halfway.
    return all.find((one) => one.localService) || all[0]
  }
  // A telephone number is said digit by digit, with a pause between its groups; times, dates and prices as they are.
  const numbers = /\+?\d(?:[\s-]?\d){8,}|\b0[89]00[\s-]?\d{4}\b|\b14 0\d\d\b|\b112\b/g
  const digits = (text) => text.replace(numbers, (number) => number.split(/[\s-]+/).map((group) => [...group].join(" ")).join(", "))
  // Some browsers stop after fifteen seconds: no piece is more than a sentence, and none more than 160 letters.
  const pieces = (text) => text.match(/.{1,160}?(?:[.!?።؟]+(?=\s|$)|$)|.{1,160}[,;:،፣](?=\s)|.{1,160}(?=\s)|.{1,160}/gs) || []
  // The words of a block itself and not of the blocks in it, in runs of one language.
  const runs = (block) => {
    const found = [], walk = document.createTreeWalker(block, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT)
    for (let node; node = walk.nextNode();) {
      const around = node.parentElement, last = found.at(-1)
      if (around.closest(blocks) != block || around.closest(skipped)) continue
      if (node.nodeName == "BR" && last) last[1] += ". "
      if (node.nodeType != 3) continue
      const lang = around.closest("[lang]").lang
      if (last && last[0] == lang) last[1] += node.data
      else found.push([lang, node.data])
    }
    return found
  }
  const all = () => {
    const found = []
    for (const block of document.querySelectorAll(`article :is(${blocks})`)) {
      for (const [lang, words] of runs(block)) {
        const text = digits(words.replace(/\s+/g, " ").trim())
        const end = block.matches("dt") ? ":" : /[\p{L}\p{N}]$/u.test(text) ? "." : ""
        for (const piece of pieces(text + end)) if (/[\p{L}\p{N}]/u.test(piece) && voice(lang)) found.push([lang, piece.trim()])
      }
      // What comes after the last check is about the guide.
      if (block.matches(".seen")) break
    }
    return found
  }
  let queue, at = 0, now
  const stop = (from) => {
    now = 0
    at = from
    button.setAttribute("aria-pressed", false)
    talk.cancel()
  }
  const next = () => {
    if (at >= queue.length) return stop(0)
    const [lang, text] = queue[at]
    // Kept by a name: some browsers throw away what they are saying.
    const said = now = new SpeechSynthesisUtterance(text)
    said.voice = voice(lang)
    said.lang = said.voice.lang
    said.onend = said.onerror = () => {
      if (said != now) return
      at++
      next()
    }
    talk.speak(said)
  }
  button.onclick = () => {
    if (now) return stop(0)
    queue = all()
    button.setAttribute("aria-pressed", true)
    next()
  }
  // A page out of sight is silent; the next press goes on where it was.
  addEventListener("visibilitychange", () => document.hidden && now && stop(at))
  addEventListener("pagehide", () => talk && talk.cancel())
  button.pressed.click()
}
