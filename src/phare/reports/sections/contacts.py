"""Contacts by mode, by channel, by month, and year after year."""

from collections.abc import Callable
from datetime import date

from phare.contacts.choices import Channel, Mode
from phare.ground.periods import Days
from phare.indicators import queries
from phare.indicators.definitions import INDICATORS, Indicator, Precision
from phare.indicators.disclosure import Axis, Published
from phare.indicators.protection import TOTAL
from phare.indicators.queries import Counted, Origin
from phare.reports import sentences as s
from phare.reports.model import (
    NOTHING,
    Chart,
    Line,
    Month,
    Number,
    Said,
    Section,
    Series,
    Span,
    Table,
    Words,
    growth,
    shown,
)
from phare.reports.question import Question, same_days
from phare.reports.shapes import (
    BARS,
    LINES,
    bars,
    breaks_between,
    compared_table,
    largest,
    marks,
    origin_of,
    unknown,
)

YEARS_BACK = 6


def by_mode(question: Question) -> Section:
    counting = question.counted(queries.contacts_by_mode)
    return _parts(
        question, counting, "modes", s.BY_MODE, s.MODE, "contacts_by_mode", dict(Mode.choices)
    )


def by_channel(question: Question) -> Section:
    return _parts(
        question,
        question.counted(queries.advice_by_channel),
        "channels",
        s.BY_CHANNEL,
        s.CHANNEL,
        "advice_by_channel",
        dict(Channel.choices),
        ("mode", "ADVICE"),
    )


def _parts(
    question: Question,
    counting: Callable[[Days], Counted],
    key: str,
    title: Words,
    head: Words,
    indicator: str,
    labels: dict[str, Words],
    *about: tuple[str, str],
) -> Section:
    """A section whose lines add up: now, before, growth."""
    one = INDICATORS[indicator]
    counted = [counting(days) for days in question.spans]
    missing = unknown(counted[0], question) + _beside(question, counted[0], one)
    if not counted[0].values:
        missing = missing or (Said(s.MISSING, {"period": Span(question.days)}),)
        return Section(key, title, one.definition, missing=missing)
    names = {
        code: label for code, label in labels.items() if any((code,) in c.values for c in counted)
    }
    axis = Axis(indicator.rsplit("_", 1)[-1], tuple(names))
    tables = [
        question.publish(key, c.values, [axis], *about, days=days, counting=counting) if c else None
        for c, days in zip(counted, question.spans, strict=True)
    ]
    if question.compared is not None and not counted[1]:
        missing += (Said(s.UNCOMPARED, {"year": Span(question.compared)}),)
    return Section(
        key,
        title,
        one.definition,
        _largest_part(names, tables[0]),
        (bars(f"{key}-chart", title, names, tables, question),),
        (compared_table(key, title, head, names, tables, question),),
        breaks_between(one, question),
        missing,
        origin_of(counted[0]),
        tuple(sorted({source for c in counted for source in c.sources})),
    )


def _beside(question: Question, counted: Counted, one: Indicator) -> tuple[Words, ...]:
    """What another source says of the same days, when this house counted itself."""
    if counted.origin != Origin.OWN or one.code != "contacts_by_mode":
        return ()
    other = queries.stated(question.days, centres=question.centres, indicator="contacts")
    return (Said(s.IMPORTED_BESIDE, {"number": other.total}),) if other else ()


def _largest_part(names: dict[str, Words], table: Published | None) -> Words:
    total = shown(table.cells[(TOTAL,)]).value if table else None
    known = [
        (value, code)
        for code in names
        if table and (value := table.cells[(code,)].value) is not None
    ]
    if not known or total is None:
        return ""
    value, code = max(known)
    return Said(s.LARGEST, {"name": names[code], "number": value, "total": total})


