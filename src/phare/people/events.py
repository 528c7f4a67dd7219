"""Facts that rooms above may answer."""

from dataclasses import dataclass


@dataclass(frozen=True)
class PersonLeft:
    person_id: int
    centre_id: int
