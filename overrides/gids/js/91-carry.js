// What a reader chose for the little folder stands in the address (#m=…): links to other pages of the guide take it along.
{
  let kept;
  onpointerdown = onclick = ({ target }) => {
    const link = target.closest("a:not([lang])");
    kept = location.hash.match(/\bm=.*/) || kept;
    if (!kept || !link || link.href.split("/")[2] != location.host || link.pathname == location.pathname) return;
    const own = (link.own ??= link.hash), rest = own.replace(/\W*\bm=.*/, "");
    link.hash = own[1] == "m" && /mapje.html$/.test(link.pathname) ? kept[0].replace(/&|$/, `,${own.slice(3)}$&`) : (rest && rest + ",&") + kept;
  };
}
