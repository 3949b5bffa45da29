"""Rules of every form that `wanneer` can hold, for hypothesis."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from wijkgids.occurrences import Calendar
from wijkgids.schedules import DAY_NAMES, FEASTS, MONTH_NAMES, ORDINAL_NAMES, SCHOOL_BREAKS, Rule, parse_rule, rule_days
from wijkgids.schedules.words import join_and

CALENDAR = Calendar(
    "Noord",
    {
        "ramadan": ((date(2027, 2, 8), date(2027, 3, 9)),),
        "zomer": ((date(2027, 7, 5), date(2027, 8, 20)),),
        # Names may hold words that mean something else.
        "huis dicht": ((date(2027, 4, 1), date(2027, 4, 20)),),
        "Zomerstop De Linde": ((date(2026, 7, 18), date(2026, 8, 16)),),
    },
)
DAYS = st.dates(date(2025, 6, 1), date(2028, 6, 1))

names = st.sampled_from(list(DAY_NAMES.values()))
ranks = st.sampled_from(list(ORDINAL_NAMES.values()))
weekly = st.lists(names, min_size=1, max_size=7, unique=True).map(join_and) | st.sampled_from(
    ["dag", "werkdag", "weekend", "maandag t/m donderdag", "maandag, woensdag t/m vrijdag en zondag"]
)
with_part = st.tuples(
    st.lists(names, min_size=1, max_size=3, unique=True), st.sampled_from(["ochtend", "middag", "avond"])
).map(lambda pair: join_and(name + pair[1] for name in pair[0]))
monthly = st.lists(st.tuples(ranks, names), min_size=1, max_size=4, unique=True).map(
    lambda pairs: ", ".join(" ".join(pair) for pair in pairs)
)
monthly_part = st.tuples(ranks, names, st.sampled_from(["ochtend", "middag", "avond"])).map(
    lambda three: f"{three[0]} {three[1]}{three[2]}"
)
every_weeks = [f"om de {weeks}" for weeks in ("week", "drie weken", "vier weken", "vijf weken", "acht weken")]
counted = st.tuples(
    st.sampled_from([*every_weeks, "even weken", "oneven weken"]),
    st.lists(names, min_size=1, max_size=3, unique=True).map(join_and),
).map(" ".join)
minutes = st.integers(0, 24 * 12 - 1).map(lambda five: f"{five // 12:02d}:{five % 12 * 5:02d}")
times = (
    st.sampled_from(["10:00-12:00", "02:30-03:10", "20:00-02:00", "19:30", "00:00-24:00", "20:00-24:00"])
    | minutes
    | st.tuples(minutes, minutes).map(sorted).filter(lambda two: two[0] != two[1] and int(two[1][:2]) - int(two[0][:2]) < 15).map("-".join)
)  # fmt: skip
spans = st.tuples(DAYS, st.integers(0, 500)).map(
    lambda two: str(two[0]) if not two[1] else f"{two[0]} t/m {two[0] + timedelta(days=two[1])}"
)
months = st.lists(st.sampled_from(MONTH_NAMES), min_size=1, max_size=12, unique=True).map(join_and)
closures = st.lists(
    st.sampled_from(["feestdagen", *CALENDAR.named])
    | st.sampled_from([words[0] for words in FEASTS.values()])
    | st.sampled_from([words[0] for words in SCHOOL_BREAKS.values()])
    | months
    | spans,
    min_size=1,
    max_size=4,
)
prose = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc", "Co")), max_size=40) | st.sampled_from(
    ["De zaal is dicht.", "Let op: zie (1) :-)", "niet op dinsdag, vanaf 10:00", "wegens ziekte op 5 december 2026"]
)


@st.composite
def whole_rules(draw: st.DrawFn) -> Rule:
    """A rule with any of its keys, of every form."""
    fields: dict[str, Any] = {}
    if draw(st.integers(0, 4)):
        fields["elke"] = draw(weekly | with_part | monthly | monthly_part | counted)
    else:
        fields["op"] = [str(day) for day in draw(st.lists(DAYS, min_size=1, max_size=9, unique=True))]
    if str(fields.get("elke")).startswith("om de") or draw(st.booleans()):
        fields["vanaf"] = str(draw(DAYS))
    if draw(st.booleans()):
        fields["tot"] = str(draw(DAYS))
    if draw(st.booleans()):
        fields["tijd"] = draw(times)
    if draw(st.booleans()):
        fields["niet"] = draw(closures)
    if draw(st.booleans()):
        fields["bij_feestdag"] = draw(st.sampled_from(["vervalt", "week later", "gaat door"]))
    if fields.get("bij_feestdag") == "gaat door" and "feestdagen" in fields.get("niet", ()):
        del fields["bij_feestdag"]
    if "tot" in fields and "vanaf" in fields and fields["tot"] < fields["vanaf"]:
        fields["vanaf"], fields["tot"] = fields["tot"], fields["vanaf"]
    if draw(st.booleans()):
        fields["let_op"] = draw(prose)
    rule, refusals = parse_rule(fields, CALENDAR.named)
    assert rule is not None, (fields, refusals)
    if draw(st.booleans()):
        # Days that the rule really has are cancelled and moved by hand.
        start = max(rule.first or date(2026, 11, 1), date(2026, 11, 1))
        own = [str(day) for day in list(rule_days(rule, start, start + timedelta(days=200)))[: draw(st.integers(1, 5))]]
        cut = draw(st.integers(0, len(own)))
        fields["afgelast"] = [
            {"op": day, "waarom": draw(prose)} if draw(st.booleans()) else day for day in own[:cut]
        ] or None
        fields["verplaatst"] = [
            {"van": day, "naar": str(date.fromisoformat(day) + timedelta(days=draw(st.integers(1, 40))))}
            | ({"tijd": draw(times)} if draw(st.booleans()) else {})
            for day in own[cut:]
        ] or None
        rule, refusals = parse_rule(fields, CALENDAR.named)
        assert rule is not None, (fields, refusals)
    return rule
