"""The code of a language, and the code that was meant by its name."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from babel import Locale, UnknownLocaleError
from pydantic import ValidationInfo

from wijkgids.problems import say
from wijkgids.records.answers.nearest import parts, plain
from wijkgids.records.values.typed import refuse, refuse_with, text_of
from wijkgids.vocabulary import LanguageName

WANTED = "de code van een taal: nl, ar, tr, ti, uk …"
_CODE = re.compile(r"[a-z]{2,3}(-[A-Za-z]{2,8})?")

# Languages that are met in a Dutch neighbourhood: these need no look-up.
_USUAL = frozenset(
    code
    for row in (
        "nl en ar ary rif ber zgh tr ku ckb kmr fa prs ps ur ti am so uk ru pl bg ro hu pt es fr de it srn pap tw zh",
        "hi vi el hy sq bs hr sr bn pa ta te id jv fy li yo ha ln sw om rw tl th lo km my ne si mn ka az kk uz he yi",
    )
    for code in row.split()
)
# What people call a language, where CLDR's Dutch and English names differ from it.
_CALLED = {
    **dict.fromkeys(("farsi", "perzisch", "persian"), "fa"),
    **dict.fromkeys(("dari", "afghaans"), "prs"),
    **dict.fromkeys(("eritrees", "tigrigna", "tigrinya"), "ti"),
    **dict.fromkeys(("ethiopisch",), "am"),
    **dict.fromkeys(("oekrains", "ua"), "uk"),
    **dict.fromkeys(("marokkaans", "darija"), "ary"),
    **dict.fromkeys(("berber", "berbers"), "ber"),
    **dict.fromkeys(("tamazight",), "zgh"),
    **dict.fromkeys(("riffijns", "tarifit"), "rif"),
    **dict.fromkeys(("syrisch", "arabish"), "ar"),
    **dict.fromkeys(("koerdisch", "kurmanci"), "ku"),
    **dict.fromkeys(("sorani",), "ckb"),
    **dict.fromkeys(("surinaams", "sranan"), "srn"),
    **dict.fromkeys(("papiamento", "papiamentu"), "pap"),
    **dict.fromkeys(("pasjtoe", "pashto"), "ps"),
    **dict.fromkeys(("mandarijn",), "zh"),
    **dict.fromkeys(("kantonees",), "yue"),
    **dict.fromkeys(("ghanees",), "tw"),
    **dict.fromkeys(("slowaaks",), "sk"),
    **dict.fromkeys(("vlaams",), "nl"),
    **dict.fromkeys(("servokroatisch",), "sr"),
    **dict.fromkeys(("filipijns",), "tl"),
    **dict.fromkeys(("gb", "uk engels"), "en"),
}


def language(value: Any, info: ValidationInfo) -> str:
    """The code of a language that exists (ISO 639, as CLDR and the guide's vocabulary know it)."""
    text = text_of(value)
    own = getattr(info.context, "languages", {})
    if _CODE.fullmatch(text) and (text in _USUAL or text in own or text.split("-")[0] in _USUAL or _exists(text)):
        return text
    raise _answer(text, own)


def meant_language(text: str, own: dict[str, LanguageName]) -> str | None:
    """The code of a language from its name in Dutch, English or itself; None when it is not known."""
    word = plain(text)
    names = (
        _names()
        | {plain(one.name): key for key, one in own.items()}
        | {plain(one.own): key for key, one in own.items()}
    )
    found = names.get(word) or names.get(word.removesuffix("e")) or names.get(word.removesuffix(" taal"))
    return found or (text.lower() if text.lower() in _USUAL else None)


def _answer(text: str, own: dict[str, LanguageName]) -> Exception:
    if found := meant_language(text, own):
        return refuse_with("taal", WANTED, found)
    several = [meant_language(part, own) for part in parts(text)]
    if len(several) > 1 and all(several):
        return refuse_with("taal", WANTED, f"[{', '.join(map(str, several))}]")
    if re.fullmatch(r"[A-Za-z]{2,3}", text):
        return refuse(
            "taal", WANTED, say("De code '{code}' bestaat niet. Zoek ISO 639 met de naam van de taal.", code=text)
        )
    return refuse("taal", WANTED, "Kijk in CONTRIBUTING.md bij 'talen' voor de code.")


@cache
def _names() -> dict[str, str]:
    found: dict[str, str] = {}
    for locale in ("en", "nl"):
        found |= {plain(name): code.replace("_", "-") for code, name in Locale(locale).languages.items()}
    for code in sorted(_USUAL):
        try:
            name = Locale.parse(code).get_display_name(code)
        except (UnknownLocaleError, ValueError):
            continue
        found |= {plain(name): code} if name else {}
    return found | _CALLED


def _exists(code: str) -> bool:
    known = Locale("nl").languages
    return code in known or code.replace("-", "_") in known or code.split("-")[0] in known
