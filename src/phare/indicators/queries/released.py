"""What the director decided to publish in full."""

from collections.abc import Sequence

from django.utils.translation import gettext_lazy as _

from phare.centres.models import Centre
from phare.ground.periods import Days
from phare.indicators.disclosure import NamedException
from phare.indicators.models import ReleasedTable


def released_tables(*, centre: Centre) -> list[ReleasedTable]:
    """Newest year first."""
    return list(ReleasedTable.objects.filter(centre=centre).order_by("-year", "table", "pk"))


def released_numbered(pk: int, *, centre: Centre) -> ReleasedTable | None:
    return ReleasedTable.objects.filter(centre=centre, pk=pk).first()


def named_exceptions(days: Days, *, centres: Sequence[Centre]) -> list[NamedException]:
    """What may be shown in full of those days: of a whole year only, and if every centre says so.

    A part of a year, or a year that still runs, would show smaller cells than were decided upon.
    """
    year = days.first.year
    if days != Days.of_year(year):
        return []
    found: dict[str, list[ReleasedTable]] = {}
    rows = ReleasedTable.objects.filter(centre__in=centres, year=year)
    for row in rows.order_by("table", "centre_id", "pk"):
        found.setdefault(row.table, []).append(row)
    about = frozenset({("days", f"{days.first}/{days.last}")})
    return [
        NamedException(table, _("the director"), rows[-1].decided_on, rows[0].reason, about)
        for table, rows in found.items()
        if len(rows) == len(centres)
    ]
