"""Imported figures as values."""

from collections.abc import Sequence
from dataclasses import dataclass

from phare.centres.models import Centre
from phare.ground.periods import Days
from phare.indicators.figures import Figure
from phare.indicators.models import ImportedFigure


@dataclass(frozen=True)
class Change:
    """A figure that was known with another value."""

    before: Figure
    after: Figure


@dataclass(frozen=True)
class Differences:
    """What a file would change, or has changed."""

    new: tuple[Figure, ...]
    changed: tuple[Change, ...]
    unchanged: int


def differences(figures: Sequence[Figure], *, centre: Centre) -> Differences:
    """The figures of a file beside those already kept."""
    known = {figure.identity: figure for figure in imported_figures(centres=[centre])}
    pairs = [(known.get(figure.identity), figure) for figure in figures]
    return Differences(
        tuple(after for before, after in pairs if before is None),
        tuple(
            Change(before, after)
            for before, after in pairs
            if before is not None and before.value != after.value
        ),
        sum(before is not None and before.value == after.value for before, after in pairs),
    )


def figure_of(row: ImportedFigure) -> Figure:
    """A row as a value."""
    return Figure(
        indicator=row.indicator,
        item=row.item,
        first_on=row.first_on,
        value=row.value,
        kind=row.kind,
        precision=row.precision,
        source=row.source,
        label=row.label,
        line=row.line,
        kept=row.pk,
    )


def imported_figures(
    *, centres: Sequence[Centre], days: Days | None = None, indicators: Sequence[str] | None = None
) -> list[Figure]:
    """What was imported for those centres, by period then figure; `days` bounds the first day."""
    rows = ImportedFigure.objects.filter(centre__in=centres)
    if days is not None:
        rows = rows.filter(first_on__range=(days.first, days.last))
    if indicators is not None:
        rows = rows.filter(indicator__in=indicators)
    order = ("-first_on", "indicator", "item", "kind", "precision", "source", "pk")
    return [figure_of(row) for row in rows.order_by(*order)]


def imported_years(*, centres: Sequence[Centre]) -> list[int]:
    """The years of which there are imported figures, newest first."""
    rows = ImportedFigure.objects.filter(centre__in=centres).values_list("first_on", flat=True)
    return sorted({first.year for first in rows.distinct().order_by("first_on")}, reverse=True)


def sources_of(*, centre: Centre, year: int) -> list[str]:
    """Who stated the figures of a year."""
    rows = ImportedFigure.objects.filter(centre=centre, first_on__year=year)
    return list(rows.values_list("source", flat=True).distinct().order_by("source"))
