"""Noting who is here on a tablet, with or without a network.

The page works from what the browser keeps: the list and the marks as they were last read, and its
own marks not sent yet. Marks carry keys and no moment, so clocks do not matter, and sending twice
changes nothing.
"""

import json
import uuid
from pathlib import Path
from typing import Any

from django.http import HttpResponse, JsonResponse, RawPostDataException
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from phare.activities import actions
from phare.activities.choices import HOLDING, Mode, SessionState
from phare.activities.queries.attendance import marks_at_the_door
from phare.activities.queries.planned import seats_of
from phare.faces.desk.session import session_here
from phare.faces.shared.access import for_those_who, only_post
from phare.faces.shared.requests import StaffAsked
from phare.people.rules import may_host

WORKER = Path(__file__).parent / "static" / "desk" / "checkin-worker.js"
MARKS_AT_ONCE = 2000


@for_those_who(may_host)
def checkin(request: StaffAsked, key: str) -> HttpResponse:
    """The page itself names nobody: names come with the list, and go with the session."""
    planned = session_here(request, key)
    context = {
        "session": planned.session,
        "modes": [(row.mode, Mode(row.mode).label) for row in planned.places],
        "list_url": reverse("desk-checkin-list", args=[key]),
        "marks_url": reverse("desk-checkin-marks", args=[key]),
        "worker_url": reverse("desk-checkin-worker"),
        "place": _("Activities"),
    }
    return render(request, "desk/activities/checkin.html", context)


@for_those_who(may_host)
def people(request: StaffAsked, key: str) -> HttpResponse:
    """Who is expected and what stands noted; nobody any more once the session is closed.

    The token is the one that is good now: the page may be older than the last signing in.
    """
    session = session_here(request, key).session
    is_over = session.state != SessionState.PUBLISHED
    rows = [] if is_over else seats_of(session)
    codes = {seat.pk: seat.code for seat in rows}
    return _unkept(
        {
            "over": is_over,
            "token": get_token(request),
            "people": [
                {
                    "code": seat.code,
                    "name": seat.registration.name or seat.registration.organisation,
                    "people": seat.people,
                    "mode": seat.mode,
                }
                for seat in rows
                if seat.state in HOLDING
            ],
            "noted": [
                {
                    "key": str(mark.key),
                    "code": codes[mark.seat_id] if mark.seat_id else "",
                    "mode": mark.mode,
                    "people": mark.people,
                }
                for mark in ([] if is_over else marks_at_the_door(session))
                if mark.seat_id is None or mark.seat_id in codes
            ],
        }
    )


@for_those_who(may_host)
@only_post
def marks(request: StaffAsked, key: str) -> HttpResponse:
    """Takes what a tablet noted; says which codes nobody has. The same again is no harm."""
    session = session_here(request, key).session
    try:
        sent = [_mark(one) for one in json.loads(request.body)["marks"][:MARKS_AT_ONCE]]
    except (ValueError, KeyError, TypeError, AttributeError, RawPostDataException):
        return JsonResponse({"error": "marks"}, status=400)
    try:
        marked = actions.mark_present(session, sent)
    except actions.AttendanceIsOver:
        return _unkept({"over": True})
    return _unkept({"noted": marked.noted, "unknown": [str(k) for k in marked.unknown]})


def _unkept(said: dict[str, Any]) -> HttpResponse:
    answer = JsonResponse(said)
    answer.headers["Cache-Control"] = "no-store"
    return answer


def _mark(said: dict[str, Any]) -> actions.Mark:
    undoes = said.get("undoes")
    people = int(said.get("people", 1))
    if not 0 < people <= MARKS_AT_ONCE:
        raise ValueError(people)
    return actions.Mark(
        key=uuid.UUID(said["key"]),
        mode=Mode(said.get("mode", Mode.ON_SITE)),
        code=str(said.get("code", ""))[:8],
        people=people,
        undoes=uuid.UUID(undoes) if undoes else None,
    )


@for_those_who(may_host)
def worker(request: StaffAsked) -> HttpResponse:
    """The small program that answers instead of the network, for the check-in pages only."""
    answer = HttpResponse(WORKER.read_text(encoding="utf-8"), content_type="text/javascript")
    answer.headers["Service-Worker-Allowed"] = reverse("desk-activities")
    answer.headers["Cache-Control"] = "no-cache"
    return answer
