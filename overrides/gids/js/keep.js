// Keep a neighbourhood on this phone. The worker is registered at the first request, and goes with the last thing kept.
(async () => {
  const find = (id) => document.getElementById(id), show = (id, yes) => (find(id).hidden = !yes);
  const say = (id, text) => (find(id).querySelector("i").textContent = text);
  const { key, worker } = find("keep").dataset;
  const script = new URL(worker, location), root = new URL(".", script).href;
  const named = `${root}#${key}`, bar = document.querySelector("progress");
  const kB = (bytes) => Math.ceil(bytes / 1e4) * 10;
  const workers = navigator.serviceWorker;

  const what = async () => {
    if (!(await caches.has(named))) return;
    const cache = await caches.open(named), note = await cache.match(root + "bewaard.json");
    return note && note.json();
  };
  const look = async () => {
    const note = await what();
    if (note) say("kept", note.saved);
    show("kept", note);
    show("save", !note);
    show("again", note);
    show("drop", note);
    show("cost", !note && list);
    show("busy");
    show("do", note || list);
    show("failed", !note && !list);
    return note;
  };
  // Ask the worker, and hear from it until it is done.
  const keep = async () => {
    show("do");
    show("failed");
    show("busy", 1);
    bar.removeAttribute("value");
    let well;
    try {
      const { active } = await workers.register(script).then(() => workers.ready);
      if (navigator.storage && navigator.storage.persist) navigator.storage.persist();
      well = await new Promise((give) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = ({ data }) => {
          if (data.total) {
            bar.max = data.total;
            bar.value = data.done;
          } else give(data.note);
        };
        active.postMessage(key, [port2]);
      });
    } catch {}
    await look();
    show("failed", !well);
    if (!well) await tidy();
  };
  const tidy = async () => {
    if ((await caches.keys()).some((name) => name.startsWith(root + "#"))) return;
    const mine = await workers.getRegistration(root);
    if (mine && mine.scope == root) await mine.unregister();
  };

  let list;
  try {
    // a page from disk, a private window and an old browser have no place to keep things
    if (!workers || !location.host || !(await caches.keys())) return;
    list = await fetch(new URL(`bewaar/${key}.json`, root), { cache: "no-cache" }).then((answer) => answer.ok && answer.json(), () => 0);
    if (list) {
      say("cost", kB(list.size));
      say("left", list.left);
      show("left", list.left);
    }
    find("save").onclick = find("again").onclick = keep;
    find("drop").onclick = async () => {
      await caches.delete(named);
      await tidy();
      await look();
    };
    const note = await look();
    show("never");
    // what is kept is brought up to date by who opens this page
    if (note && list && Object.keys(list.files).some((path) => list.files[path] != note.files[path])) await keep();
  } catch {
    show("never", 1);
  }
})();
