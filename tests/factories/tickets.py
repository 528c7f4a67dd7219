"""Tickets in the queue."""

import uuid
from typing import Any

from phare.centres.models import Centre
from phare.tickets.actions import take_ticket
from phare.tickets.choices import Source
from phare.tickets.models import Ticket


def make_ticket(centre: Centre, theme: str = "work", language: str = "fr", **more: Any) -> Ticket:
    return take_ticket(
        centre=centre,
        theme=theme,
        language=language,
        source=Source.KIOSK,
        key=more.pop("key", None) or uuid.uuid4(),
        **more,
    )
