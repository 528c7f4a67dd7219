"""What the bar of a page offers: the way through the site, or through the day of the staff."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from phare.people import rules

Item = dict[str, Any]


def public_menu(request: HttpRequest) -> list[Item]:
    """Only what exists is offered."""
    return _items(
        request,
        [
            ("home", _("Your question")),
            ("agenda", _("Agenda")),
            ("coming", _("How to come")),
            ("counting", _("What we count")),
        ],
    )


def foot_menu(request: HttpRequest) -> list[Item]:
    return _items(
        request,
        [
            ("accessibility", _("Accessibility")),
            ("counting", _("What we count, what we do not know")),
            ("style", _("How this site is drawn")),
            ("signin", _("For the team")),
        ],
    )


def staff_menu(request: HttpRequest, roles: frozenset[str]) -> list[Item]:
    """The parts of the house that somebody with these roles works in."""
    office = rules.may_manage(roles) or rules.may_report(roles)
    parts = [
        ("reception", _("Reception"), rules.may_receive(roles)),
        ("desk", _("Interviews"), rules.may_advise(roles)),
        ("desk-activities", _("Activities"), rules.may_host(roles)),
        ("entry", _("Count a contact"), rules.may_count(roles)),
        ("today", _("Today"), rules.may_see_today(roles)),
        ("programme", _("Programme"), rules.may_draft(roles) and not office),
        ("ours", _("Our activities"), rules.may_propose(roles)),
        ("office", _("Office"), office),
    ]
    return _items(request, [(name, label) for name, label, allowed in parts if allowed])


def _items(request: HttpRequest, parts: list[tuple[str, str]]) -> list[Item]:
    found = []
    for name, label in parts:
        url = reverse(name)
        found.append({"label": label, "url": url, "current": _is_current(request.path, url, name)})
    return found


def _is_current(path: str, url: str, name: str) -> bool:
    if name in ("home", "today"):
        return path == url
    if name == "desk" and path.startswith(reverse("desk-activities")):
        return False
    # The day of everybody stands beside the office of a few, whose address begins alike.
    return path.startswith(url) and not (name == "office" and path == reverse("today"))
