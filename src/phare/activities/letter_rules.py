"""Whether a letter that was owed some time ago still tells the truth. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from phare.activities.choices import ALIVE, LetterKind, SeatState, SessionState


@dataclass(frozen=True)
class Now:
    """What is so at the moment of sending."""

    at: datetime
    state: str
    session_state: str
    starts_at: datetime
    ends_at: datetime
    offered_until: datetime | None = None


# A letter is about one state; once the seat has another one, another letter is owed.
ABOUT = {
    LetterKind.CONFIRMATION: (SeatState.SEATED,),
    LetterKind.WAITING: (SeatState.WAITING,),
    LetterKind.OFFER: (SeatState.OFFERED,),
    LetterKind.LAPSED: (SeatState.LAPSED,),
    LetterKind.CHANGE: (*ALIVE, SeatState.DROPPED),
    LetterKind.CANCELLED: (SeatState.DROPPED,),
    LetterKind.FAREWELL: (SeatState.CANCELLED,),
    LetterKind.REMINDER: (SeatState.SEATED,),
    LetterKind.THANKS: (SeatState.SEATED,),
    LetterKind.LINK: tuple(SeatState),
}


def is_true(kind: str, now: Now) -> bool:
    """A place that was given up needs no reminder, an offer that ended no invitation."""
    if now.state not in ABOUT[LetterKind(kind)]:
        return False
    if kind in (LetterKind.THANKS, LetterKind.LINK):
        return True
    if now.at >= now.ends_at:
        return False
    if kind == LetterKind.REMINDER:
        return now.session_state == SessionState.PUBLISHED and now.at < now.starts_at
    if kind == LetterKind.OFFER:
        return now.offered_until is not None and now.at < now.offered_until
    return True


def is_news(told: Mapping[str, Any], now: Mapping[str, Any]) -> bool:
    """Whether something differs from what the last letter said; without one, everything does."""
    return not told or any(told.get(name) != value for name, value in now.items())


def is_said(told: Mapping[str, Any], *, state: str, version: int) -> bool:
    """Whether another letter said already in which state the seat is."""
    return told.get("state") == state and told.get("version", 0) >= version
