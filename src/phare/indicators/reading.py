"""Reads a file of figures. Pure: it writes nothing, and says of every line what became of it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from phare.indicators import refusals
from phare.indicators.definitions import WHOLE_NUMBERS, Indicator, PeriodKind, Unit
from phare.indicators.figures import Figure
from phare.indicators.labels import placed, precision_of
from phare.indicators.numbers import decimal_sign, number
from phare.indicators.refusals import Refusal, Refused
from phare.indicators.tables import Table, read_table

EARLIEST = 1990
KINDS = {"day": PeriodKind.DAY, "month": PeriodKind.MONTH, "year": PeriodKind.YEAR}
YEAR = re.compile(r"\d{4}")
MONTH = re.compile(r"(\d{4})[-/.](\d{1,2})|(\d{1,2})[-/.](\d{4})")
DAY = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})|(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})")


@dataclass(frozen=True)
class Reading:
    """What a file holds: figures, refused lines, and how many lines said the same thing twice."""

    figures: tuple[Figure, ...] = ()
    refused: tuple[Refusal, ...] = ()
    repeated: int = 0
    encoding: str = ""
    separator: str = ""


def read_figures(
    content: bytes, *, today: date, source: str = "", kind: str | None = None
) -> Reading:
    """The figures of a file. `source` stands in where the file names none; `kind` insists on one
    of its columns of time where it has several."""
    try:
        table = read_table(content)
        when = _time_column(table, kind)
    except Refused as refused:
        return Reading(refused=(Refusal(1, "", refused.reason, refused.values),))
    found, wrong = _every_line(table, when, today=today, source=source)
    if table.broken_at:
        wrong.append(Refusal(table.broken_at, "", refusals.QUOTE))
    if not table.lines and not wrong:
        wrong.append(Refusal(1, "", refusals.ONLY_HEADER))
    figures, repeated = _once(found, wrong)
    wrong.sort(key=lambda refusal: refusal.line)
    return Reading(tuple(figures), tuple(wrong), repeated, table.encoding, table.separator)


def _time_column(table: Table, kind: str | None) -> str:
    """The finest column of time, or the one asked for; every other needed column is there."""
    for column in ("indicator", "breakdown", "value"):
        if column not in table.columns:
            raise Refused(refusals.NO_COLUMN, column=column)
    names = [name for name, code in KINDS.items() if kind in (None, code)]
    found = next((name for name in names if name in table.columns), None)
    if found is None:
        raise Refused(refusals.NO_COLUMN, column=names[-1])
    return found


def _every_line(
    table: Table, when: str, *, today: date, source: str
) -> tuple[list[Figure], list[Refusal]]:
    found: list[Figure] = []
    wrong: list[Refusal] = []
    values = table.columns.index("value")
    sign = decimal_sign(cells[values] for _, cells in table.lines if len(cells) > values)
    for line, cells in table.lines:
        try:
            row = _row(table, cells)
            found.append(_figure(line, row, when, today=today, source=source, sign=sign))
        except _Wrong as fault:
            wrong.append(Refusal(line, fault.column, fault.refused.reason, fault.refused.values))
    return found, wrong


class _Wrong(Exception):
    def __init__(self, column: str, refused: Refused) -> None:
        super().__init__()
        self.column, self.refused = column, refused


def _row(table: Table, cells: tuple[str, ...]) -> Mapping[str, str]:
    wanted = len(table.columns)
    if len(cells) > wanted and any(cells[wanted:]):
        raise _Wrong("", Refused(refusals.TOO_MANY, found=len(cells), wanted=wanted))
    if {"indicator", "breakdown", "value"} & set(table.columns[len(cells) :]):
        raise _Wrong("", Refused(refusals.TOO_FEW, found=len(cells), wanted=wanted))
    return dict(zip(table.columns, cells, strict=False))


def _figure(
    line: int, row: Mapping[str, str], when: str, *, today: date, source: str, sign: str
) -> Figure:
    label = row.get("breakdown", "")
    column = when
    try:
        first = _first_day(row.get(when, ""), when, today)
        column = "indicator"
        name = row.get("indicator", "")
        try:
            indicator, item = placed(name, label)
        except Refused as refused:
            if refused.reason in (refusals.UNKNOWN_ITEM, refusals.NO_ITEM):
                column = "breakdown"
            raise
        column = "value"
        value = _value(row.get("value", ""), indicator, sign)
    except Refused as refused:
        raise _Wrong(column, refused) from None
    return Figure(
        indicator=indicator.code,
        item=item,
        first_on=first,
        value=value,
        kind=KINDS[when],
        precision=precision_of(label),
        source=(row.get("source") or source)[:300],
        label=label[:300],
        line=line,
    )


def _value(text: str, indicator: Indicator, sign: str) -> Decimal:
    if not text:
        raise Refused(refusals.NO_VALUE)
    share = indicator.unit == Unit.PERCENT
    value = number(
        text,
        is_whole=indicator.unit in WHOLE_NUMBERS,
        sign=sign,
        below=100 if share or indicator.unit == Unit.GROWTH else None,
    )
    if value < 0 and indicator.unit != Unit.GROWTH:
        raise Refused(refusals.NEGATIVE, text=text)
    if share and value > 100:
        raise Refused(refusals.NOT_SHARE, text=text)
    return value


def _first_day(text: str, when: str, today: date) -> date:
    """The first day of the period a cell names."""
    pattern, reason = {
        "year": (YEAR, refusals.NOT_YEAR),
        "month": (MONTH, refusals.NOT_MONTH),
        "day": (DAY, refusals.NOT_DAY),
    }[when]
    if not pattern.fullmatch(text):
        raise Refused(reason, text=text)
    parts = [int(part) for part in re.split(r"[-/.]", text)]
    if len(parts) > 1 and parts[-1] > 31:
        parts.reverse()
    year, month, day = (*parts, 1, 1)[:3]
    try:
        first = date(year, month, day)
    except ValueError:
        raise Refused(reason, text=text) from None
    if first > today:
        raise Refused(refusals.FUTURE, text=text)
    if year < EARLIEST:
        raise Refused(refusals.TOO_OLD, text=text)
    return first


def _once(found: list[Figure], wrong: list[Refusal]) -> tuple[list[Figure], int]:
    """Each figure once. The same value again is harmless; another value is refused."""
    known: dict[tuple, Figure] = {}
    repeated = 0
    for figure in found:
        first = known.setdefault(figure.identity, figure)
        if first is figure:
            continue
        if first.value == figure.value:
            repeated += 1
        else:
            values = {"line": first.line, "other": _short(first), "text": _short(figure)}
            wrong.append(Refusal(figure.line, "value", refusals.TWO_VALUES, values))
    return list(known.values()), repeated


def _short(figure: Figure) -> str:
    return f"{figure.value:.{figure.places}f}"
