"""What is said to a provider and what may go wrong."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol


@dataclass(frozen=True)
class Room:
    """A room for a while. `name` is unguessable and always the same for one session."""

    name: str
    title: str
    opens_at: datetime
    closes_at: datetime


@dataclass(frozen=True)
class Guest:
    """Somebody at the door: the name others see, and whether they lead."""

    shown: str
    leads: bool = False


class NotReached(Exception):
    """The provider does not answer: it may later."""


class Refused(Exception):
    """The provider answers no; its word for why."""


class Rooms(Protocol):
    """What a provider can do. Opening twice is opening once."""

    def open(self, room: Room) -> None: ...

    def door(self, room: Room, guest: Guest) -> str: ...

    def is_running(self, room: Room) -> bool: ...

    def close(self, room: Room) -> None: ...
