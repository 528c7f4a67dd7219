"""Facts that rooms above may answer."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class ContactRecorded:
    centre_id: int
    day: date
