"""Recorded voices: the consent of whose voice it is, and a file that is there and that a phone can play."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from wijkgids.checks.fields import Subject
from wijkgids.problems import Problem, say
from wijkgids.yamlfiles import Path_

MOST = 1_000_000  # bytes: some two minutes of speech, and no more than a cheap phone should fetch for one page
# How a file begins, and at which byte: an ID3 tag or MPEG frame, Ogg (RFC 3533), MP4 (ISO 14496-12), RIFF WAVE.
_BEGINS = {
    ".mp3": ((0, b"ID3"), (0, b"\xff\xfb"), (0, b"\xff\xfa"), (0, b"\xff\xf3"), (0, b"\xff\xf2")),
    ".ogg": ((0, b"OggS"),),
    ".m4a": ((4, b"ftyp"),),
    ".wav": ((8, b"WAVE"),),
}


def recordings(subject: Subject) -> Iterator[Problem]:
    """What is wrong with the recordings of an actor and its activities. A voice is of a person, as a name is."""
    for path, one in subject.sources:
        for number, recording in enumerate(one.recordings):
            at, consent = (*path, "voorgelezen", number), recording.consent
            yield from _file(subject, (*at, "bestand"), recording.file)
            if consent is None:
                yield subject.problem((*at, "bestand"), "een stem van een mens, zonder toestemming", "'toestemming: {op, tot}'",
                                      "Haal de opname weg. Of vraag toestemming: iedereen kan de stem horen, en de toestemming loopt af.", "geen-toestemming")  # fmt: skip
            elif consent.until < consent.on:
                wrong = (*at, "toestemming", "tot")
                yield subject.problem(wrong, "een dag vóór 'op'", "een dag erna", "Draai de twee dagen om.", "volgorde")
            elif consent.until < subject.today:
                yield subject.problem((*at, "toestemming", "tot"), say("afgelopen op {day}", day=consent.until), "een toestemming die loopt",
                                      "De gids laat de stem al niet meer horen. Vraag opnieuw toestemming, of haal de opname weg.", "toestemming-voorbij", mild=True)  # fmt: skip
            if recording.on > subject.today:
                found = say("{day} is nog niet geweest", day=recording.on)
                wanted = say("een dag tot en met {today}", today=subject.today)
                yield subject.problem((*at, "op"), found, wanted, "Controleer het jaar.", "toekomst")


def _file(subject: Subject, path: Path_, name: str) -> Iterator[Problem]:
    root, quarter = subject.guide.root, subject.record.neighbourhood
    file = root / "data" / "audio" / quarter / name
    # Behind a link may be any file of this machine.
    if not file.is_file() or file.resolve() != root.resolve() / "data" / "audio" / quarter / name:
        where = say("data/audio/{wijk}/{name}", wijk=quarter, name=name)
        yield subject.problem(path, "een bestand dat er niet is", where, "Zet de opname in die map, of verbeter de naam.", "geluid")  # fmt: skip
        return
    if file.stat().st_size > MOST:
        yield subject.problem(path, "een bestand van meer dan 1 MB", "ten hoogste 1 MB", "Maak de opname korter, of bewaar hem als mp3.", "geluid")  # fmt: skip
        return
    with file.open("rb") as opened:
        head = opened.read(16)
    if not any(head[at:].startswith(sign) for at, sign in _BEGINS[Path(name).suffix]):
        yield subject.problem(path, "een bestand dat iets anders is dan zijn naam zegt", "een geluidsbestand", "Bewaar de opname opnieuw als mp3.", "geluid")  # fmt: skip
