"""What was asked for and not given, and how long people waited."""

from phare.contacts.choices import Counted as Counter
from phare.contacts.queries import first_day
from phare.indicators import queries
from phare.indicators.definitions import INDICATORS
from phare.indicators.disclosure import Axis
from phare.indicators.queries import Origin
from phare.reports import sentences as s
from phare.reports.model import Said, Section, Span, Words
from phare.reports.question import Question
from phare.reports.sections.themes import crossed
from phare.reports.shapes import bars, compared_table


def asked(question: Question) -> Section:
    one = INDICATORS["asked_and_not_helped"]
    found = [queries.asked(days, centres=question.centres) for days in question.spans]
    if not any(found[0].values()):
        return Section("demand", s.DEMAND, one.definition, missing=_missing(question))
    names: dict[str, Words] = {code: Counter(code).label for code in found[0]}
    axis = Axis("counted", tuple(names), adds_up=False)
    tables = [
        question.publish("demand", _keyed(counts), [axis], days=days)
        if any(counts.values())
        else None
        for counts, days in zip(found, question.spans, strict=True)
    ]
    lines = compared_table("demand", s.DEMAND, s.FIGURE, names, tables, question, total=False)
    nobody = queries.unserved(question.days, centres=question.centres)
    crosses = (
        (crossed(question, "nobody-in", s.NOBODY_IN, nobody, "nobody in"),)
        if any(nobody.values())
        else ()
    )
    return Section(
        "demand",
        s.DEMAND,
        one.definition,
        tables=(lines, *crosses),
        missing=_late(question),
        origin=Origin.OWN.label,
    )


def waits(question: Question) -> Section | None:
    one = INDICATORS["waits"]
    found = [queries.waits(days, centres=question.centres) for days in question.spans]
    if not any(found[0].values()):
        return None
    names: dict[str, Words] = {code: Counter(code).label for code in found[0]}
    axis = Axis("counted", tuple(names))
    tables = [
        question.publish("waits", _keyed(counts), [axis], ("counting", "waits"), days=days)
        if any(counts.values())
        else None
        for counts, days in zip(found, question.spans, strict=True)
    ]
    return Section(
        "waits",
        s.WAITS,
        one.definition,
        charts=(bars("waits-chart", s.WAITS, names, tables, question),),
        tables=(compared_table("waits", s.WAITS, s.WAITS, names, tables, question),),
        missing=_late(question),
        origin=Origin.OWN.label,
    )


def _keyed(counts: dict[str, int]) -> dict[tuple[str, ...], int]:
    return {(code,): people for code, people in counts.items()}


def _missing(question: Question) -> tuple[Words, ...]:
    return (Said(s.MISSING, {"period": Span(question.days)}),)


def _late(question: Question) -> tuple[Words, ...]:
    began = first_day(centres=question.centres)
    if began is None or began <= question.days.first:
        return ()
    return (Said(s.SINCE, {"day": began}),)
