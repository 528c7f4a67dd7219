"""Facts that rooms above may answer."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class DaySwept:
    centre_id: int
    day: date


def queue_topic(centre_id: int) -> str:
    """What boards, kiosks, desks and phones of a centre follow."""
    return f"queue-{centre_id}"
