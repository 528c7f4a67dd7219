"""The only door by which an imported figure or a decision of the director is written."""

from collections.abc import Mapping, Sequence
from datetime import date

from django.db import IntegrityError, connection, transaction

from phare.centres.models import Centre
from phare.indicators.figures import Figure
from phare.indicators.models import ImportedFigure, ReleasedTable
from phare.indicators.queries.imported import Differences, differences, figure_of

IMPORT_RITE = 20_02  # what the pair of keys of the advisory lock is about


@transaction.atomic
def import_figures(figures: Sequence[Figure], *, centre: Centre) -> Differences:
    """Keeps each figure once: what is there stays, another value replaces it and is said."""
    import_one_at_a_time(centre=centre)
    rows = ImportedFigure.objects.select_for_update().filter(centre=centre).order_by("pk")
    known = {figure_of(row).identity: row for row in rows}
    found = differences(figures, centre=centre)
    for change in found.changed:
        row = known[change.after.identity]
        row.value, row.label, row.line = change.after.value, change.after.label, change.after.line
        row.save(update_fields=["value", "label", "line"])
    ImportedFigure.objects.bulk_create([_row(figure, centre=centre) for figure in found.new])
    return found


def import_one_at_a_time(*, centre: Centre) -> None:
    """Held until the transaction ends: a row that is new to two imports cannot be locked."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s, %s)", [IMPORT_RITE, centre.pk])


@transaction.atomic
def drop_figures(*, centre: Centre, year: int, source: str) -> int:
    """Takes back what a source stated of a year; the history keeps it."""
    rows = ImportedFigure.objects.filter(centre=centre, first_on__year=year, source=source)
    return rows.delete()[0]


class TableIsReleased(Exception):
    """That table of that year is released already."""


@transaction.atomic
def release_table(
    *, centre: Centre, table: str, year: int, reason: Mapping[str, str], on: date
) -> ReleasedTable:
    """From now on reports show that table of that year in full and say why.

    Raises `TableIsReleased`.
    """
    try:
        with transaction.atomic():
            return ReleasedTable.objects.create(
                centre=centre, table=table, year=year, reason=dict(reason), decided_on=on
            )
    except IntegrityError as error:
        if ReleasedTable.objects.filter(centre=centre, table=table, year=year).exists():
            raise TableIsReleased from error
        raise


@transaction.atomic
def withdraw_release(released: ReleasedTable) -> None:
    """Reports protect the table again; what was printed before cannot be taken back."""
    released.delete()


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
