"""The only source of time. It may start at another moment and goes on in real time from there."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils import timezone

_started = time.time()
_shift: ContextVar[timedelta | None] = ContextVar("shift", default=None)
_frozen: ContextVar[datetime | None] = ContextVar("frozen", default=None)


def now() -> datetime:
    """This moment, aware, in UTC."""
    frozen = _frozen.get()
    if frozen is not None:
        return frozen
    return timezone.now() + shift()


def shift() -> timedelta:
    """How far this clock is from the real one."""
    shift = _shift.get()
    if shift is not None:
        return shift
    start: datetime | None = settings.CLOCK_START
    if start is None:
        return timedelta()
    since = datetime.fromtimestamp(
        settings.CLOCK_SINCE or _started, tz=timezone.get_fixed_timezone(0)
    )
    return start - since


def is_shifted() -> bool:
    """Whether people must be told that the time shown is not the real one."""
    return settings.CLOCK_START is not None


def today(zone: str) -> date:
    return local(now(), zone).date()


def local(moment: datetime, zone: str) -> datetime:
    """`moment` on the wall clock of `zone`."""
    return moment.astimezone(ZoneInfo(zone))


def moment(day: date, clock: object, zone: str) -> datetime:
    """The moment when the wall clock of `zone` shows `clock` (a `time`) on `day`."""
    return datetime.combine(day, clock, tzinfo=ZoneInfo(zone))  # type: ignore[arg-type]


@contextmanager
def stopped_at(moment: datetime) -> Iterator[None]:
    """The clock shows `moment` and stands still (tests, and the demo's past)."""
    token = _frozen.set(moment)
    try:
        yield
    finally:
        _frozen.reset(token)
