// What a reader chose for the little folder stands in the address (#m=…) and goes along over the guide: only then is the
// script asked for that sees to it.
if (/\bm=/.test(location.hash)) document.head.append(Object.assign(document.createElement("script"), { src: new URL("@carry.js", document.currentScript.src) }));
