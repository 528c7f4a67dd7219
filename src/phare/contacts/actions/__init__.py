"""The only door by which a contact, a profile or a counter is written."""

from phare.contacts.actions.correcting import (
    NobodySaidSo,
    NobodyToCorrect,
    WhichHalfDay,
    correct_contact,
)
from phare.contacts.actions.counting import count, count_once, count_past, drop_counted_forms
from phare.contacts.actions.groups import TooManyAnswers, record_marginals
from phare.contacts.actions.nights import fold_contacts, shuffle_order
from phare.contacts.actions.recording import record_contact, record_history

__all__ = [
    "NobodySaidSo",
    "NobodyToCorrect",
    "TooManyAnswers",
    "WhichHalfDay",
    "correct_contact",
    "count",
    "count_once",
    "count_past",
    "drop_counted_forms",
    "fold_contacts",
    "record_contact",
    "record_history",
    "record_marginals",
    "shuffle_order",
]
