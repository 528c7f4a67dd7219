"""Everything that happens to a ticket, one noun a file; faces import the verbs from here."""

from phare.tickets.actions.calling import (
    DeskIsBusy,
    NobodyIsWaiting,
    NoSlotIsFree,
    TicketIsElsewhere,
    call_next,
    call_ticket,
    join_interview,
    mark_no_show,
    park_ticket,
    recall_ticket,
    transfer_ticket,
    unpark_ticket,
)
from phare.tickets.actions.closing import Closed, close_ticket
from phare.tickets.actions.cues import add_cue, remove_cue
from phare.tickets.actions.days import (
    close_day,
    forget_day,
    reopen_day,
    stop_tickets,
    sweep_centre,
)
from phare.tickets.actions.desks import (
    DeskIsTaken,
    NothingToAnswer,
    TicketIsOpen,
    close_desk,
    open_desk,
    pause_desk,
    resume_desk,
)
from phare.tickets.actions.fallback import FallbackRow, RowIsRefused, enter_fallback_row
from phare.tickets.actions.help import answer_help, ask_for_help
from phare.tickets.actions.taking import (
    NoMoreTickets,
    TicketIsGone,
    cancel_ticket,
    correct_ticket,
    leave_queue,
    postpone_ticket,
    prioritise_ticket,
    return_ticket,
    take_ticket,
)
from phare.tickets.actions.welcoming import welcome_visitor

__all__ = [
    "Closed",
    "DeskIsBusy",
    "DeskIsTaken",
    "FallbackRow",
    "NoMoreTickets",
    "NoSlotIsFree",
    "NobodyIsWaiting",
    "NothingToAnswer",
    "RowIsRefused",
    "TicketIsElsewhere",
    "TicketIsGone",
    "TicketIsOpen",
    "add_cue",
    "answer_help",
    "ask_for_help",
    "call_next",
    "call_ticket",
    "cancel_ticket",
    "close_day",
    "close_desk",
    "close_ticket",
    "correct_ticket",
    "enter_fallback_row",
    "forget_day",
    "join_interview",
    "leave_queue",
    "mark_no_show",
    "open_desk",
    "park_ticket",
    "pause_desk",
    "postpone_ticket",
    "prioritise_ticket",
    "recall_ticket",
    "remove_cue",
    "reopen_day",
    "resume_desk",
    "return_ticket",
    "stop_tickets",
    "sweep_centre",
    "take_ticket",
    "transfer_ticket",
    "unpark_ticket",
    "welcome_visitor",
]