def by_month(question: Question) -> Section:
    one = INDICATORS["contacts_by_month"]
    counted = queries.contacts_by_month(question.days, centres=question.centres)
    if not counted.values:
        missing = (Said(s.PARTIAL, {"period": Span(question.days)}),)
        return Section("months", s.BY_MONTH, one.definition, missing=missing)
    months = sorted({month for month, _ in counted.values})
    names = {
        code: label for code, label in Mode.choices if any(m == code for _, m in counted.values)
    }
    axes = [Axis("month", tuple(months)), Axis("mode", tuple(names))]
    by_mode = question.counted(queries.contacts_by_mode)
    table = question.publish("months", counted.values, axes, counting=by_mode)
    labels = tuple(Month(date.fromisoformat(f"{month}-01")) for month in months)
    series = tuple(
        Series(label, tuple(shown(table.at(month, code)) for month in months))
        for code, label in names.items()
    )
    lines = tuple(
        Line(
            s.TOTAL if month == TOTAL else labels[months.index(month)],
            tuple(shown(table.at(month, code)) for code in (*names, TOTAL)),
            is_total=month == TOTAL,
        )
        for month in (*months, TOTAL)
    )
    return Section(
        "months",
        s.BY_MONTH,
        one.definition,
        charts=(Chart("months-chart", LINES, s.BY_MONTH, _peak(labels, series), labels, series),),
        tables=(
            Table("months", s.BY_MONTH, s.MONTH, (*names.values(), s.TOTAL), lines, marks(table)),
        ),
        breaks=breaks_between(one, question),
        missing=unknown(counted, question),
        origin=origin_of(counted),
        sources=counted.sources,
    )


def _peak(labels: tuple[Month, ...], series: tuple[Series, ...]) -> Words:
    known = [
        (number.value, label, one.label)
        for one in series
        for number, label in zip(one.numbers, labels, strict=True)
        if number.value is not None
    ]
    if not known:
        return s.HIDDEN_TEXT
    value, when, name = max(known, key=lambda found: found[0])
    return Said(s.LINES_TEXT, {"name": name, "when": when, "number": value})


def years(question: Question) -> Section | None:
    """The same days of every year there is a figure of."""
    one = INDICATORS["contacts"]
    known = _known_years(question)
    if len(known) < 2:
        return None
    labels = tuple(_named(year, counted) for year, (counted, _) in known.items())
    numbers = tuple(shown(table.cells[(TOTAL,)]) for _, table in known.values())
    lines = tuple(
        Line(label, (number, _grown(year, known)))
        for label, year, number in zip(labels, known, numbers, strict=True)
    )
    broken = [b for b in one.breaks if min(known) < b.year <= max(known)]
    places = tuple(list(known).index(b.year) for b in broken if b.year in known)
    series = (Series(s.CONTACTS, numbers),)
    chart = Chart(
        "years-chart", BARS, s.YEARS, largest(labels, series), labels, series, breaks=places
    )
    return Section(
        "years",
        s.YEARS,
        one.definition,
        charts=(chart,),
        tables=(Table("years", s.YEARS, s.YEAR, (s.CONTACTS, s.GROWTH), lines),),
        breaks=tuple(b.text for b in broken),
        missing=_late(known),
        origin=_origins(known),
        sources=tuple(sorted({x for counted, _ in known.values() for x in counted.sources})),
    )


def _known_years(question: Question) -> dict[int, tuple[Counted, Published]]:
    """What was counted of the same days, and what may be shown of it, year by year."""
    last = question.days.first.year
    known = {}
    for year in range(last - YEARS_BACK, last + 1):
        days = same_days(question.days, year)
        counted = queries.contacts_total(days, centres=question.centres)
        if counted:
            known[year] = (counted, _total(question, counted, days))
    return known


def _named(year: int, counted: Counted) -> Words:
    """A year, and whether its figure is a bound."""
    if counted.precision == Precision.EXACT:
        return str(year)
    bound = s.AT_LEAST if counted.precision == Precision.MORE_THAN else s.ABOUT
    return Said(bound, {"year": str(year)})


def _grown(year: int, known: dict[int, tuple[Counted, Published]]) -> Number:
    """Over the year before; nothing where one of the two is only a bound."""
    pair = [known[one] for one in (year - 1, year) if one in known]
    if len(pair) < 2 or any(counted.precision != Precision.EXACT for counted, _ in pair):
        return NOTHING
    before, after = (shown(table.cells[(TOTAL,)]) for _, table in pair)
    return growth(before, after)


def _total(question: Question, counted: Counted, days: Days) -> Published:
    """The total of some days, through the exit like everything else."""
    return question.publish(
        "years",
        {("ALL",): counted.total},
        [Axis("all", ("ALL",))],
        days=days,
        counting=question.counted(queries.contacts_total),
    )


def _late(known: dict[int, tuple[Counted, Published]]) -> tuple[Words, ...]:
    since = [counted.since for counted, _ in known.values() if counted.since]
    return tuple(Said(s.SINCE, {"day": day}) for day in since)


def _origins(known: dict[int, tuple[Counted, Published]]) -> Words:
    origins = {counted.origin for counted, _ in known.values()}
    return Origin(origins.pop()).label if len(origins) == 1 else s.ORIGINS
