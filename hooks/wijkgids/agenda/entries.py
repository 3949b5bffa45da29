"""Actors and activities as views see them: all inherited, nothing that may not be shown, prose with its place."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from wijkgids.freshness import Freshness
from wijkgids.occurrences import Calendar
from wijkgids.records.parts import Access, Agreement, Check, Reach
from wijkgids.records.said import Said
from wijkgids.records.values import AddressShown, Answer, CircleKind, DutchLevel, Per, Price
from wijkgids.schedules import Rule
from wijkgids.vocabulary import Audience, How, Kind, Theme

ActivityKey = tuple[str, str]  # slug of the actor in whose file it stands, and its id


@dataclass(frozen=True)
class Where:
    """A place. When `shown` is not "ja", there is nothing in it but who to ask (`via`): it cannot leak."""

    shown: AddressShown
    host: str | None = None  # slug
    name: str | None = None  # of the host, or of a place without one
    address: str | None = None
    postcode: str | None = None
    city: str | None = None
    lat: float | None = None
    lon: float | None = None
    room: Said | None = None
    find: Said | None = None
    via: str | None = None  # slug


@dataclass(frozen=True)
class Spoken:
    """A language (ISO 639 code) and who speaks it when."""

    code: str
    who: Said | None = None
    when: Said | None = None


@dataclass(frozen=True)
class ThresholdsOf:
    """What it costs and what one needs. Unknown stays unknown; `waiting` is None when nobody told us."""

    cost: Price
    cost_per: Per | None
    city_pass: Price | None
    sign_up: Answer
    name_needed: Answer
    papers_needed: Answer
    papers: Said | None
    referral_needed: Answer
    dutch: DutchLevel
    interpreter: Answer
    bring_someone: Answer
    children: Answer
    children_note: Said | None
    waiting: Said | None
    waiting_none: bool

    @property
    def free(self) -> bool:
        """Whether it costs nothing; a gift of one's own choice is not a price."""
        return self.cost.kind == "free"

    @property
    def walk_in(self) -> bool:
        """Whether one may walk in without signing up."""
        return self.sign_up is Answer.NO


@dataclass(frozen=True)
class PromiseOf:
    """A signed promise: shown with its exception, its date and the actor that signed it (`signer`, a slug)."""

    text: Said
    unless: Said
    on: date
    signer: str


@dataclass(frozen=True)
class GuidanceOf:
    """Someone who goes along from `guide` to `to`, or helps by themselves (`to` is None).

    state: open, full or paused today; `since` and `until` say from and to when. Open with `since`: a pause to come.
    """

    guide: str
    to: str | None
    who: Said | None
    themes: tuple[Theme, ...]
    hows: tuple[How, ...]
    languages: tuple[str, ...]
    when: Said | None
    state: str
    since: date | None
    until: date | None


@dataclass(frozen=True)
class RecordingOf:
    """A voice that reads a record aloud, only while its consent runs. `path` is where its file stands in the site."""

    code: str  # language
    path: str
    by: Said
    on: date


@dataclass(frozen=True)
class StoppedOf:
    """When and why it stopped, and where to go instead (slug)."""

    on: date
    why: Said | None
    go_to: str | None


@dataclass(frozen=True)
class PersonOf:
    """A role to ask for. Name, phone and mail only while a consent runs: `until` is its last day."""

    role: Said
    languages: tuple[str, ...]
    ask_for: Said | None
    when: Said | None
    name: str | None
    phone: str | None
    email: str | None
    until: date | None = None


@dataclass(frozen=True)
class ActivityOf:
    """Something one can go to or ask for."""

    key: ActivityKey
    code: str | None
    name: Said
    kind: Kind
    summary: Said | None
    actor: str
    organiser: str
    where: Where | None
    neighbourhood: str
    themes: tuple[Theme, ...]
    audiences: tuple[Audience, ...]
    ages: tuple[int | None, int | None] | None
    circle_kind: CircleKind | None
    circle_words: Said | None
    languages: tuple[Spoken, ...]
    bring: Said | None
    programme: tuple[tuple[date, Said], ...]
    closed: bool
    how_to_join: Said | None
    visits: bool
    by_appointment: bool
    by_phone: bool
    prescription: Said | None
    referrers: Answer
    next_start: date | None
    access: Access | None
    reach: Reach | None
    thresholds: ThresholdsOf
    first_time: tuple[Said, ...]
    promise: PromiseOf | None
    note: Said | None
    check: Check | None
    checked_itself: bool  # not through its actor
    formal: bool  # whether all who do it are
    freshness: Freshness
    stopped: StoppedOf | None
    stops: StoppedOf | None  # announced, still to come
    rules: tuple[Rule, ...]
    rule_notes: tuple[Said | None, ...]  # beside each rule
    calendar: Calendar
    recordings: tuple[RecordingOf, ...] = ()

    @property
    def live(self) -> bool:
        """Whether it is in the guide: not stopped, not archived."""
        return self.stopped is None and self.freshness.stage != "archived"


@dataclass(frozen=True)
class ActorOf:
    """An organisation, group, place or initiative."""

    slug: str
    neighbourhood: str
    name: str
    kind: Kind
    code: str | None
    themes: tuple[Theme, ...]
    summary: Said
    keywords: tuple[Said, ...]
    pays: Said | None  # who pays and decides, in own words
    belongs_to: str | None  # or the actor (slug) it belongs to
    where: Where | None
    hours: tuple[Rule, ...]
    hour_notes: tuple[Said | None, ...]  # beside each rule of `hours`
    calendar: Calendar
    access: Access | None
    reach: Reach | None
    people: tuple[PersonOf, ...]
    languages: tuple[Spoken, ...]
    thresholds: ThresholdsOf
    first_time: tuple[Said, ...]
    promise: PromiseOf | None
    guides: tuple[GuidanceOf, ...]  # from here
    guided_by: tuple[GuidanceOf, ...]  # to here
    works_with: tuple[str, ...]
    agreement: Agreement | None
    agreed_by: Said | None
    check: Check | None
    freshness: Freshness
    stopped: StoppedOf | None
    stops: StoppedOf | None  # announced, still to come
    activities: tuple[ActivityOf, ...]  # of this actor
    hosts: tuple[ActivityOf, ...]  # of others, held here
    recordings: tuple[RecordingOf, ...] = ()

    @property
    def formal(self) -> bool:
        """Whether professionals work here, by its kind."""
        return self.kind.formal

    @property
    def live(self) -> bool:
        """Whether it is in the guide: not stopped, not archived."""
        return self.stopped is None and self.freshness.stage != "archived"
