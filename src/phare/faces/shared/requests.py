"""The request as our middleware hands it to a view."""

from typing import TYPE_CHECKING

from django.http import HttpRequest

if TYPE_CHECKING:
    from phare.centres.models import Centre
    from phare.people.models import Person

LONGEST_NUMBER = 15  # digits; no key and no year has more


def whole_number(text: str) -> int | None:
    """The number somebody's address or form says; None when it says none, or an endless one."""
    is_number = text.isascii() and text.isdecimal() and len(text) <= LONGEST_NUMBER
    return int(text) if is_number else None


class Asked(HttpRequest):
    """A request of anybody, at one centre."""

    centre: "Centre"
    roles: frozenset[str]


class StaffAsked(Asked):
    """A request of somebody signed in, whose roles the view's rule has allowed."""

    user: "Person"
