"""The sessions of a day at the desk, and whom reception still has to call."""

from datetime import date, timedelta
from itertools import groupby
from typing import Any

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from phare.activities.actions.calls import mark_called
from phare.activities.choices import LetterKind, SessionState, VisitLetterKind
from phare.activities.queries.calls import call_to_make, calls_to_make
from phare.activities.queries.planned import Planned, sessions_between
from phare.centres.queries import Centre
from phare.faces.shared.access import for_those_who, only_post
from phare.faces.shared.requests import StaffAsked
from phare.ground import clock
from phare.people.rules import may_host

AHEAD = 14  # days shown from today on
SHOWN = (SessionState.PUBLISHED, SessionState.CLOSED, SessionState.CANCELLED)
BEHIND = 7  # days in which a session may still be waiting to be closed


def to_close(*, centre: Centre) -> list[Planned]:
    """Sessions of the last days that are over and that nobody has counted."""
    today = clock.today(centre.time_zone)
    before = sessions_between(
        today - timedelta(days=BEHIND), today, centre=centre, states=[SessionState.PUBLISHED]
    )
    return [one for one in before if one.session.ends_at <= clock.now()]


def by_day(planned: list[Planned], *, centre: Centre) -> list[tuple[date, list[Planned]]]:
    """The sessions of each day on the wall clock of the centre."""

    def day(one: Planned) -> date:
        return clock.local(one.session.starts_at, centre.time_zone).date()

    return [(key, list(found)) for key, found in groupby(planned, key=day)]


def _said(call: Any) -> Any:
    """The call with what there is to tell, in words."""
    kinds: dict[str, Any] = dict(VisitLetterKind.choices if call.request else LetterKind.choices)
    call.words = kinds.get(call.kind, "")
    return call


@for_those_who(may_host)
def activities(request: StaffAsked) -> HttpResponse:
    """Today and the days after, what waits to be closed, and whom to call."""
    centre = request.centre
    today = clock.today(centre.time_zone)
    coming = sessions_between(
        today, today + timedelta(days=AHEAD), centre=centre, states=list(SHOWN)
    )
    context: dict[str, Any] = {
        "today": today,
        "days": by_day(coming, centre=centre),
        "to_close": to_close(centre=centre),
        "calls": [_said(call) for call in calls_to_make(centre=centre)],
        "place": _("Activities"),
    }
    return render(request, "desk/activities/list.html", context)


@for_those_who(may_host)
@only_post
def called(request: StaffAsked, pk: int) -> HttpResponse:
    """Somebody who cannot be written to has been told by telephone."""
    call = call_to_make(pk, centre=request.centre)
    if call is None:
        raise Http404
    mark_called(call)
    return HttpResponseRedirect(reverse("desk-activities"), status=303)
