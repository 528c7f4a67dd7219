"""Whether somebody may enter, asked at the moment they want to."""

from dataclasses import dataclass

from phare.activities.choices import SessionState
from phare.activities.models import ModeCapacity, Session
from phare.activities.queries.agenda import session_row
from phare.centres.models import Centre
from phare.ground import clock


@dataclass(frozen=True)
class Entrance:
    """The row to act on, and the ways in: what a whole page of the session says, without it."""

    row: Session
    modes: tuple[str, ...]
    is_open: bool


def entrance(key: str, *, centre: Centre) -> Entrance | None:
    """None for a session that not everybody may see."""
    row = session_row(key, centre=centre)
    if row is None:
        return None
    rows = ModeCapacity.objects.filter(session=row).order_by("-mode", "pk")
    modes = tuple(rows.values_list("mode", flat=True))
    until = row.closes_at or row.starts_at
    is_open = row.state == SessionState.PUBLISHED and clock.now() < until and bool(modes)
    return Entrance(row, modes, is_open)
