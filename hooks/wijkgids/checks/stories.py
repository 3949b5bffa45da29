"""Texts that tell what happened to one person: a client's story. Patterns, so advice; no message repeats what it found."""

from __future__ import annotations

import re
from collections.abc import Iterator

from wijkgids.checks.written import Written
from wijkgids.problems import Problem

_WHO = r"[Hh]ij|[Zz]e|[Zz]ij|[Mm]evrouw(?: [A-Z][\w.’'-]*)?|[Mm]eneer(?: [A-Z][\w.’'-]*)?"
_SOMEONE = r"(?:\w+ )?(?:vrouw|man|jongen|meisje|moeder|vader|buurvrouw|buurman|bewoner|bewoonster|gezin)"
_HARD = (
    "schulden|schuld|verslaafd|verslaving|depressief|depressie|psychose|psychotisch|mishandeld|mishandeling|gescheiden|scheiding"
    "|ontslagen|zwanger|illegaal|ongedocumenteerd|uitgezet|huisuitzetting|ziek|kanker|dement|dementie|verkracht|misbruikt"
    "|misbruik|geslagen|bijstand|uitkering|dakloos|gevangenis|zelfmoord|suïcidaal|overleden|alcohol|drugs|verblijfsvergunning"
    "|jeugdzorg|hiv|schizofreen|schizofrenie|autisme|autistisch|borderline|besnijdenis|uitgehuwelijkt|eerwraak|opgenomen"
)
_CLIENT = r"(?:cliënte?|client|patiënte?)"
# What happened, by the words without which a text cannot say it: only a text that has one is searched.
_STORIES: tuple[tuple[frozenset[str], re.Pattern[str]], ...] = (
    (
        frozenset({"cliënt", "cliënte", "client", "patiënt", "patiënte"}),
        re.compile(
            rf"(?<![\w-])(?:[Mm]ijn|[Oo]nze) {_CLIENT}(?!\w)|(?<![\w-])(?:[Ee]en|[Dd]ie|[Dd]eze) (?:\w+ )?{_CLIENT}"
            r" (?:van (?:mij|ons)|is|was|heeft|had|kwam|wil|wilde|die|met|uit|zegt|zei|vertelde|kreeg)\b"
        ),
    ),
    (
        frozenset(_HARD.split("|")),
        re.compile(
            rf"(?<![\w-])(?:{_WHO}|(?:[Dd]eze|[Dd]ie|[Ee]en) {_SOMEONE})"
            r" (?:is|was|heeft|had|zit|zat|kampt|lijdt|werd|wordt|kreeg|raakte|komt|kwam|ligt|lag|drinkt|gebruikt)"
            rf"(?![^.!?\n]* (?:verstand|ervaring|kennis) )\b[^.!?\n]{{0,60}}?\b(?:{_HARD})\b"
        ),
    ),
    (
        frozenset({"haar", "ex", "echtgenote", "schulden", "uitkering"}),
        re.compile(
            r"(?<![\w-])(?:[Hh]aar (?:man|ex|ex-man|vriend|echtgenoot|schulden|uitkering)"
            r"|[Zz]ijn (?:ex|ex-vrouw|echtgenote|schulden|uitkering))(?![\w-])"
        ),
    ),
    (
        frozenset({"kwam", "belde", "klopte", "vertelde", "huilde", "vluchtte", "verloor", "durfde"}),
        re.compile(
            rf"(?<![\w-])(?:{_WHO}|[Ee]en {_SOMEONE}) (?:(?:kwam|belde|klopte) (?:\w+ ){{0,3}}(?:bij|naar) ons"
            r"|(?:kwam|klopte) (?:huilend|in tranen|bij ons)|vertelde|huilde|vluchtte|verloor|durfde)\b"
        ),
    ),
    (
        frozenset({"verslaafd"}),
        re.compile(r"(?<!iemand )(?<!wie )(?<!je )(?<!Wie )(?<![\w-])is verslaafd(?!\w)"),
    ),
)  # fmt: skip


def stories(page: Written) -> Iterator[Problem]:
    """Texts of a file that may be the story of one person, each once."""
    told: set[int] = set()
    for needed, story in _STORIES:
        if not needed.isdisjoint(page.words):
            told.update(page.at(found.start()) for found in story.finditer(page.joined))
    for index in sorted(told):
        cure = "Haal het weg, of zeg wat iedereen hier kan doen. Een mens herkent zichzelf, en de buren ook."
        wanted = "een tekst over wat je hier kunt doen"
        yield page.problem(index, "dit lijkt het verhaal van één mens", wanted, cure, "verhaal", mild=True)
