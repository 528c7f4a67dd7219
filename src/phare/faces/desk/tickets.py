"""One ticket at reception: correct it, move it, put it first, end it, give it back."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from phare.centres.queries import desks
from phare.faces.desk.floor import minutes_since
from phare.faces.desk.request_form import TicketForm, ticket_initial
from phare.faces.desk.visitors import paper
from phare.faces.shared.access import for_those_who, only_post
from phare.faces.shared.requests import StaffAsked
from phare.faces.shared.ticket_words import spoken_in, theme_name
from phare.faces.shared.waits import told
from phare.people.rules import may_receive
from phare.tickets import actions, queries
from phare.tickets.choices import PriorityReason, State
from phare.tickets.rules import may_move, may_return


def ticket_here(request: StaffAsked, pk: int) -> Any:
    """The ticket of that key; of another centre, or of no day but today, it is not found."""
    ticket = queries.ticket_numbered(pk, centre=request.centre)
    if ticket is None or ticket.day != queries.today_of(request.centre):
        raise Http404
    return ticket


def ticket_page(request: StaffAsked, ticket: Any, form: TicketForm | None = None) -> HttpResponse:
    centre = request.centre
    wait = queries.wait_for(
        centre=centre, theme=ticket.theme, language=ticket.language, ticket=ticket
    )
    plan = queries.desk_plan(centre=centre)
    context = {
        "ticket": ticket,
        "theme": theme_name(ticket.theme, centre=centre),
        "spoken": spoken_in(ticket.language, centre=centre),
        "form": form or TicketForm(centre=centre, initial=ticket_initial(ticket)),
        "minutes": minutes_since(ticket.queued_at),
        "wait": told(wait, centre=centre),
        "paper": paper(request, ticket, wait),
        "open": [one for one in plan if one.state != "SHUT"],
        "free": [one for one in plan if one.state == "FREE"],
        "reasons": PriorityReason.choices,
        "may_move": may_move(ticket.state),
        "may_assign": ticket.state in (State.WAITING, State.PARKED),
        "may_return": may_return(ticket.state),
        "may_call": ticket.state in (State.WAITING, State.NO_SHOW),
        "place": _("Reception"),
    }
    status = 422 if form is not None and form.errors else 200
    return render(request, "desk/ticket.html", context, status=status)


@for_those_who(may_receive)
def ticket(request: StaffAsked, pk: int) -> HttpResponse:
    return ticket_page(request, ticket_here(request, pk))


@for_those_who(may_receive)
@only_post
def correct(request: StaffAsked, pk: int) -> HttpResponse:
    """Number and place stay, so that the paper in the hand stays true."""
    found = ticket_here(request, pk)
    form = TicketForm(request.POST, centre=request.centre)
    if not form.is_valid():
        return ticket_page(request, found, form)
    return _done(
        request, found, lambda: actions.correct_ticket(found, **form.words()), _("Corrected.")
    )


@for_those_who(may_receive)
@only_post
def assign(request: StaffAsked, pk: int) -> HttpResponse:
    """Waits for one desk, or for whoever is free first."""
    found = ticket_here(request, pk)
    if not may_move(found.state):
        return _refused(request, found, no_longer())
    there = {str(desk.pk): desk for desk in desks(centre=request.centre)}
    chosen = there.get(request.POST.get("desk", ""))
    return _done(
        request,
        found,
        lambda: actions.transfer_ticket(
            found, theme=found.theme, language=found.language, desk=chosen
        ),
        _("%(number)s now waits for that desk.") % {"number": found}
        if chosen
        else _("%(number)s waits for whoever is free first.") % {"number": found},
    )


@for_those_who(may_receive)
@only_post
def put_first(request: StaffAsked, pk: int) -> HttpResponse:
    found = ticket_here(request, pk)
    reason = request.POST.get("reason", "")
    if reason and reason not in PriorityReason.values:
        return _refused(request, found, _("Choose a reason of the list."))
    said = _("%(number)s goes first.") if reason else _("%(number)s waits like everybody.")
    return _done(
        request,
        found,
        lambda: actions.prioritise_ticket(found, reason=reason),
        said % {"number": found},
    )


@for_those_who(may_receive)
@only_post
def left(request: StaffAsked, pk: int) -> HttpResponse:
    found = ticket_here(request, pk)
    return _done(
        request,
        found,
        lambda: actions.leave_queue(found),
        _("%(number)s has left. The place can be given back.") % {"number": found},
    )


@for_those_who(may_receive)
@only_post
def undo(request: StaffAsked, pk: int) -> HttpResponse:
    """A ticket taken by mistake: it counts nowhere."""
    found = ticket_here(request, pk)
    return _done(
        request,
        found,
        lambda: actions.cancel_ticket(found),
        _("%(number)s is undone and counts nowhere.") % {"number": found},
        to="reception",
    )


@for_those_who(may_receive)
@only_post
def give_back(request: StaffAsked, pk: int) -> HttpResponse:
    found = ticket_here(request, pk)
    return _done(
        request,
        found,
        lambda: actions.return_ticket(found),
        _("%(number)s has the old place again.") % {"number": found},
    )


@for_those_who(may_receive)
@only_post
def call_to(request: StaffAsked, pk: int) -> HttpResponse:
    """Calls that very number to a desk that is free."""
    found = ticket_here(request, pk)
    there = {str(opened.desk_id): opened for opened in queries.open_desks(centre=request.centre)}
    opened = there.get(request.POST.get("desk", ""))
    if opened is None:
        return _refused(request, found, _("That desk has closed meanwhile. Choose again."))
    return _done(
        request,
        found,
        lambda: actions.call_ticket(opened, found),
        _("%(number)s is called.") % {"number": found},
    )


def no_longer() -> str:
    return _("That is no longer possible: look at where the number is now.")


def _done(
    request: StaffAsked, found: Any, act: Callable[[], Any], said: str, *, to: str = ""
) -> HttpResponse:
    """Acts and says what happened, or says why it could not."""
    try:
        act()
    except (actions.TicketIsGone, actions.TicketIsElsewhere):
        return _refused(request, found, no_longer())
    except actions.DeskIsBusy:
        return _refused(request, found, _("Somebody is at that desk already."))
    except actions.DeskIsClosed:
        return _refused(request, found, _("That desk has closed meanwhile. Choose again."))
    messages.success(request, said)
    if to:
        return HttpResponseRedirect(reverse(to), status=303)
    return _to(found)


def _refused(request: StaffAsked, found: Any, why: str) -> HttpResponse:
    messages.error(request, why)
    return _to(found)


def _to(found: Any) -> HttpResponse:
    return HttpResponseRedirect(reverse("reception-ticket", args=[found.pk]), status=303)
