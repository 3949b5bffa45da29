// The street map. Nobody is asked for anything before the click; then Leaflet of this site, and the one host that the page names.
{
  const part = document.querySelector("#s"), [button] = part.getElementsByTagName("button"), box = part.lastElementChild;
  const { lib, tiles, credit, page } = part.dataset, words = part.dataset;
  const make = (tag, facts) => Object.assign(document.createElement(tag), facts);
  const load = (tag, facts) => new Promise((onload, onerror) => document.head.append(make(tag, { ...facts, onload, onerror })));
  const sorry = (fault) => (part.querySelector("[role=status]").hidden = !fault);

  const show = () => {
    // Leaflet would put an empty picture in tiles that leave, which the policy of the page forbids: they just leave.
    const Tiles = L.TileLayer.extend({ _removeTile: L.GridLayer.prototype._removeTile, _abortLoading() {} });
    const calm = { zoomAnimation: false, fadeAnimation: false, markerZoomAnimation: false };
    const map = L.map(box, { ...calm, zoomControl: false, scrollWheelZoom: false, minZoom: 9, maxZoom: 19 });
    const named = make(page ? "a" : "span", { textContent: credit });
    if (page) named.href = page;
    map.attributionControl.setPrefix(false);
    new Tiles(tiles, { maxZoom: 19, attribution: named.outerHTML }).on("tileload tileerror", (event) => sorry(event.error)).addTo(map);
    L.control.zoom({ position: "bottomleft", zoomInTitle: words.in, zoomOutTitle: words.out }).addTo(map);

    const items = [...document.querySelectorAll("[data-at]")], point = (item) => item.dataset.at.split(",");
    map.fitBounds(items.map(point), { padding: [40, 40], maxZoom: 17 });
    for (const item of items) {
      const name = item.querySelector("h3"), number = item.querySelector("text");
      const said = make("div", { dir: document.dir });
      said.append(...[...name.cloneNode(true).childNodes], ...[...item.querySelectorAll(".soft")].map((one) => one.cloneNode(true)));
      const icon = L.divIcon({ className: "spin", iconSize: [44, 44], html: make("b", { textContent: number ? number.textContent : "•" }) });
      const mark = L.marker(point(item), { icon }).addTo(map).bindPopup(said, { maxWidth: Math.min(280, box.clientWidth - 72), autoPanPadding: [8, 8] });
      const knob = mark.getElement(), foreign = name.querySelector("[lang]");
      knob.setAttribute("aria-label", name.textContent);
      if (foreign) knob.lang = foreign.lang;
      mark.on("popupopen", ({ popup }) => {
        const shut = popup.getElement().querySelector(".leaflet-popup-close-button");
        shut.setAttribute("aria-label", words.shut);
        (said.querySelector("a") || shut).focus({ preventScroll: true });
      });
      mark.on("popupclose", () => knob.focus({ preventScroll: true }));
    }
    box.addEventListener("keydown", (event) => event.key === "Escape" && map.closePopup());
    box.focus({ preventScroll: true });
  };

  part.hidden = false;
  button.onclick = () => {
    button.hidden = true;
    box.hidden = false;
    // Beside a long list the drawing goes along; with a street map under it, it is too high for that.
    part.parentElement.classList.add("street-open");
    const styles = ["leaflet.css", "street.css"].map((name) => load("link", { rel: "stylesheet", href: lib + name }));
    Promise.all([...styles, load("script", { src: lib + "leaflet.js" })]).then(show).catch(() => {
      box.hidden = true;
      button.hidden = false;
      sorry(true);
    });
  };
}
