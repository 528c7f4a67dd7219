"""What others may want to know."""

from dataclasses import dataclass


@dataclass(frozen=True)
class ProgrammeChanged:
    """An activity or one of its sessions is published, changed or cancelled."""

    centre_id: int
    activity_id: int


@dataclass(frozen=True)
class SessionClosed:
    """A session has been held and counted."""

    centre_id: int
    session_id: int


def programme_topic(centre: int) -> str:
    """What screens that show places follow."""
    return f"programme-{centre}"
