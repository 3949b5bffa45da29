// The pages that a reader asked to keep, for when there is no internet. It is registered only at that request
// (js/keep.js), does no more than this, and where it fails the browser goes to the network as if it were not there.
const scope = registration.scope;
const at = (path) => new URL(path, scope).href;
// What is known of a kept neighbourhood, and its pages in one packed file. Both stand in the cache only.
const NOTE = at("bewaard.json"), PACK = at("bewaard.bin");
const TYPES = { html: "text/html;charset=utf-8", css: "text/css", js: "text/javascript", svg: "image/svg+xml", json: "application/json" };
const DAY = 864e5;
const PATIENCE = 3000;

const as = (path, body) => new Response(body, { headers: { "content-type": TYPES[path.split(".").pop()] } });
const get = async (path) => {
  const answer = await fetch(at(path), { cache: "no-cache" });
  if (!answer.ok) throw new Error(`${answer.status} ${path}`);
  return answer;
};

// Each neighbourhood and language has a cache of its own; the one last looked at goes first. Other sites may live on
// the same host, so a name begins with our address.
const named = (key) => `${scope}#${key}`;
const all = async () => {
  const found = [];
  for (const name of await caches.keys()) {
    const cache = name.startsWith(named("")) && (await caches.open(name));
    const note = cache && (await cache.match(NOTE));
    if (note) found.push({ key: name.slice(named("").length), cache, note: await note.json() });
  }
  return found.sort((one, other) => other.note.looked - one.note.looked);
};

// The packed file is kept as it came, and opened once in the life of this worker. Some hosts unpack it on the way.
const opened = {};
const unpack = async (pack) => {
  const bytes = await pack.arrayBuffer(), plain = new Uint8Array(bytes)[0] == "{".charCodeAt();
  return new Response(plain ? bytes : new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).json();
};
const packed = async ({ key, cache, note }) => {
  if ((opened[key] || {}).looked != note.looked) {
    const pack = await cache.match(PACK);
    opened[key] = { looked: note.looked, files: pack ? await unpack(pack) : {} };
  }
  return opened[key].files;
};
// The text of a kept page: one that changed since it was packed stands beside the pack.
const read = async (one, url) => {
  const path = url.slice(scope.length);
  if (!(path in one.note.files)) return;
  const newer = await one.cache.match(url);
  return newer ? newer.text() : (await packed(one))[path];
};

// Keep a neighbourhood, or bring it up to date: only what changed is asked for. `tell` hears how far it is.
const busy = {};
const keep = (key, tell = () => {}) => (busy[key] = busy[key] || fill(key, tell).finally(() => delete busy[key]));
const fill = async (key, tell) => {
  const list = await (await get(`bewaar/${key}.json`)).json();
  const before = (await all()).find((one) => one.key == key), known = before ? before.note.files : {};
  const cache = await caches.open(named(key));
  try {
    const paths = Object.keys(list.files), changed = paths.filter((path) => known[path] != list.files[path]);
    const total = changed.length;
    // of many pages the pack is lighter; a browser or a host that cannot do that gets them one by one
    if (total * 3 > paths.length && (await whole(key, list, cache, tell))) changed.length = 0;
    const lane = async () => {
      while (changed.length) {
        const path = changed.pop();
        await cache.put(at(path), as(path, await (await get(path)).blob()));
        tell({ done: total - changed.length, total });
      }
    };
    await Promise.all([lane(), lane(), lane(), lane()]);
    for (const { url } of await cache.keys())
      if (url != NOTE && url != PACK && !(url.slice(scope.length) in list.files)) await cache.delete(url);
    const note = { ...list, saved: list.day || digits(new Date()), looked: Date.now() };
    await cache.put(NOTE, new Response(JSON.stringify(note)));
    return note;
  } catch (error) {
    // half a neighbourhood is none
    if (!before) await caches.delete(named(key));
    throw error;
  }
};
const whole = async (key, list, cache, tell) => {
  try {
    const reader = (await get(`bewaar/${key}.bin`)).body.getReader(), parts = [];
    for (let done = 0, part; !(part = await reader.read()).done; tell({ done, total: list.size })) {
      parts.push(part.value);
      done += part.value.length;
    }
    const pack = new Blob(parts), files = await unpack(pack), paths = Object.keys(list.files);
    if (!paths.every((path) => path in files)) return false;
    await cache.put(PACK, new Response(pack));
    for (const { url } of await cache.keys()) if (url != NOTE && url != PACK) await cache.delete(url);
    // styles and scripts are asked for at each page, so they lie ready
    for (const path of paths) if (path.startsWith("assets/")) await cache.put(at(path), as(path, files[path]));
    return true;
  } catch (error) {
    if (error.name == "QuotaExceededError") throw error;
    return false;
  }
};
const digits = (day) => [day.getDate(), day.getMonth() + 1, day.getFullYear()].map((one) => String(one).padStart(2, "0")).join("-");

