"""Figures and findings in words, as the pages of the office list them."""

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from django.utils.translation import get_language, ngettext

from phare.faces.shared.reporting.words import Writer
from phare.indicators.definitions import INDICATORS, PeriodKind, Precision, Unit
from phare.indicators.figures import Figure
from phare.indicators.findings import Finding, Weight
from phare.reports.model import PERCENT, PLAIN, Month, Number

ALIKE = 10  # findings of one kind that are written out; of the others the number is said


def groups_of(shown: Sequence[Figure]) -> list[dict[str, Any]]:
    """The figures of a year as the catalogue orders them."""
    writer = Writer(get_language() or "fr")
    order = {code: position for position, code in enumerate(INDICATORS)}
    known = sorted(
        (figure for figure in shown if figure.indicator in order),
        key=lambda f: (order[f.indicator], f.first_on, not f.is_whole, f.item, f.precision),
    )
    return [
        {
            "indicator": INDICATORS[code],
            "unit": Unit(INDICATORS[code].unit).label,
            "rows": [row_of(figure, writer) for figure in rows],
        }
        for code, rows in groupby(known, key=lambda f: f.indicator)
    ]


def row_of(figure: Figure, writer: Writer) -> dict[str, str]:
    one = INDICATORS[figure.indicator]
    unit = PERCENT if one.unit in (Unit.PERCENT, Unit.GROWTH) else PLAIN
    number = Number(figure.value, "", unit, figure.places, signed=one.unit == Unit.GROWTH)
    exact = figure.precision == Precision.EXACT
    return {
        "name": writer.words(one.item_name(figure.item)),
        "when": when_of(figure, writer),
        "precision": "" if exact else str(Precision(figure.precision).label),
        "value": writer.number(number),
        "source": figure.source,
    }


def when_of(figure: Figure, writer: Writer) -> str:
    if figure.kind == PeriodKind.MONTH:
        return writer.words(Month(figure.first_on))
    return writer.day(figure.first_on) if figure.kind == PeriodKind.DAY else ""


def findings_of(found: Sequence[Finding]) -> list[dict[str, str]]:
    """Kind by kind, the first of each and how many more there are."""
    writer = Writer(get_language() or "fr")
    kinds: dict[tuple[str, str, str], list[Finding]] = {}
    for finding in found:
        kinds.setdefault((finding.weight, finding.check, str(finding.text)), []).append(finding)
    written = []
    for (weight, _check, _text), alike in kinds.items():
        said = [writer.finding(finding) for finding in alike[:ALIKE]]
        if more := len(alike) - len(said):
            text = ngettext(
                "And %(count)s more of the same kind.", "And %(count)s more of the same kind.", more
            )
            said.append(text % {"count": writer.value(more)})
        heavy = "full" if weight == Weight.CONTRADICTION else ""
        label = str(Weight(weight).label)
        written += [{"weight": label, "heavy": heavy, "text": text} for text in said]
    return written
