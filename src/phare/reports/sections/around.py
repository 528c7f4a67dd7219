"""What was published around the contacts: activities, documents, web, networks, means."""

from collections.abc import Iterator

from phare.ground.periods import Days
from phare.indicators.definitions import ALL, INDICATORS, Indicator, PeriodKind, Unit
from phare.indicators.definitions.means import AROUND
from phare.indicators.disclosure import Axis
from phare.indicators.figures import Figure
from phare.indicators.queries import Origin, imported_figures
from phare.indicators.sources import Key, preferred
from phare.reports import sentences as s
from phare.reports.model import (
    NOTHING,
    PERCENT,
    PLAIN,
    Line,
    Number,
    Said,
    Section,
    Table,
    Words,
    growth,
    shown,
)
from phare.reports.question import Question, year_of

SHARES = (Unit.PERCENT,)
# Means of the house and of its promoters are imported to be checked, not to fill this report.
LEFT_OUT = frozenset(
    one.code for one in AROUND if one.code.startswith(("budget", "staff", "facebook_age"))
)


def counts(question: Question) -> Section | None:
    return _section(question, "around", s.AROUND, shares=False)


def shares(question: Question) -> Section | None:
    return _section(question, "shares", s.SHARES, shares=True)


def _section(question: Question, key: str, title: Words, *, shares: bool) -> Section | None:
    """The published figures of the year, whole years only."""
    if question.days.first.month != 1 or question.days.last.month != 12:
        return None
    figures = imported_figures(centres=question.centres)
    best = preferred(figures)
    lines = list(_lines(question, best, shares))
    if not lines:
        return None
    columns: list[Words] = [year_of(question.days)]
    if question.compared is not None:
        columns += [year_of(question.compared), *([] if shares else [s.GROWTH])]
    years = {days.first.year for days in question.spans}
    used = [f for f in best.values() if f.year in years and f.indicator in _printed(shares)]
    codes = dict.fromkeys(f.indicator for f in used)
    return Section(
        key,
        title,
        s.AROUND_DEFINITION,
        tables=(Table(key, title, s.FIGURE, tuple(columns), tuple(lines)),),
        breaks=tuple(
            Said(s.BREAK_OF, {"name": INDICATORS[code].name, "text": b.text})
            for code in codes
            for b in INDICATORS[code].breaks
            if min(years) < b.year <= max(years)
        ),
        origin=Origin.IMPORTED.label,
        sources=tuple(sorted({f.source for f in used})),
    )


def _printed(shares: bool) -> set[str]:
    return {
        one.code for one in AROUND if one.code not in LEFT_OUT and (one.unit in SHARES) is shares
    }


def _lines(question: Question, best: dict[Key, Figure], shares: bool) -> Iterator[Line]:
    printed = _printed(shares)
    for one in AROUND:
        if one.code not in printed:
            continue
        items = _items(one, question, best)
        numbers = [_numbers(one, items, days, best, question) for days in question.spans]
        for item in items:
            row = [found[item] for found in numbers]
            if row[0] == NOTHING:
                continue
            if question.compared is not None and not shares:
                row.append(growth(row[1], row[0], 1))
            yield Line(_label(one, item), tuple(row))


def _label(one: Indicator, item: str) -> Words:
    if item == ALL:
        return one.name
    return Said(s.LINE_OF, {"name": one.name, "item": one.item_name(item)})


def _items(one: Indicator, question: Question, best: dict[Key, Figure]) -> list[str]:
    """The items with a figure, as the catalogue orders them, then free labels."""
    found = {
        item
        for (code, item, kind, first) in best
        if code == one.code
        and kind == PeriodKind.YEAR
        and first.year in {days.first.year for days in question.spans}
    }
    listed = [item.code for item in one.items if item.code in found]
    return [*listed, *sorted(found - set(listed))]


def _numbers(
    one: Indicator, items: list[str], days: Days, best: dict[Key, Figure], question: Question
) -> dict[str, Number]:
    """The figures of one year; those of visitors leave by the exit, like every table of people."""
    figures = {
        item: best[key]
        for item in items
        if (key := (one.code, item, PeriodKind.YEAR.value, days.first)) in best
    }
    if one.visitors:
        axis = Axis(one.code, tuple(figures), adds_up=False)
        values: dict[tuple[str, ...], int] = {
            (item,): int(figure.value) for item, figure in figures.items()
        }
        table = question.publish(one.code, values, [axis], days=days)
        numbers = {item: shown(table.at(item)) for item in figures}
    else:
        numbers = {item: _plain(one, figure) for item, figure in figures.items()}
    return {item: numbers.get(item, NOTHING) for item in items}


def _plain(one: Indicator, figure: Figure) -> Number:
    unit = PERCENT if one.unit in SHARES else PLAIN
    return Number(figure.value, "", unit, figure.places)
