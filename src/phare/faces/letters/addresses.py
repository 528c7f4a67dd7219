"""Whole addresses for people who read somewhere else than on our pages."""

from typing import TYPE_CHECKING

from django.conf import settings
from django.urls import reverse
from django.utils import translation

if TYPE_CHECKING:
    from phare.centres.models import Centre


FALLBACK_HOST = "localhost"


def host_of(centre: "Centre") -> str:
    """The name the centre is known by: the first of its hosts."""
    return centre.hosts[0] if centre.hosts else FALLBACK_HOST


def page(centre: "Centre", language: str, name: str, *parts: str) -> str:
    """The page `name` in `language`, whole."""
    with translation.override(language):
        path = reverse(name, args=parts)
    scheme = "https" if settings.HTTPS else "http"
    port = f":{settings.PUBLIC_PORT}" if settings.PUBLIC_PORT else ""
    return f"{scheme}://{host_of(centre)}{port}{path}"


def sender_of(centre: "Centre") -> str:
    """The address letters come from: one for the house, never a person's."""
    return settings.MAIL_FROM or f"phare@{host_of(centre)}"
