"""Half-open spans of time: the start is in, the end is out."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta


@dataclass(frozen=True, order=True)
class Period:
    """From `start` up to, not including, `end`; both aware moments."""

    start: datetime
    end: datetime

    def __contains__(self, moment: datetime) -> bool:
        return self.start <= moment < self.end

    def __bool__(self) -> bool:
        return self.start < self.end


@dataclass(frozen=True, order=True)
class Days:
    """From `first` up to and including `last`: days are counted as people say them."""

    first: date
    last: date

    def __iter__(self) -> Iterator[date]:
        day = self.first
        while day <= self.last:
            yield day
            day += timedelta(days=1)

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last

    def __len__(self) -> int:
        return max(0, (self.last - self.first).days + 1)

    @classmethod
    def of_year(cls, year: int) -> "Days":
        return cls(date(year, 1, 1), date(year, 12, 31))


def overlap(period: Period, others: Iterable[Period]) -> list[Period]:
    """The parts of `period` that lie in one of `others`, in order."""
    parts = (Period(max(period.start, o.start), min(period.end, o.end)) for o in others)
    return sorted(part for part in parts if part)


def without(period: Period, holes: Iterable[Period]) -> list[Period]:
    """What is left of `period` once every one of `holes` is cut out, in order."""
    left = [period]
    for hole in holes:
        left = [
            part
            for p in left
            for part in (
                Period(p.start, min(p.end, hole.start)),
                Period(max(p.start, hole.end), p.end),
            )
            if part
        ]
    return sorted(left)
