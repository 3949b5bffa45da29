// A short address leads on: to the language after #, else to the first of the reader's languages that is here, else Dutch.
{
  const ways = [...document.querySelectorAll("a[hreflang]")];
  const wanted = [location.hash.slice(1), ...(navigator.languages || [])].map((code) => code.toLowerCase().split("-")[0]);
  const way = wanted.map((code) => ways.find((one) => one.hreflang === code)).find(Boolean) || ways[0];
  location.replace(way.href);
}
