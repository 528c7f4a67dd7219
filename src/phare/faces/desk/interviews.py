"""The counsellor's desk: who waits, who is there, and closing."""

import re
import uuid
from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse

from phare.faces.desk.closing_form import ClosingForm
from phare.faces.desk.floor import minutes_since, queue_for
from phare.faces.desk.moves import MoveForm
from phare.faces.desk.next_sessions import next_sessions
from phare.faces.desk.sitting import PAUSES, sitting_page
from phare.faces.desk.visitors import page_language
from phare.faces.shared.access import for_those_who
from phare.faces.shared.fragments import fragment
from phare.faces.shared.requests import StaffAsked
from phare.faces.shared.ticket_words import spoken_in, theme_name
from phare.ground import clock
from phare.people.rules import may_advise
from phare.tickets import queries

TOKEN = re.compile(r"[\w-]{1,16}")


@dataclass(frozen=True)
class Interview:
    """The ticket at the desk in words."""

    ticket: Any
    theme: Any
    spoken: str
    since: Any
    minutes: int
    waited: int
    is_second: bool


def interview_at(request: StaffAsked, opened: Any) -> Interview | None:
    centre = request.centre
    ticket = queries.current_at(opened.desk_id, centre=centre)
    if ticket is None:
        return None
    called, queued = ticket.called_at, ticket.queued_at
    return Interview(
        ticket=ticket,
        theme=theme_name(ticket.theme, centre=centre),
        spoken=spoken_in(ticket.language, centre=centre),
        since=clock.local(called, centre.time_zone) if called else None,
        minutes=minutes_since(called),
        waited=max(0, minutes_since(queued) - minutes_since(called)),
        is_second=ticket.desk_id != opened.desk_id,
    )


def closing_form(request: StaffAsked, ticket: Any) -> ClosingForm:
    known = {
        "key": uuid.uuid4(),
        "themes": [ticket.theme] if ticket.theme else [],
        "language": ticket.language,
    }
    return ClosingForm(centre=request.centre, initial=known, auto_id="close_%s")


def desk_page(
    request: StaffAsked, opened: Any, form: ClosingForm | None = None, *, voice: str = ""
) -> HttpResponse:
    """The whole desk; `form` is a closing form to be mended."""
    centre = request.centre
    now = interview_at(request, opened)
    context: dict[str, Any] = {
        "opened": opened,
        "now": now,
        "queue": queue_for(opened, centre),
        "parked": queries.parked_at(opened.desk_id, centre=centre),
        "spoken": sorted({need.split(":")[1].upper() for need in opened.answers}),
        "pauses": PAUSES,
        "voice": voice,
        "voice_language": page_language(request.GET.get("in", "")),
        "place": opened.desk.name,
        "live_url": reverse("queue-stream"),
    }
    if now is not None and not now.is_second:
        plan = queries.desk_plan(centre=centre)
        language, theme = page_language(now.ticket.language), now.ticket.theme
        context |= {
            "form": form or closing_form(request, now.ticket),
            "move": MoveForm(centre=centre, mine=opened.desk_id, plan=plan, ticket=now.ticket),
            "free": [one for one in plan if one.state == "FREE"],
            "sheet_language": language,
            "sheet_key": uuid.uuid4(),
            "sheet_theme": theme,
            "sheet_sessions": next_sessions(centre=centre, theme=theme, language=language),
        }
    status = 422 if form is not None and form.errors else 200
    return render(request, "desk/interviews.html", context, status=status)


@for_those_who(may_advise)
def desk(request: StaffAsked) -> HttpResponse:
    opened = queries.desk_of(request.user, centre=request.centre)
    if opened is None:
        return sitting_page(request)
    voice = request.GET.get("voice", "")
    return desk_page(request, opened, voice=voice if TOKEN.fullmatch(voice) else "")


@for_those_who(may_advise)
def line_part(request: StaffAsked) -> HttpResponse:
    """Who waits, refetched when the house wakes the screen."""
    opened = queries.desk_of(request.user, centre=request.centre)
    if opened is None:
        return HttpResponse(status=204)
    context = {"opened": opened, "queue": queue_for(opened, request.centre)}
    return fragment(request, render_to_string("desk/line_part.html", context))


@for_those_who(may_advise)
def now_part(request: StaffAsked, pk: int) -> HttpResponse:
    """Who is at the desk, seen from a page that shows ticket `pk` there (0: nobody)."""
    opened = queries.desk_of(request.user, centre=request.centre)
    if opened is None:
        return HttpResponse(status=204)
    now = interview_at(request, opened)
    context = {"now": now, "shown": pk, "opened": opened}
    return fragment(request, render_to_string("desk/now_part.html", context))
