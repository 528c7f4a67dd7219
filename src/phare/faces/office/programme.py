"""The programme as it is made: a week of sessions, by day or by room, and what is left to do."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import groupby
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from phare.activities import actions
from phare.activities.queries.due import tasks_due
from phare.activities.queries.ideas import missing_of, proposals
from phare.activities.queries.planned import (
    Planned,
    drafts_to_come,
    sessions_between,
    sessions_keyed,
)
from phare.activities.queries.rooms import rooms
from phare.centres.queries import Centre
from phare.faces.office.pages import shown
from phare.faces.office.week import asked_day, days_shown, monday_of
from phare.faces.shared.access import for_those_who, only_post
from phare.faces.shared.plan_words import refusal
from phare.faces.shared.requests import StaffAsked, whole_number
from phare.ground import clock
from phare.people.rules import may_draft, may_plan

SOON = timedelta(days=7)


def parts(request: StaffAsked, current: str) -> dict[str, Any]:
    """The way between the pages of the programme, and how much waits on each."""
    today = clock.today(request.centre.time_zone)
    plans = may_plan(request.roles)
    counts = {
        "programme-publish": len(drafts_to_come(centre=request.centre, since=clock.now())),
        "programme-proposals": len(proposals(centre=request.centre)),
        "programme-tasks": len(tasks_due(centre=request.centre, until=today + SOON)),
    }
    named = [
        ("programme", _("Dates"), True),
        ("programme-activities", _("All activities"), True),
        ("programme-publish", _("To publish"), plans),
        ("programme-proposals", _("Proposals"), True),
        ("programme-tasks", _("To do"), True),
        ("programme-series-list", _("Series"), plans),
        ("programme-rooms", _("Rooms"), plans),
        ("programme-import", _("Import"), plans),
        ("programme-brochure", _("Brochure"), plans),
        ("programme-settings", _("Settings"), plans),
    ]
    return {
        "plans": plans,
        "pages": [
            (reverse(name), label, name == current, counts.get(name, 0))
            for name, label, allowed in named
            if allowed
        ],
    }


@for_those_who(may_draft)
def programme(request: StaffAsked) -> HttpResponse:
    """A week, by day or by room."""
    centre = request.centre
    today = clock.today(centre.time_zone)
    monday = monday_of(asked_day(request.GET.get("week", ""), today=today))
    found = sessions_between(monday, monday + timedelta(days=6), centre=centre)
    by_room = request.GET.get("by") == "room"
    days = days_shown(
        monday, (), [clock.local(one.session.starts_at, centre.time_zone) for one in found]
    )
    page = parts(request, "programme") | {
        "monday": monday,
        "sunday": monday + timedelta(days=6),
        "before": monday - timedelta(days=7),
        "after": monday + timedelta(days=7),
        "this_week": monday_of(today),
        "today": today,
        "days": days,
        "by_room": by_room,
        "by_day": _by_day(found, centre),
        "rows": _by_room(found, days, centre) if by_room else [],
        "empty": not found,
    }
    return shown(request, "office/programme/week.html", page)


def _day(one: Planned, centre: Centre) -> date:
    return clock.local(one.session.starts_at, centre.time_zone).date()


def _by_day(found: Sequence[Planned], centre: Centre) -> list[tuple[date, list[Any]]]:
    """Day and its sessions, each with the side its texts lack."""
    return [
        (day, [(one, missing_of(one.session.activity)) for one in rows])
        for day, rows in groupby(found, key=lambda one: _day(one, centre))
    ]


def _by_room(
    found: Sequence[Planned], days: Sequence[date], centre: Centre
) -> list[tuple[str, list[tuple[date, list[Planned]]]]]:
    """Each room, and what takes place in none, with its sessions day by day."""

    def row(label: str, held: Sequence[Planned]) -> Any:
        return label, [(day, [one for one in held if _day(one, centre) == day]) for day in days]

    rows = [
        row(str(room.name) or room.code, [one for one in found if room in one.rooms])
        for room in rooms(centre=centre)
    ]
    elsewhere = [one for one in found if not one.rooms]
    return [*rows, row(_("Elsewhere or online"), elsewhere)] if elsewhere else rows


@for_those_who(may_plan)
def publish(request: StaffAsked) -> HttpResponse:
    """Every date that is not published yet, to publish many at once."""
    waiting = [
        (one, missing_of(one.session.activity))
        for one in drafts_to_come(centre=request.centre, since=clock.now())
    ]
    page = parts(request, "programme-publish") | {"waiting": waiting}
    return shown(request, "office/programme/publish.html", page)


@for_those_who(may_plan)
@only_post
def publish_chosen(request: StaffAsked) -> HttpResponse:
    """Publishes the dates that were ticked; says why some could not be."""
    chosen = sessions_keyed(request.POST.getlist("session"), centre=request.centre)
    published, refused = actions.publish_sessions(chosen, centre=request.centre)
    said = ngettext(
        "%(count)s date is published.", "%(count)s dates are published.", len(published)
    )
    messages.success(request, said % {"count": len(published)})
    zone = request.centre.time_zone
    for session, error in refused:
        words = {"title": str(session.activity.title), "why": refusal(error, zone=zone)[1]}
        messages.warning(request, _("Not published: “%(title)s”. %(why)s") % words)
    return HttpResponseRedirect(reverse("programme-publish"), status=303)


def asked_number(request: StaffAsked, name: str) -> int | None:
    return whole_number(request.POST.get(name, ""))
