"""Inheritance (design §10) and discretion: from records as typed to entries as they are on a day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from wijkgids.agenda import inherit
from wijkgids.agenda.entries import (
    ActivityOf,
    ActorOf,
    GuidanceOf,
    PersonOf,
    RecordingOf,
    Where,
)
from wijkgids.freshness import Freshness, is_formal, of_activity, of_actor
from wijkgids.occurrences import calendar_of
from wijkgids.records import alike
from wijkgids.records.guide import Guide
from wijkgids.records.model import Activity
from wijkgids.records.parts import Check, Consent, Contact, Guidance, HostedPlace, Place, Recording
from wijkgids.records.said import Said
from wijkgids.records.values import AddressShown

# From the least to the most discreet.
_DISCRETION = (AddressShown.YES, AddressShown.AFTER_CONTACT, AddressShown.NO)


class Resolver:
    """What is true of the entries of one guide on one day."""

    def __init__(self, guide: Guide, today: date) -> None:
        self.guide = guide
        self.today = today
        self.actors = guide.actors
        self.calendars = {name: calendar_of(guide, name) for name in guide.checked.neighbourhoods}

    def home(self, slug: str) -> str:
        """The neighbourhood of an actor."""
        return self.guide.records[slug].neighbourhood

    def activity(self, slug: str, activity: Activity) -> ActivityOf:
        """An activity with what it takes from its actor."""
        actor, words = self.actors[slug], self.guide.words
        at = f"activiteiten.{activity.id}"
        place, place_at = (activity.place, f"{at}.plek") if activity.place else (actor.place, "plek")
        where = self.where(slug, place, place_at)
        if where and activity.place is None and where.address and where.host is None:
            where = replace(where, host=slug, name=where.name or actor.name)  # at the actor's own place
        neighbourhood = self.home(where.host) if where and where.host else self.home(slug)
        kind = words.kinds[activity.kind or actor.kind]
        doers = [self.actors[one] for one in dict.fromkeys((slug, activity.organiser)) if one in self.actors]
        spoken, spoken_at = (activity.languages, f"{at}.talen") if activity.languages else (actor.languages, "talen")
        steps, steps_at = (
            (activity.first_time, f"{at}.eerste_keer") if activity.first_time else (actor.first_time, "eerste_keer")
        )
        promise, promise_at = (activity.promise, f"{at}.belofte") if activity.promise else (actor.promise, "belofte")
        own = (activity.stopped, f"{at}.gestopt")
        stopped, stops = inherit.ends(slug, self.today, own, (actor.stopped, "gestopt"))
        say = inherit.sayer(slug)
        return ActivityOf(
            key=(slug, activity.id),
            code=activity.code,
            name=Said(activity.name, slug, f"{at}.naam"),
            kind=kind,
            summary=say(activity.summary, f"{at}.samenvatting"),
            actor=slug,
            organiser=activity.organiser or slug,
            where=where,
            neighbourhood=neighbourhood,
            themes=tuple(words.themes[one] for one in activity.themes or actor.themes),
            audiences=tuple(words.audiences[one] for one in activity.audiences),
            ages=(activity.ages.from_, activity.ages.to) if activity.ages else None,
            circle_kind=activity.circle.kind if activity.circle else None,
            circle_words=say(activity.circle.words, f"{at}.kring.in_onze_woorden") if activity.circle else None,
            languages=inherit.spoken(slug, spoken, spoken_at),
            bring=say(activity.bring, f"{at}.meenemen"),
            programme=tuple(
                (item.on, Said(item.text, slug, f"{at}.programma.{number}.tekst"))
                for number, item in enumerate(activity.programme, 1)
            ),
            closed=activity.closed is not None,
            how_to_join=say(activity.how_to_join, f"{at}.hoe_meedoen"),
            visits=activity.visits is not None,
            by_appointment=activity.by_appointment is not None,
            by_phone=activity.by_phone is not None,
            prescription=say(activity.prescription, f"{at}.recept"),
            referrers=activity.referrers,
            next_start=activity.next_start,
            # What was seen of the building of the actor says nothing of another place.
            access=activity.access or (actor.access if activity.place is None else self.host_access(activity.place)),
            reach=activity.contact or actor.contact,
            thresholds=inherit.thresholds(slug, activity.thresholds, f"{at}.drempels", actor.thresholds),
            first_time=inherit.steps(slug, steps, steps_at),
            promise=inherit.promise(slug, promise, promise_at),
            note=say(activity.note, f"{at}.let_op"),
            check=activity.check or actor.check,
            checked_itself=activity.check is not None,
            formal=is_formal(activity, doers, words.kinds),
            freshness=of_activity(activity, doers, words.kinds, self.today),
            stopped=stopped,
            stops=stops,
            rules=inherit.until(self.guide.records[slug].rules.get(activity.id, ()), stops),
            rule_notes=inherit.notes(slug, activity.schedules, f"{at}.wanneer"),
            calendar=self.calendars[neighbourhood],
            recordings=self.recordings(slug, activity.recordings, f"{at}.voorgelezen"),
        )

    def life(self, slug: str, activities: Iterable[ActivityOf]) -> tuple[Check | None, Freshness]:
        """The last check of an actor and its rung: what is seen of its activities counts as a sign of life.

        Those that carry a check of their own and did not stop count, by the interval of the actor or their own.
        """
        actor = self.actors[slug]
        seen = [
            (one.check, one.freshness)
            for one in activities
            if one.check and one.checked_itself and one.stopped is None and one.freshness.checked
        ]
        newest = max((check for check, _ in seen), key=lambda check: check.on, default=None)
        return actor.check or newest, of_actor(actor, seen, self.guide.words.kinds, self.today)

    def actor(
        self,
        slug: str,
        life: tuple[Check | None, Freshness],
        activities: Iterable[ActivityOf],
        hosts: Iterable[ActivityOf],
        guided_by: Iterable[GuidanceOf],
    ) -> ActorOf:
        """An actor with its activities, what is held at its place, and who goes along to it."""
        actor, words = self.actors[slug], self.guide.words
        kind = words.kinds[actor.kind]
        stopped, stops = inherit.ends(slug, self.today, (actor.stopped, "gestopt"))
        say = inherit.sayer(slug)
        return ActorOf(
            slug=slug,
            neighbourhood=self.home(slug),
            name=actor.name,
            kind=kind,
            code=actor.code,
            themes=tuple(words.themes[one] for one in actor.themes),
            summary=Said(actor.summary, slug, "samenvatting"),
            keywords=inherit.steps(slug, actor.keywords, "zoekwoorden"),
            pays=say(actor.belongs_to.text, "hoort_bij.tekst") if actor.belongs_to else None,
            belongs_to=actor.belongs_to.actor if actor.belongs_to else None,
            where=self.where(slug, actor.place, "plek"),
            hours=inherit.until(self.guide.records[slug].rules.get("", ()), stops),
            hour_notes=inherit.notes(slug, actor.hours, "open"),
            calendar=self.calendars[self.home(slug)],
            access=actor.access or self.host_access(actor.place),
            reach=actor.contact,
            people=tuple(self.person(slug, person, number) for number, person in enumerate(actor.people, 1)),
            languages=inherit.spoken(slug, actor.languages, "talen"),
            thresholds=inherit.thresholds(slug, actor.thresholds, "drempels", None),
            first_time=inherit.steps(slug, actor.first_time, "eerste_keer"),
            promise=inherit.promise(slug, actor.promise, "belofte"),
            guides=tuple(self.guidances(slug)),
            guided_by=tuple(guided_by),
            works_with=actor.works_with,
            agreement=actor.agreement,
            agreed_by=say(actor.agreement.by, "akkoord.van") if actor.agreement else None,
            check=life[0],
            freshness=life[1],
            stopped=stopped,
            stops=stops,
            activities=tuple(activities),
            hosts=tuple(hosts),
            recordings=self.recordings(slug, actor.recordings, "voorgelezen"),
        )

    def guidances(self, slug: str) -> Iterable[GuidanceOf]:
        """Who goes along from an actor, or helps there."""
        for number, one in enumerate(self.actors[slug].guides, 1):
            yield self.guidance(slug, one, f"gidst.{number}")

    def guidance(self, slug: str, one: Guidance, at: str) -> GuidanceOf:
        """A guidance as it is today: a pause that has not begun or is over, and a full past its date, are open."""
        state, since, until = "open", None, None
        if one.full and (one.full.until is None or self.today <= one.full.until):
            state, until = "full", one.full.until
        elif one.pause and one.pause.from_ > self.today:
            since, until = one.pause.from_, one.pause.until
        elif one.pause and (one.pause.until is None or self.today <= one.pause.until):
            state, since, until = "paused", one.pause.from_, one.pause.until
        say, words = inherit.sayer(slug), self.guide.words
        return GuidanceOf(
            guide=slug,
            to=one.to,
            who=say(one.who, f"{at}.wie"),
            themes=tuple(words.themes[theme] for theme in one.themes),
            hows=tuple(words.hows[how] for how in one.hows),
            languages=one.languages,
            when=say(one.when, f"{at}.wanneer"),
            state=state,
            since=since,
            until=until,
        )

    def person(self, slug: str, person: Contact, number: int) -> PersonOf:
        """A role; the name, number and mail of a person only while a consent runs (GDPR art. 6 and 9)."""
        say, at = inherit.sayer(slug), f"mensen.{number}"
        consent = person.consent
        public = self.runs(consent)

        def shown(text: str | None) -> str | None:
            """A text of the entry, unless it says a name that may not be said now."""
            hidden = text and person.name and not public
            return None if hidden and alike.speaks_of(text or "", person.name or "") else text

        return PersonOf(
            role=Said(person.role, slug, f"{at}.rol"),
            languages=person.languages,
            ask_for=say(shown(person.ask_for), f"{at}.vraag_naar"),
            when=say(shown(person.when), f"{at}.wanneer"),
            name=person.name if public else None,
            phone=person.phone if public else None,
            email=person.email if public else None,
            until=consent.until if consent and public else None,
        )

    def runs(self, consent: Consent | None) -> bool:
        """Whether a consent holds today; both its days count."""
        return consent is not None and consent.on <= self.today <= consent.until

    def recordings(self, slug: str, typed: Iterable[Recording], at: str) -> tuple[RecordingOf, ...]:
        """The voices that may be heard today: each while its consent runs, as a name is (GDPR art. 6 and 9)."""
        return tuple(
            RecordingOf(
                one.language,
                f"audio/{self.home(slug)}/{one.file}",
                Said(one.by, slug, f"{at}.{number}.door"),
                one.on,
            )
            for number, one in enumerate(typed, 1)
            if self.runs(one.consent)
        )

    def host_access(self, place: Place | None) -> Any:
        """The access of the actor whose place it is."""
        if isinstance(place, HostedPlace) and place.actor in self.actors:
            return self.actors[place.actor].access
        return None

    def where(self, slug: str, place: Place | None, at: str, *, within: int = 0) -> Where | None:
        """A place, as discreet as the most discreet of the actor and its host."""
        agreement = self.actors[slug].agreement
        shown = agreement.address if agreement else AddressShown.YES
        via = agreement.via if agreement else None
        if place is None:
            return Where(shown, via=via) if via or shown is not AddressShown.YES else None
        say = inherit.sayer(slug)
        room, find = say(place.room, f"{at}.ruimte"), say(place.find, f"{at}.zo_vind_je_het")
        if isinstance(place, HostedPlace):
            host = self.actors.get(place.actor)
            # A house in a house in a house is a loop, which the check reports.
            inner = self.where(place.actor, host.place, "plek", within=within + 1) if host and within < 3 else None
            if inner:
                shown = max(shown, inner.shown, key=_DISCRETION.index)
            if shown is not AddressShown.YES or host is None:
                return Where(shown, via=via)
            base = inner or Where(shown)
            return Where(
                shown, place.actor, host.name, base.address, base.postcode, base.city, base.lat, base.lon, room,
                find or base.find, via,
            )  # fmt: skip
        if shown is not AddressShown.YES:
            return Where(shown, via=via)
        return Where(
            shown, None, place.name, place.address, place.postcode, place.city, place.lat, place.lon, room, find, via
        )
