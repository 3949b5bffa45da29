"""HTML as small as its standard allows: every page goes to a cheap phone, so quotes and end tags count."""

from __future__ import annotations

import functools
import re

_BLOCK = (
    r"(?:a(?:rticle|ddress|side)|blockquote|d[dlt]|details|div|fieldset|footer|form|h[1-6r]|header|link|li|main|meta|nav"
    r"|ol|p|script|section|style|summary|table|title|ul)\b"
)
# End tags that may be left out where what follows says the same (HTML, 13.1.2.4 "Optional tags").
_ENDS = re.compile(
    rf"</p>(?=<{_BLOCK}|</(?!a\b))|</li>(?=<li\b|</[uo]l>)|</d[dt]>(?=<d[dt]\b|</d)|</option>(?=<option\b|</)"
    r"|</body>\n?</html>"
)
_BREAKS = re.compile(rf"\n(?=</?{_BLOCK})|(?<=>)\n(?=<(?:/|body|head|!))")
_TAG = re.compile(r"<[a-z][^<>]*>")
# A value needs its quotes for a space, a quote, =, <, > or `, and at the end of a tag for a slash (13.1.2.3).
_VALUE = re.compile(r'="([^\s"\'`=<>]*[^\s"\'`=<>/])"(?!/)')


def slim(html: str) -> str:
    """The same document without needless breaks, quotes and end tags. Not for prose: its text may be preformatted."""
    html = _BREAKS.sub("", html)
    for _ in range(2):  # the end of a paragraph may stand before an end that goes
        html = _ENDS.sub("", html)
    return _TAG.sub(lambda tag: _bare(tag.group()), html)


@functools.lru_cache(maxsize=1 << 16)  # most tags stand on many pages
def _bare(tag: str) -> str:
    return _VALUE.sub(r"=\1", tag)
