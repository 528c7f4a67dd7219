"""When a centre is open: pure computations on spans of hours."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time

from phare.centres.choices import Hours, Regime, Service


@dataclass(frozen=True)
class Span:
    """Hours of one kind on one weekday, valid on a range of days."""

    kind: str
    weekday: int
    opens: time
    closes: time
    valid_from: date
    valid_until: date | None = None


@dataclass(frozen=True)
class Interruption:
    """A service that does not run as usual on some days."""

    service: str
    regime: str
    first_on: date
    last_on: date


def spans_of(
    service: str, day: date, *, spans: Sequence[Span], in_holiday: bool
) -> list[tuple[time, time]]:
    """The usual hours of `service` on `day`, in order, before closures.

    In school holidays the hours of that kind replace all others, for every service; a late
    opening of the holidays is added to them.
    """
    kinds = (
        {Hours.SCHOOL_HOLIDAY, Hours.HOLIDAY_LATE}
        if in_holiday
        else {Hours.ADVICE if service == Service.ADVICE else Hours.CENTRE}
    )
    found = (
        (span.opens, span.closes)
        for span in spans
        if span.kind in kinds
        and span.weekday == day.weekday()
        and span.valid_from <= day
        and (span.valid_until is None or day <= span.valid_until)
    )
    return joined(sorted(found))


def joined(spans: Sequence[tuple[time, time]]) -> list[tuple[time, time]]:
    """Sorted spans with those that touch or overlap made one."""
    whole: list[tuple[time, time]] = []
    for opens, closes in spans:
        if whole and opens <= whole[-1][1]:
            whole[-1] = (whole[-1][0], max(whole[-1][1], closes))
        else:
            whole.append((opens, closes))
    return whole


def regime_of(service: str, day: date, *, interruptions: Sequence[Interruption]) -> str | None:
    """The exceptional regime of `service` that day: closing wins; the centre's counts for all."""
    found = {
        e.regime
        for e in interruptions
        if e.service in (service, Service.CENTRE) and e.first_on <= day <= e.last_on
    }
    for regime in (Regime.CLOSED, Regime.REMOTE, Regime.BY_APPOINTMENT, Regime.REDUCED):
        if regime in found:
            return regime
    return None


def may_walk_in(regime: str | None) -> bool:
    """Whether somebody without an appointment is received."""
    return regime in (None, Regime.REDUCED)


def is_shut(regime: str | None) -> bool:
    """Whether the service receives nobody at all, by whatever way."""
    return regime == Regime.CLOSED
