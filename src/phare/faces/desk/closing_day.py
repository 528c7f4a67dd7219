"""The end of the day, step by step: the last ticket, then what is left, and a way back."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from phare.centres.queries import hours_on
from phare.faces.desk.floor import waiting_lines
from phare.faces.desk.house import last_ticket_at
from phare.faces.shared.access import for_those_who, only_post
from phare.faces.shared.requests import StaffAsked
from phare.people.rules import may_receive
from phare.tickets import actions, queries
from phare.tickets.choices import State


@for_those_who(may_receive)
def closing(request: StaffAsked) -> HttpResponse:
    """Where the day stands, and the one or two things that may be done about it."""
    return _page(request)


def _page(request: StaffAsked, *, unsure: bool = False) -> HttpResponse:
    centre = request.centre
    day = queries.today_of(centre)
    hours = hours_on(day, centre=centre, service="ADVICE")
    ends = [period.end for period in hours.periods(centre.time_zone)]
    context = {
        "day_state": queries.day_state(centre=centre, day=day),
        "closes_at": ends[-1] if ends else None,
        "last_at": last_ticket_at(hours, centre=centre),
        "lines": waiting_lines(centre),
        "busy": [one for one in queries.desk_plan(centre=centre) if one.state == "BUSY"],
        "unserved": queries.tickets_of_day(centre=centre, day=day, states=[State.NOT_SERVED]),
        "unsure": unsure,
        "place": _("Reception"),
    }
    return render(request, "desk/closing_day.html", context, status=422 if unsure else 200)


@for_those_who(may_receive)
@only_post
def no_more(request: StaffAsked) -> HttpResponse:
    actions.stop_tickets(centre=request.centre, day=queries.today_of(request.centre))
    messages.success(request, _("No more tickets. The kiosk, the board and the site say so."))
    return _back()


@for_those_who(may_receive)
@only_post
def close(request: StaffAsked) -> HttpResponse:
    """Whoever still waits is counted as not served, never forgotten in silence, and sent away
    only by somebody who has said so."""
    day = queries.today_of(request.centre)
    if queries.waiting(centre=request.centre, day=day) and "sure" not in request.POST:
        return _page(request, unsure=True)
    left = actions.close_day(centre=request.centre, day=day)
    said = ngettext(
        "The day is closed. %(count)s person was not served, and is counted.",
        "The day is closed. %(count)s people were not served, and are counted.",
        left,
    )
    messages.success(request, said % {"count": left} if left else _("The day is closed."))
    return _back()


@for_those_who(may_receive)
@only_post
def reopen(request: StaffAsked) -> HttpResponse:
    actions.reopen_day(centre=request.centre, day=queries.today_of(request.centre))
    messages.success(request, _("Tickets are given again."))
    return _back()


@for_those_who(may_receive)
@only_post
def return_all(request: StaffAsked) -> HttpResponse:
    """Everybody who was not served takes the old place again, one ticket after the other."""
    day = queries.today_of(request.centre)
    unserved = queries.tickets_of_day(centre=request.centre, day=day, states=[State.NOT_SERVED])
    count = sum(_returned(ticket) for ticket in unserved)
    said = ngettext(
        "%(count)s person has the old place back.",
        "%(count)s people have their old places back.",
        count,
    )
    messages.success(request, said % {"count": count})
    return _back()


def _returned(ticket: Any) -> bool:
    """False for a ticket somebody else dealt with meanwhile."""
    try:
        actions.return_ticket(ticket)
    except actions.TicketIsGone:
        return False
    return True


def _back() -> HttpResponse:
    return HttpResponseRedirect(reverse("closing"), status=303)
