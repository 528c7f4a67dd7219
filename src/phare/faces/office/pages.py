"""What every page of the office has around it, and how an act of a manager ends."""

import secrets
from typing import Any

from django.contrib import messages
from django.forms import BaseForm
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from phare.faces.shared.requests import StaffAsked
from phare.people import rules


def shown(request: StaffAsked, template: str, found: dict[str, Any]) -> HttpResponse:
    """The page; 422 when one of its forms was refused, with what was typed."""
    forms = [value for value in found.values() if isinstance(value, BaseForm)]
    wrong = any(form.is_bound and form.errors for form in forms)
    usual = {"ways": ways(request), "place": _("Office"), "wrong": wrong}
    return render(request, template, usual | found, status=422 if wrong else 200)


def done(request: StaffAsked, said: str, name: str, *args: Any, query: str = "") -> HttpResponse:
    """Says what was done and goes where it can be seen."""
    messages.success(request, said)
    return HttpResponseRedirect(reverse(name, args=args) + query, status=303)


def here[Row](row: Row | None) -> Row:
    """`row`, or no such page: what belongs to another centre does not exist here."""
    if row is None:
        raise Http404
    return row


def fresh_key() -> str:
    """What a form that may be sent twice carries, so that it is written once."""
    return secrets.token_urlsafe(9)


def ways(request: StaffAsked) -> list[dict[str, Any]]:
    """The parts of the office that somebody with these roles may open."""
    manage, report = rules.may_manage(request.roles), rules.may_report(request.roles)
    parts = [
        ("office", _("Start"), manage or report),
        ("programme", _("Programme"), rules.may_draft(request.roles)),
        ("planning", _("Planning"), manage),
        ("people", _("Team"), manage),
        ("centre", _("Centre"), manage),
        ("visits", _("Visits"), rules.may_plan(request.roles)),
        ("notices", _("Notices"), rules.may_write_notices(request.roles)),
        ("words", _("Words"), manage),
        ("figures", _("Figures"), report),
        ("reports", _("Reports"), report),
        ("ours", _("Our activities"), rules.may_propose(request.roles)),
    ]
    ways = [_way(request, name, label) for name, label, allowed in parts if allowed]
    return ways if len(ways) > 1 else []  # the only one is in the bar of the house already


def _way(request: StaffAsked, name: str, label: str) -> dict[str, Any]:
    url = reverse(name)
    current = request.path == url if name == "office" else request.path.startswith(url)
    return {"label": label, "url": url, "current": current}
