"""The tables of the programme: what is offered, when and where, who comes."""

from phare.activities.models.attendance import Attendance, CheckIn
from phare.activities.models.calls import CallOwed
from phare.activities.models.programme import Activity, ActivitySettings, Series, Track
from phare.activities.models.registrations import Registration, Seat, UsedChallenge
from phare.activities.models.sessions import (
    Facilitation,
    ModeCapacity,
    Recurrence,
    ReducedCapacity,
    RoomCombination,
    RoomUse,
    Session,
    Task,
)
from phare.activities.models.visits import DateProposal, GroupRequest

__all__ = [
    "Activity",
    "ActivitySettings",
    "Attendance",
    "CallOwed",
    "CheckIn",
    "DateProposal",
    "Facilitation",
    "GroupRequest",
    "ModeCapacity",
    "Recurrence",
    "ReducedCapacity",
    "Registration",
    "RoomCombination",
    "RoomUse",
    "Seat",
    "Series",
    "Session",
    "Task",
    "Track",
    "UsedChallenge",
]
