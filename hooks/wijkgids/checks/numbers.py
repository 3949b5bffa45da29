"""Numbers and addresses that are of one person, in any text of a file: also in a comment, also in a record with errors.

The file and its history are public for ever, so what is certain stops publishing. No message repeats what it found: logs
are public too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from wijkgids.checks.written import Sort, Written, key_of
from wijkgids.problems import Problem, say

_RUN = re.compile(r"\d(?:[ .()/-]{0,3}\d){7,}")  # eight digits or more, as people group them: all below have such a run
# 06, +31 6, 0031 (0)6 and eight digits (Dutch numbering plan: 06 is mobile).
_MOBILE = re.compile(
    r"(?<![\d+])(?<!\d[.:/-])(?:(?:\+|00)31[ .-]{0,2}(?:\(0\) ?|0)?|\(?0)\)?[ .()-]{0,2}6\)?(?:[ .-]{0,3}\d){8}(?!\d)"
)
_PHONE = re.compile(r"(?<![\d+])(?:(?:\+|00)31[ .-]{0,2}(?:\(0\) ?)?|0)[1-57-8]\d{0,2}\)?(?:[ .-]{0,3}\d){6,8}(?!\d)")
_NINE = re.compile(r"(?<![\d+,.€-])(?<![\d] )(?<!€ )\d(?:[ .-]?\d){8}(?![\d%]|[ .,:/-]\d)")
_DATE = re.compile(r"(?<!\d)(?:\d{1,2}[-/.]\d{1,2}[-/.]\d{4}|\d{4}[-/.]\d{1,2}[-/.]\d{1,2})(?!\d)")
# Nine digits that pass the eleven-test and are of an organisation (RSIN, VAT) or a thing.
_OF_A_FIRM = re.compile(r"\b(?:rsin|anbi|btw|fiscaal|kvk|kamer van koophandel|isbn|ordernummer|artikelnummer|bestelnummer)\b", re.IGNORECASE)  # fmt: skip
_OF_A_PERSON = re.compile(r"\b(?:bsn|burgerservice\w*|sofi\w*)\b", re.IGNORECASE)
_IBAN = re.compile(r"(?<![A-Za-z0-9])(?:[Nn][Ll]\d{2}[ .-]?[A-Za-z]{4}(?:[ .-]?\d){10}|[A-Z]{2}\d{2}(?:[ .-]?[A-Z0-9]{4}){2,7}(?:[ .-]?[A-Z0-9]{1,3})?)(?![A-Za-z0-9])")  # fmt: skip
_MAIL = re.compile(r"[\w.+%-]{1,64}@((?:[\w-]{1,63}\.)+[\w-]{1,63})")
_PRIVATE_MAIL = re.compile(
    r"(?:gmail|googlemail|hotmail|outlook|live|msn|yahoo|ymail|icloud|me|mac|aol|gmx|proton|protonmail|pm|mail|zoho|ziggo|kpnmail"
    r"|kpnplanet|planet|hetnet|xs4all|upcmail|upc|chello|home|casema|quicknet|telfort|tele2|solcon|caiway|online|onsbrabantnet"
    r"|zeelandnet|zonnet|wanadoo|freeler|tiscali|delta|glasoperator|online|tutanota|tuta|yandex|web|libero|orange|mynet|ukr)"
    r"\.(?:nl|com|net|be|de|fr|org|ch|me|eu|tr|com\.tr|it|ru|io|co\.uk)",
    re.IGNORECASE,
)
_GROUP = "Zet het nummer van de groep in 'contact'. Is het van één mens? Haal het weg: wat hier staat, is openbaar en blijft dat."


def numbers(page: Written) -> Iterator[Problem]:
    """Mobile numbers, citizen service numbers, bank accounts and private mail in the texts of a file."""
    text = page.joined
    if "@" in text:
        yield from _mails(page)
    if _RUN.search(text) is None:
        return
    said: list[Problem] = []

    def hide(found: re.Match[str]) -> str:
        problem = _number(page, found)
        if problem is None:
            return found[0]
        said.append(problem)
        return "x" * len(found[0])

    for pattern in (_IBAN, _MOBILE, _NINE, _PHONE):
        text = pattern.sub(hide, text)  # what was said of a number is not said again by the next
    yield from said


def is_private_mail(address: str) -> bool:
    """Whether a mail address is at a host where people have their own, such as gmail.com."""
    return _PRIVATE_MAIL.fullmatch(address.rsplit("@", 1)[-1]) is not None


def passes_eleven_test(digits: str) -> bool:
    """The test of a citizen service number: nine digits, weights 9 to 2 and -1, a sum that 11 divides (and not nothing)."""
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    total = sum(weight * int(digit) for weight, digit in zip(weights, digits, strict=True))
    return total % 11 == 0 and int(digits) > 0


def _number(page: Written, found: re.Match[str]) -> Problem | None:
    index = page.at(found.start())
    if found.re is _IBAN:
        if not _is_iban(found[0]):
            return None
        cure = "Haal het weg. Wie geld wil geven, vraagt het de groep of kijkt op de website."
        return page.problem(index, "een rekeningnummer (IBAN)", "geen rekeningnummer", cure, "rekeningnummer")
    if _DATE.search(found[0]):
        return None
    if found.re is _MOBILE:
        return page.problem(
            index, "een mobiel nummer in een tekst", "geen nummer in een tekst", _GROUP, "mobiel-in-tekst"
        )
    if found.re is _NINE:
        if not _is_citizen(page.joined[max(page.start(index), found.start() - 60) : found.end() + 30], found[0]):
            return None
        cure = "Haal het meteen weg en zeg het de beheerder: dit nummer mag nergens staan."
        said = "negen cijfers die een burgerservicenummer kunnen zijn"
        return page.problem(index, said, "geen nummer van een mens", cure, "burgerservicenummer")
    if page.sort(index) is Sort.PROSE:
        cure = "Zet het in 'contact': dan kan iemand erop tikken, en staat het goed in elke taal."
        return page.problem(index, "een telefoonnummer in een tekst", "een nummer bij 'contact'", cure, "contact-in-tekst", mild=True)  # fmt: skip
    return None


def _is_citizen(around: str, found: str) -> bool:
    digits = re.sub(r"\D", "", found)
    separators = set(re.sub(r"\d", "", found))
    if _OF_A_FIRM.search(around):
        return False
    if _OF_A_PERSON.search(around):  # also with a mistake in it
        return True
    # One sort of separator and groups of two digits or more: else it is a list of numbers.
    groups = re.split(r"\D", found)
    if len(separators) > 1 or (len(groups) > 1 and min(map(len, groups)) < 2) or digits.startswith("00"):
        return False
    return passes_eleven_test(digits)


def _is_iban(found: str) -> bool:
    """A Dutch account number by its shape, another by its check digits (ISO 13616: the remainder by 97 is 1)."""
    sign = re.sub(r"[ .-]", "", found).upper()
    if sign.startswith("NL") and len(sign) == 18:
        return True
    return 15 <= len(sign) <= 34 and int("".join(str(int(one, 36)) for one in sign[4:] + sign[:4])) % 97 == 1


def _mails(page: Written) -> Iterator[Problem]:
    for found in _MAIL.finditer(page.joined):
        index = page.at(found.start())
        if is_private_mail(found[0]):
            cure = "Zet het adres van de groep in 'contact'. Is het van één mens? Haal het weg: wat hier staat, is openbaar en blijft dat."  # fmt: skip
            said = say("een mailadres bij {host} in een tekst", host=found[1].lower())
            yield page.problem(index, said, "geen mailadres in een tekst", cure, "privemail-in-tekst")
        elif page.sort(index) is Sort.PROSE and key_of(page.path(index)) != "email":
            cure = "Zet het in 'contact': dan kan iemand erop tikken, en staat het goed in elke taal."
            yield page.problem(index, "een mailadres in een tekst", "een adres bij 'contact'", cure, "contact-in-tekst", mild=True)  # fmt: skip
