"""Tables and charts that several sections draw alike."""

from collections.abc import Mapping, Sequence

from phare.indicators.definitions import Indicator, Precision
from phare.indicators.disclosure import BELOW_MARK, SMALL_MARK, Published
from phare.indicators.protection import TOTAL
from phare.indicators.queries import Counted, Origin
from phare.reports import sentences as s
from phare.reports.model import (
    NOTHING,
    Chart,
    Line,
    Number,
    Said,
    Series,
    Span,
    Table,
    Words,
    growth,
    share,
    shown,
)
from phare.reports.question import Question, year_of

BARS, LINES = "BARS", "LINES"


def marks(*tables: Published | None) -> tuple[Words, ...]:
    """What the marks of those tables mean, where they have any."""
    found = {mark for table in tables if table for mark in table.marks}
    if any(table.withheld for table in tables if table):
        return (s.WITHHELD,)
    notes: list[Words] = []
    if SMALL_MARK in found:
        notes.append(s.SMALL)
    if found - {SMALL_MARK, BELOW_MARK}:
        notes.append(s.OTHER if SMALL_MARK in found else s.OTHER_ALONE)
    if any(table.exception for table in tables if table):
        notes.append(s.IN_FULL)
    if BELOW_MARK in found:
        below = [table.below for table in tables if table and table.below != 0]
        known = [number for number in below if number is not None]
        exact = Said(s.BELOW, {"number": sum(known)}) if known == below else s.BELOW_SOMEHOW
        notes.append(exact)
    return tuple(notes)


def compared_table(
    key: str,
    caption: Words,
    head: Words,
    names: Mapping[str, Words],
    tables: Sequence[Published | None],
    question: Question,
    *,
    total: bool = True,
    lights: Mapping[str, str] | None = None,
) -> Table:
    """One line a code: the period, its share of the whole, the period compared, the growth."""
    now = tables[0]
    before = tables[1] if len(tables) > 1 else None
    codes = [*names, *([TOTAL] if total else [])]
    columns: list[Words] = [year_of(question.days)]
    columns += [s.SHARE] if total else []
    if before is not None and question.compared is not None:
        columns += [year_of(question.compared), s.GROWTH]
    lines = []
    for code in codes:
        this, other = _at(now, code), _at(before, code)
        numbers = [this]
        numbers += [share(this, _at(now, TOTAL))] if total else []
        numbers += [other, growth(other, this)] if before is not None else []
        label = s.TOTAL if code == TOTAL else names[code]
        lines.append(Line(label, tuple(numbers), (lights or {}).get(code, ""), code == TOTAL))
    return Table(key, caption, head, tuple(columns), tuple(lines), marks(*tables))


def _at(table: Published | None, code: str) -> Number:
    return shown(table.cells.get((code,))) if table else NOTHING


def bars(
    key: str,
    title: Words,
    names: Mapping[str, Words],
    tables: Sequence[Published | None],
    question: Question,
) -> Chart:
    """Beams, one a code, the period compared beneath each."""
    series = tuple(
        Series(year_of(days), tuple(_at(table, code) for code in names))
        for days, table in zip(question.spans, tables, strict=False)
        if table is not None
    )
    labels = tuple(names.values())
    return Chart(key, BARS, title, largest(labels, series), labels, series)


def largest(labels: Sequence[Words], series: Sequence[Series]) -> Words:
    """A sentence that says the most a chart says."""
    known = (
        [
            (number.value, label)
            for number, label in zip(series[0].numbers, labels, strict=True)
            if number.value is not None
        ]
        if series
        else []
    )
    if not known:
        return s.HIDDEN_TEXT
    value, label = max(known, key=lambda pair: pair[0])
    return Said(s.BARS_TEXT, {"name": label, "number": value})


def breaks_between(one: Indicator, question: Question) -> tuple[Words, ...]:
    """The breaks of a series that a comparison, or the year itself, steps over."""
    years = [days.first.year for days in question.spans]
    return tuple(
        b.text for b in one.breaks if min(years) < b.year <= max(years) or b.year in years[:1]
    )


def origin_of(counted: Counted) -> Words:
    return Origin(counted.origin).label


def unknown(counted: Counted, question: Question) -> tuple[Words, ...]:
    """What a reader must know is not there."""
    if not counted:
        return (Said(s.MISSING, {"period": Span(question.days)}),)
    if counted.since is not None:
        return (Said(s.SINCE, {"day": counted.since}),)
    return ()


def is_bound(counted: Counted) -> bool:
    return counted.precision != Precision.EXACT
