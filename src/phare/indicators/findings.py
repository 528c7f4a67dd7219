"""What does not fit together, said in words with its numbers."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from django.db import models
from django.utils.translation import gettext_lazy as _

from phare.indicators.definitions.kinds import Text
from phare.indicators.figures import Figure


class Weight(models.TextChoices):
    """How serious it is. A note is no fault: it says what cannot be known."""

    CONTRADICTION = "CONTRADICTION", _("Contradiction")
    DOUBT = "DOUBT", _("Doubt")
    NOTE = "NOTE", _("Note")


class Check(models.TextChoices):
    PARTS = "PARTS", _("Parts against their total")
    PERCENT = "PERCENT", _("Percentages of one question against 100")
    GROWTH = "GROWTH", _("Growth as stated against growth as computed")
    BOUND = "BOUND", _("A stated bound against the exact figure")
    SOURCES = "SOURCES", _("The same figure from two sources")
    TOGETHER = "TOGETHER", _("Figures that should move together")
    COPIED = "COPIED", _("Percentages identical two years running")


PARTS = _(
    "%(indicator)s, %(year)s: the parts add up to %(sum)s, the total says %(total)s. "
    "Difference: %(gap)s (%(source)s)."
)
PARTS_ACROSS = _(
    "%(indicator)s, %(year)s: the parts add up to %(sum)s (%(source)s), another source says their "
    "total is %(total)s (%(other)s). Difference: %(gap)s."
)
MONTHS = _(
    "%(indicator)s, %(item)s, %(year)s: the months add up to %(sum)s, the year says %(total)s. "
    "Difference: %(gap)s."
)
UNSPECIFIED = _(
    "%(indicator)s, %(year)s: the answers add up to %(sum)s percent. %(gap)s percent are "
    "unspecified (rounding explains %(tolerance)s at most)."
)
ABOVE = _(
    "%(indicator)s, %(year)s: the answers of one question add up to %(sum)s percent, more than "
    "100 (rounding explains %(tolerance)s at most)."
)
GROWTH = _(
    "%(item)s, %(year)s: growth is stated as %(stated)s percent (%(source)s), and the figures give "
    "%(computed)s percent."
)
TRUNCATED = _(
    "%(item)s, %(year)s: growth is stated as %(stated)s percent (%(source)s). The figures give "
    "%(computed)s percent: it was cut off, not rounded."
)
OTHER_SPAN = _(
    "%(item)s, %(year)s: growth of %(stated)s percent is said to be over %(years)s years. Over "
    "%(span)s, the figures give %(computed)s percent: the span is very likely wrong."
)
UNCHECKED = _(
    "%(item)s, %(year)s: the stated growth of %(stated)s percent cannot be checked, because the "
    "earlier figure is not known."
)
BOUND = _(
    "%(indicator)s, %(item)s, %(year)s: stated as more than %(bound)s, while the exact figure is "
    "%(exact)s."
)
ROUNDED = _(
    "%(indicator)s, %(item)s, %(year)s: stated as about %(bound)s, while the exact figure is "
    "%(exact)s."
)
SOURCES = _("%(indicator)s, %(item)s, %(year)s: one source says %(one)s, another says %(other)s.")
TOGETHER = _(
    "%(indicator)s changes by %(one)s percent from %(before)s to %(year)s, while “%(with_name)s” "
    "changes by %(other)s percent: probably counted in another way."
)
COPIED = _(
    "%(indicator)s: the percentages of %(before)s and %(year)s are exactly the same. They may have "
    "been copied forward."
)
UNPRINTED_SOURCES = _(
    "%(indicator)s, %(item)s, %(year)s: two sources disagree. The numbers are not printed, because "
    "they are small or would tell a small one."
)
UNPRINTED = _(
    "%(name)s, %(year)s: the figures do not fit together. The numbers are not printed, because "
    "they are small or would tell a small one."
)
COUNTS_OF_PEOPLE = frozenset({Check.PARTS, Check.BOUND, Check.SOURCES})


@dataclass(frozen=True)
class Finding:
    """One thing that does not fit; `text` takes `values`, numbers as numbers, years as text.

    `rests_on`: the figures its numbers are, or are made of.
    """

    check: str
    weight: str
    year: int
    indicators: tuple[str, ...]
    text: Text
    values: Mapping[str, object] = field(default_factory=dict)
    rests_on: tuple[Figure, ...] = ()

    def without_numbers(self) -> "Finding":
        """The same for everybody to read, where its numbers would tell of a few people."""
        said = self.values
        if self.check == Check.SOURCES:
            names = {name: said[name] for name in ("indicator", "item", "year")}
            return replace(self, text=UNPRINTED_SOURCES, values=names, rests_on=())
        names = {"name": said.get("indicator", said.get("item")), "year": said["year"]}
        return replace(self, text=UNPRINTED, values=names, rests_on=())
