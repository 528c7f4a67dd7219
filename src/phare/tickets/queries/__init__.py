"""What is true of the queue now, one subject a file."""

from phare.tickets.queries.floor import (
    DeskView,
    desk_of,
    desk_plan,
    help_calls,
    open_desk_at,
    open_desks,
)
from phare.tickets.queries.line import (
    BoardCall,
    Waiting,
    calls_since,
    current_at,
    day_state,
    latest_calls,
    parked_at,
    ticket_numbered,
    ticket_of_token,
    tickets_of_day,
    today_of,
    waiting,
    waiting_counts,
)
from phare.tickets.queries.places import Place, place_of
from phare.tickets.queries.states import tickets_by_state
from phare.tickets.queries.waits import Wait, wait_for, waits_table
from phare.tickets.queries.words import Suggestion, cue_numbered, cues, suggestion

__all__ = [
    "BoardCall",
    "DeskView",
    "Place",
    "Suggestion",
    "Wait",
    "Waiting",
    "calls_since",
    "cue_numbered",
    "cues",
    "current_at",
    "day_state",
    "desk_of",
    "desk_plan",
    "help_calls",
    "latest_calls",
    "open_desk_at",
    "open_desks",
    "parked_at",
    "place_of",
    "suggestion",
    "ticket_numbered",
    "ticket_of_token",
    "tickets_by_state",
    "tickets_of_day",
    "today_of",
    "wait_for",
    "waiting",
    "waiting_counts",
    "waits_table",
]
