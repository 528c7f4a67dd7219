"""What a report is asked, and the one exit its tables leave by."""

from calendar import monthrange
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache

from phare.centres.models import Centre
from phare.ground.periods import Days
from phare.indicators.disclosure import Axis, Exit, Published
from phare.indicators.queries import Counted
from phare.reports.parts import TableOfPart, WholeYears, when


@dataclass(frozen=True)
class Question:
    """Those centres, those days, beside those other days. `years`: what the whole years show."""

    centres: Sequence[Centre]
    days: Days
    compared: Days | None
    exit: Exit = field(default_factory=Exit)
    years: WholeYears | None = None

    def publish(
        self,
        key: str,
        counts: Mapping[tuple[str, ...], int],
        axes: Sequence[Axis],
        *about: tuple[str, str],
        days: Days | None = None,
        counting: Callable[[Days], Counted] | None = None,
    ) -> Published:
        """A table of people, protected. `days` when it is not about the days asked for.

        `counting` counts the same for any days, so that a part of a year shows nothing which, taken
        from the year, would tell a month.
        """
        days = days or self.days
        hidden: frozenset[tuple[str, ...]] = frozenset()
        if counting is not None and self.years is not None:
            table = TableOfPart(key, axes, days, about, lambda span: counting(span).values)
            hidden = self.years.hidden(table)
        return self.exit.publish(key, counts, axes=axes, about=(when(days), *about), hidden=hidden)

    def counted(self, figure: Callable[..., Counted]) -> Callable[[Days], Counted]:
        """That figure of those centres, for any days, each asked for once."""
        return cache(lambda days: figure(days, centres=self.centres))

    @property
    def spans(self) -> tuple[Days, ...]:
        return (self.days,) if self.compared is None else (self.days, self.compared)


def same_days(days: Days, year: int) -> Days:
    """The same period of another year; one that ends with a month ends with that month there."""
    shift = year - days.first.year
    last = _in_year(days.last, shift)
    if (days.last + timedelta(days=1)).day == 1:
        last = last.replace(day=monthrange(last.year, last.month)[1])
    return Days(_in_year(days.first, shift), last)


def _in_year(day: date, shift: int) -> date:
    try:
        return day.replace(year=day.year + shift)
    except ValueError:
        return day.replace(year=day.year + shift, day=28)


def year_of(days: Days) -> str:
    """The year that heads a column: the columns of a table are the same days of several years."""
    return str(days.first.year)
