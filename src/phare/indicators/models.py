"""Figures of former years and other systems, with their source, and what the director releases.

Contacts are never written here.
"""

import pghistory
from django.db import models
from django.db.models import Q

from phare.centres.models import OwnedByCentre
from phare.ground.translated import TranslatedField
from phare.indicators.definitions import PeriodKind, Precision


@pghistory.track()
class ImportedFigure(OwnedByCentre):
    """One figure as somebody else stated it. `item` is a code, or a free label of the file."""

    indicator = models.SlugField(max_length=60)
    item = models.CharField(max_length=160)
    kind = models.CharField(max_length=5, choices=PeriodKind, default=PeriodKind.YEAR)
    first_on = models.DateField()
    precision = models.CharField(max_length=9, choices=Precision, default=Precision.EXACT)
    source = models.CharField(max_length=300, blank=True)
    value = models.DecimalField(max_digits=16, decimal_places=4)
    label = models.CharField(max_length=300, blank=True)
    line = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["centre", "indicator", "item", "kind", "first_on", "precision", "source"],
                name="importedfigure_once",
            ),
            models.CheckConstraint(
                condition=Q(kind=PeriodKind.DAY)
                | Q(kind=PeriodKind.MONTH, first_on__day=1)
                | Q(kind=PeriodKind.YEAR, first_on__day=1, first_on__month=1),
                name="importedfigure_first_day",
            ),
        ]
        indexes = [models.Index(fields=["centre", "first_on"], name="importedfigure_when")]

    def __str__(self) -> str:
        return f"{self.first_on} {self.indicator} {self.item} {self.value}"


@pghistory.track()
class ReleasedTable(OwnedByCentre):
    """A table of one year published in full, small cells too, by decision of the director.

    Who decided stands in the history; the report names the office, never a person.
    """

    table = models.SlugField(max_length=60)
    year = models.PositiveSmallIntegerField()
    decided_on = models.DateField()
    reason = TranslatedField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["centre", "table", "year"], name="releasedtable_once"),
            models.CheckConstraint(
                condition=Q(reason__has_keys=["fr", "nl"]), name="releasedtable_says_why"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.year} {self.table}"
