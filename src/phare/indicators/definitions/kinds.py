"""What a definition is made of."""

from dataclasses import dataclass, field

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

ALL = "ALL"  # the item that is the whole of its indicator


class Unit(models.TextChoices):
    """What one is one of."""

    CONTACTS = "CONTACTS", _("contacts")
    PEOPLE = "PEOPLE", _("people")
    THINGS = "THINGS", _("number")
    PERCENT = "PERCENT", _("percent")
    GROWTH = "GROWTH", _("growth in percent")
    EUROS = "EUROS", _("euros")


WHOLE_NUMBERS = frozenset({Unit.CONTACTS, Unit.PEOPLE, Unit.THINGS})


class Precision(models.TextChoices):
    """How a figure was stated. A bound is kept beside the exact figure, never in its place."""

    EXACT = "EXACT", _("exact")
    MORE_THAN = "MORE_THAN", _("more than")
    ABOUT = "ABOUT", _("about")


class PeriodKind(models.TextChoices):
    YEAR = "YEAR", _("Year")
    MONTH = "MONTH", _("Month")
    DAY = "DAY", _("Day")


Text = str | Promise
Place = tuple[str, str]  # an indicator and one of its items


@dataclass(frozen=True)
class Item:
    """One line of an indicator.

    `labels`: how files call it. `question`: percentages of one question add up to 100. `of`: for a
    stated growth, the figure that is said to have grown.
    """

    code: str
    name: Text
    labels: tuple[str, ...] = ()
    question: str = ""
    of: Place | None = None


@dataclass(frozen=True)
class Break:
    """From `year` on the figure is not counted as before: never one curve across it."""

    year: int
    text: Text


@dataclass(frozen=True)
class Indicator:
    """A figure and what it means. `code` never changes; the rest may, with a dated `Break`.

    `adds_to`: the figure its items add up to. `overlap`: items may hold the same people, so they
    are never added. `open_items`: any label is an item. `moves_with`: a figure that should go the
    same way. `years`: the span of a stated growth. `visitors`: counts people who came, so that
    small cells are protected when it is published.
    """

    code: str
    name: Text
    definition: Text
    unit: str
    items: tuple[Item, ...] = ()
    aliases: tuple[str, ...] = ()
    adds_to: Place | None = None
    overlap: bool = False
    open_items: bool = False
    moves_with: Place | None = None
    years: int = 1
    visitors: bool = False
    breaks: tuple[Break, ...] = field(default=())

    def item(self, code: str) -> Item | None:
        return next((item for item in self.items if item.code == code), None)

    def item_name(self, code: str) -> Text:
        """The name of an item; a free label is its own name."""
        found = self.item(code)
        return found.name if found else code


def whole(*labels: str) -> Item:
    """The item that is the whole."""
    return Item(ALL, _("Total"), ("total", "all", "all modes", *labels))
