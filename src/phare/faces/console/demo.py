"""What the demo shows: its moment, its year, and whom one may sign in as.

`phare.faces.console.demonstration` opens the house around it.
"""

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

SATURDAY = 5


def moment(now: datetime) -> datetime:
    """10:40 of the last open weekday."""
    then = now.astimezone(ZoneInfo("Europe/Brussels"))
    while then.weekday() >= SATURDAY:
        then -= timedelta(days=1)
    return then.replace(hour=10, minute=40, second=0, microsecond=0)


def load(now: datetime, progress: Callable[[str], None]) -> None:
    """Fills an empty, migrated database so that its clock may go on from `now`."""


def sources() -> Iterable[Path]:
    """The files that decide what `load` writes: when one changes, the demo is loaded anew."""
    return [Path(__file__)]


def lines(origin: str) -> list[str]:
    """The other addresses and the sign-ins, to print once the house is open."""
    return []