// A kept page says so at its top, and since when.
const kept = async (url) => {
  for (const one of await all()) {
    const found = await read(one, url);
    if (found) return as("html", found.replace(/<main id="?i"?>/, (main) => main + one.note.line.replace("{dag}", one.note.saved)));
  }
};

// A page that was not kept: what is there instead, in its language if that is kept. Its links start where it stands.
// A short address on paper leads to its page.
const lost = async (url) => {
  const [lang, code] = url.slice(scope.length).split("/"), found = await all();
  const led = lang == "k" && found.map(({ note }) => note.codes[code]).find(Boolean);
  if (led) return Response.redirect(at(led));
  const one = found.find(({ note }) => note.lang == lang) || found.find(({ note }) => note.lang == "nl") || found[0];
  const from = at(one.note.lost), page = await read(one, from);
  return as("html", page.replace(/ (href|src)=("?)([^\s">]+)\2/g, (whole, name, _, link) => (link[0] == "#" ? whole : ` ${name}="${new URL(link, from).href}"`)));
};

// Once a day what is kept is brought up to date, when one of its pages is read over the network.
const daily = async (url) => {
  for (const { key, note } of await all())
    if (Date.now() - note.looked > DAY && url.slice(scope.length) in note.files && !(navigator.connection || {}).saveData) await keep(key);
};

// The network first (not what the browser itself may still have: that does not say how old it is); where it fails or is
// slow, what is kept.
const page = async (event, url) => {
  const network = fetch(event.request, { cache: "no-cache" });
  const late = new Promise((_, give) => setTimeout(give, PATIENCE));
  try {
    const answer = await Promise.race([network, late]);
    if (answer.status < 500) {
      event.waitUntil(daily(url).catch(() => {}));
      return answer;
    }
  } catch {}
  return (await kept(url)) || network.catch(() => lost(url));
};
// What a script of a page asks for: the text search, the little folder.
const data = async (request) => {
  try {
    return await fetch(request);
  } catch (error) {
    for (const one of await all()) {
      const found = await read(one, request.url);
      if (found) return as(request.url, found);
    }
    throw error;
  }
};
// A name with a hash never means anything else.
const asset = async (request) => (await caches.match(request.url)) || fetch(request);

addEventListener("fetch", (event) => {
  const { request } = event, url = request.url.replace(/[?#].*/, "");
  if (request.method != "GET" || !url.startsWith(scope)) return;
  let answer;
  if (request.mode == "navigate") answer = page(event, url.endsWith("/") ? `${url}index.html` : url);
  else if (url.startsWith(at("assets/"))) answer = asset(request);
  else if (/\/(zoekindex|stukje)\//.test(url)) answer = data(request);
  if (answer) event.respondWith(answer.catch(() => fetch(request)));
});
addEventListener("message", (event) => {
  const tell = (said) => event.ports[0].postMessage(said);
  event.waitUntil(keep(event.data, tell).then((note) => tell({ note }), () => tell({ failed: 1 })));
});
// A better worker takes the place of this one at once.
addEventListener("install", () => skipWaiting());
