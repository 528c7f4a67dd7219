"""Everything that happens to the programme, one noun a file; faces import the verbs from here."""

from phare.activities.actions.choosing import (
    OfferIsOver,
    SeatIsGone,
    accept_offer,
    cancel_registration,
    cancel_seat,
    change_people,
    change_reach,
    move_seat,
    renew_link,
    send_link,
)
from phare.activities.actions.promoting import expire_offers, fill
from phare.activities.actions.registering import (
    AlreadyThere,
    Answer,
    Asked,
    NotReachable,
    RegistrationIsClosed,
    TimesOverlap,
    TooManyPeople,
    register,
    register_for_series,
)
from phare.activities.actions.telling import drop_seats, move_seats, owe_change

__all__ = [
    "AlreadyThere",
    "Answer",
    "Asked",
    "NotReachable",
    "OfferIsOver",
    "RegistrationIsClosed",
    "SeatIsGone",
    "TimesOverlap",
    "TooManyPeople",
    "accept_offer",
    "cancel_registration",
    "cancel_seat",
    "change_people",
    "change_reach",
    "drop_seats",
    "expire_offers",
    "fill",
    "move_seat",
    "move_seats",
    "owe_change",
    "register",
    "register_for_series",
    "renew_link",
    "send_link",
]
