"""The request as our middleware hands it to a view."""

from typing import TYPE_CHECKING

from django.http import HttpRequest

if TYPE_CHECKING:
    from phare.centres.models import Centre
    from phare.people.models import Person


class Asked(HttpRequest):
    """A request of anybody, at one centre."""

    centre: "Centre"
    roles: frozenset[str]


class StaffAsked(Asked):
    """A request of somebody signed in, whose roles the view's rule has allowed."""

    user: "Person"
