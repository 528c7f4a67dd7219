"""A report as HTML: inside a page of the product, or as one file that opens alone."""

from base64 import b64encode
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

from phare.faces.shared.reporting.charts import Drawing, drawn
from phare.faces.shared.reporting.words import Writer, speaking
from phare.indicators.findings import Weight
from phare.reports.model import Lifted, Line, Released, Report, Section, Table

SHEET = Path(__file__).parents[1] / "static" / "shared" / "phare.css"


@dataclass(frozen=True)
class Row:
    label: SafeString | str
    cells: tuple[str, ...]
    light: str
    is_total: bool


@dataclass(frozen=True)
class Grid:
    """A table in words."""

    key: str
    caption: str
    head: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    notes: tuple[str, ...]


def page(report: Report, *, query: str = "", demo: bool = False) -> str:
    """The report between <main> and </main>, for a page of the product. With `query`, the end of
    its address, each table has a link to itself as a file."""
    with speaking(report.language):
        return render_to_string(
            "shared/report/body.html", context(report) | {"query": query, "demo": demo}
        )


def standalone(report: Report, *, demo: bool = False) -> str:
    """One file that needs nothing else: the style sheet is in it."""
    with speaking(report.language):
        return render_to_string(
            "shared/report/file.html",
            context(report) | {"sheet": _sheet(), "demo": demo},
        )


@cache
def _sheet() -> str:
    """The style sheet of the house, as an address that holds it; without its fonts, which a file
    alone cannot reach."""
    lines = SHEET.read_text().splitlines()
    sheet = "\n".join(line for line in lines if not line.startswith("@font-face"))
    return "data:text/css;base64," + b64encode(sheet.encode()).decode()


def context(report: Report) -> dict[str, Any]:
    """Everything a template or a page writes, in words."""
    writer = Writer(report.language)
    return {
        "language": report.language,
        "title": writer.span(report.days),
        "whole_year": report.is_whole_year,
        "period": writer.span(report.days),
        "centres": [writer.marked(name) for name in report.centres],
        "poster": writer.number(report.poster),
        "poster_words": writer.words(report.poster_words),
        "lead": writer.words(report.lead),
        "sections": [section(one, writer) for one in report.sections],
        "unknown": [
            (writer.words(one.title), " ".join(writer.words(text) for text in one.missing))
            for one in report.unknown
        ],
        "contradictions": [
            (Weight(finding.weight).label, writer.finding(finding))
            for finding in report.contradictions
        ],
        "lifted": [lifted(one, writer) for one in report.lifted],
        "exceptions": [released(one, writer) for one in report.exceptions],
        "training": report.training,
        "made_on": writer.day(report.made_on),
    }


def lifted(one: Lifted, writer: Writer) -> tuple[str, ...]:
    return (
        writer.words(one.rule),
        writer.marked(one.reason),
        one.granted_by,
        writer.day(one.days.first),
        writer.day(one.days.last),
    )


def released(one: Released, writer: Writer) -> tuple[str, ...]:
    return (
        writer.words(one.table),
        writer.words(one.decided_by),
        writer.day(one.decided_on),
        writer.marked(one.reason),
    )


def section(one: Section, writer: Writer) -> dict[str, Any]:
    drawings: list[Drawing] = [drawn(chart, writer) for chart in one.charts]
    return {
        "key": one.key,
        "title": writer.words(one.title),
        "definition": writer.words(one.definition),
        "lead": writer.words(one.lead),
        "drawings": [(d, mark_safe(d.content)) for d in drawings],
        "tables": [grid(table, writer) for table in one.tables],
        "breaks": [writer.words(text) for text in one.breaks],
        "missing": [writer.words(text) for text in one.missing],
        "origin": writer.words(one.origin),
        "sources": ", ".join(one.sources),
    }


def grid(table: Table, writer: Writer) -> Grid:
    return Grid(
        table.key,
        writer.words(table.caption),
        writer.words(table.head),
        tuple(writer.words(column) for column in table.columns),
        tuple(row(line, writer) for line in table.lines),
        tuple(writer.words(note) for note in table.notes),
    )


def row(line: Line, writer: Writer) -> Row:
    return Row(
        writer.marked(line.label),
        tuple(writer.number(number) for number in line.numbers),
        line.light,
        line.is_total,
    )
