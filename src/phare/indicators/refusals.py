"""Why a line of a file is not taken, and what to do about it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

NOT_TEXT = _("This file is not a table of text. Save it as CSV and try again.")
EMPTY = _("The file is empty. The first line must name the columns.")
NO_COLUMN = _(
    "The column “%(column)s” is missing. The first line must name year (or month, or day), "
    "indicator, breakdown and value."
)
ONLY_HEADER = _("There is no line under the names of the columns.")
QUOTE = _(
    "A quotation mark is opened here and never closed. Close it, or write it twice inside a text."
)
TOO_FEW = _("This line has %(found)s columns and the first line names %(wanted)s.")
TOO_MANY = _(
    "This line has %(found)s columns and the first line names %(wanted)s. A text that holds the "
    "separator needs quotation marks."
)
NO_VALUE = _("There is no value. Write a number, or leave the line out if it is not known.")
NOT_NUMBER = _("“%(text)s” is not a number.")
TWO_READINGS = _(
    "“%(text)s” can be read as %(large)s or as %(small)s. Write it without a thousands sign."
)
NOT_WHOLE = _("“%(text)s” has decimals, and this figure counts whole things.")
NEGATIVE = _("“%(text)s” is below zero, and this figure cannot be.")
TOO_LARGE = _("“%(text)s” is too large to be true.")
NOT_SHARE = _("“%(text)s” is not a share: write a percentage from 0 to 100.")
NOT_YEAR = _("“%(text)s” is not a year. Write four digits, such as 2021.")
NOT_MONTH = _("“%(text)s” is not a month. Write the year and the month, such as 2021-03.")
NOT_DAY = _("“%(text)s” is not a day. Write year, month and day, such as 2021-03-15.")
FUTURE = _("“%(text)s” is still to come: only what has happened can be counted.")
TOO_OLD = _("“%(text)s” is before 1990: check the year.")
NO_INDICATOR = _("There is no indicator on this line.")
UNKNOWN = _("No figure is called “%(text)s”. See the list of figures for the names.")
UNKNOWN_NEAR = _("No figure is called “%(text)s”. Did you mean “%(near)s”?")
UNKNOWN_ITEM = _("“%(text)s” is no line of “%(indicator)s”. Known lines: %(known)s.")
NO_ITEM = _("The column “breakdown” is empty. Write “total” for the whole figure.")
TWO_VALUES = _(
    "Line %(line)s gives %(other)s for the same figure, this one %(text)s. Keep the right one."
)


@dataclass(frozen=True)
class Refusal:
    """A line that is not taken: where, which column, and a sentence with its words."""

    line: int
    column: str
    reason: str | Promise
    values: Mapping[str, object] = field(default_factory=lambda: MappingProxyType({}))

    def __str__(self) -> str:
        return str(self.reason) % self.values if self.values else str(self.reason)


class Refused(Exception):
    """Raised while one cell is read."""

    def __init__(self, reason: str | Promise, **values: object) -> None:
        super().__init__()
        self.reason = reason
        self.values = values
