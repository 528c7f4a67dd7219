"""What a file asks for, once every entry of it is right."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import Any

from phare.centres.choices import Hours, PlaceKind, ScreenKind

Week = Sequence[list[tuple[time, time]]]  # seven days, Monday first
Place = tuple[PlaceKind, str, Mapping[str, str], int, bool]


@dataclass(frozen=True)
class Plan:
    """A network and one centre of it, as they are to be."""

    network: str
    network_name: Mapping[str, str]
    letters: Mapping[str, str]  # theme to letter, where the file says one
    centre: str
    columns: Mapping[str, Any]
    words: Mapping[str, Sequence[str]]  # which themes, languages, audiences, schemes are on
    places: Sequence[Place]
    screens: Sequence[tuple[ScreenKind, str]]
    hours_from: date
    weeks: Mapping[Hours, Week]
