"""What is handed to a visitor speaks their language, whatever the screen of the staff speaks."""

from typing import Any

from django.utils import translation

from phare.faces.shared.requests import Asked
from phare.faces.shared.ticket_words import Printed, printed
from phare.tickets.queries import Wait

PAGES = ("fr", "nl", "en", "de")


def page_language(language: str) -> str:
    """The language of a page or paper for a visitor: theirs, else that of the screen."""
    return language if language in PAGES else (translation.get_language() or "fr")[:2]


def paper(request: Asked, ticket: Any, wait: Wait) -> tuple[str, Printed]:
    """The paper of a ticket, and the language it is written in."""
    language = page_language(ticket.language)
    with translation.override(language):
        return language, printed(request, ticket, wait)
