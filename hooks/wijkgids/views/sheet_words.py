"""The headings of a sheet about one actor or activity, in one language: the words that stand there without a record."""

from __future__ import annotations

from dataclasses import dataclass

from wijkgids.texts import Voice


@dataclass(frozen=True)
class SheetWords:
    """Each heading, by what stands below it."""

    activities: str
    call_first: str
    coming: str
    contacts: str
    doubt: str
    evening: str
    first_time: str
    further: str
    has: str
    hosts: str
    hours: str
    keywords: str
    languages: str
    needed: str
    not_told: str
    people: str
    pays: str
    programme: str
    promise: str
    purpose: str
    routes: str
    stopped: str
    unknown: str
    unless: str
    untranslated: str
    when: str
    where: str
    whom: str
    works_with: str


def sheet_words(voice: Voice) -> SheetWords:
    """The headings in the language of a voice."""
    return SheetWords(
        activities=voice.word("Dit kun je hier doen"),
        call_first=voice.word("Bel eerst"),
        coming=voice.word("De volgende keren"),
        contacts=voice.word("Bellen en adressen"),
        doubt=voice.word("bel eerst"),
        evening=voice.word("avond"),
        first_time=voice.word("De eerste keer"),
        further=voice.word("En verder"),
        has=voice.word("Hier hoort bij"),
        hosts=voice.word("Ook op deze plek"),
        hours=voice.word("Open"),
        keywords=voice.word("Ook te vinden met"),
        languages=voice.word("Wie spreekt wat"),
        needed=voice.word("Wat hoeft en wat mag"),
        not_told=voice.word("Niet bekend, vraag het."),
        people=voice.word("Wie is er"),
        pays=voice.word("Wie betaalt en beslist"),
        programme=voice.word("Programma"),
        promise=voice.word("Dit beloven ze"),
        purpose=voice.word("Waarvoor"),
        routes=voice.word("Wie gaat er met je mee?"),
        stopped=voice.word("Gestopt"),
        unknown=voice.word("Dit weten we nog niet. Vraag het:"),
        unless=voice.word("Behalve:"),
        untranslated=voice.word("Nog niet vertaald"),
        when=voice.word("Wanneer"),
        where=voice.word("Waar"),
        whom=voice.word("Voor wie"),
        works_with=voice.word("Werkt samen met"),
    )
