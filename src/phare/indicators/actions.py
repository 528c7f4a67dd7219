"""The only door by which an imported figure is written."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction

from phare.centres.models import Centre
from phare.indicators.figures import Figure
from phare.indicators.models import ImportedFigure
from phare.indicators.queries.imported import figure_of


@dataclass(frozen=True)
class Change:
    """A figure that was known with another value."""

    before: Figure
    after: Figure


@dataclass(frozen=True)
class Imported:
    """What an import did."""

    new: tuple[Figure, ...]
    changed: tuple[Change, ...]
    unchanged: int


@transaction.atomic
def import_figures(figures: Sequence[Figure], *, centre: Centre) -> Imported:
    """Keeps each figure once: what is there stays, another value replaces it and is said."""
    years = {figure.year for figure in figures}
    rows = {
        figure_of(row).identity: row
        for row in ImportedFigure.objects.select_for_update().filter(
            centre=centre, first_on__year__in=years
        )
    }
    new, changed, unchanged = [], [], 0
    for figure in figures:
        row = rows.get(figure.identity)
        if row is None:
            new.append(figure)
        elif row.value == figure.value:
            unchanged += 1
        else:
            changed.append(Change(figure_of(row), figure))
            row.value, row.label, row.line = figure.value, figure.label, figure.line
            row.save(update_fields=["value", "label", "line"])
    ImportedFigure.objects.bulk_create([_row(figure, centre=centre) for figure in new])
    return Imported(tuple(new), tuple(changed), unchanged)


@transaction.atomic
def drop_figures(*, centre: Centre, year: int, source: str) -> int:
    """Takes back what a source stated of a year; the history keeps it."""
    rows = ImportedFigure.objects.filter(centre=centre, first_on__year=year, source=source)
    return rows.delete()[0]


def _row(figure: Figure, *, centre: Centre) -> ImportedFigure:
    return ImportedFigure(
        centre=centre,
        indicator=figure.indicator,
        item=figure.item,
        first_on=figure.first_on,
        value=figure.value,
        kind=figure.kind,
        precision=figure.precision,
        source=figure.source,
        label=figure.label,
        line=figure.line,
    )
