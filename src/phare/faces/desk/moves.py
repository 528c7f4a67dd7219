"""What a counsellor does with the person at the desk: each a press, then back to the desk."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from phare.centres.queries import Centre, desks
from phare.faces.desk.answers import KeyedRadios, language_pairs, menu, radios, theme_pairs
from phare.faces.shared.access import for_those_who, only_post
from phare.faces.shared.requests import StaffAsked
from phare.people.rules import may_advise
from phare.tickets import actions, queries
from phare.tickets.rules import need


class MoveForm(forms.Form):
    """Where somebody goes on to: another theme, another language, a colleague's desk."""

    def __init__(
        self,
        *args: Any,
        centre: Centre,
        mine: int,
        plan: Sequence[queries.DeskView],
        ticket: Any = None,
        **kwargs: Any,
    ) -> None:
        if ticket is not None:
            kwargs["initial"] = {"theme": ticket.theme, "language": ticket.language}
        kwargs["auto_id"] = "move_%s"
        super().__init__(*args, **kwargs)
        open_ones = [
            (str(one.desk.pk), _desk_words(one))
            for one in plan
            if one.state != "SHUT" and one.desk.pk != mine
        ]
        unsure = ("", gettext_lazy("Not known yet"))
        self.fields |= {
            "theme": radios(
                gettext_lazy("Theme"),
                [*theme_pairs(centre), unsure],
                widget=KeyedRadios({"": "0"}),
            ),
            "language": forms.ChoiceField(
                label=gettext_lazy("Language"), choices=language_pairs(centre)
            ),
            "desk": menu(
                gettext_lazy("Desk"), open_ones, empty=gettext_lazy("Whoever is free first")
            ),
        }


def _desk_words(one: queries.DeskView) -> str:
    return f"{one.desk.name} · {', '.join(code.upper() for code in one.languages)}"


def back(request: StaffAsked, wrong: str = "", query: str = "") -> HttpResponse:
    """To the desk again, with a sentence when nothing could be done."""
    if wrong:
        messages.error(request, wrong)
    return HttpResponseRedirect(reverse("desk") + query, status=303)


def at_my_desk(request: StaffAsked, pk: int) -> tuple[Any, Any]:
    """My desk and the ticket there; None in their place when it is not, or no longer, at it.

    A ticket of another centre is not found.
    """
    ticket = queries.ticket_numbered(pk, centre=request.centre)
    if ticket is None:
        raise Http404
    opened = queries.desk_of(request.user, centre=request.centre)
    if opened is None or ticket.desk_id != opened.desk_id:
        return opened, None
    return opened, ticket


def gone() -> str:
    return _("That number is no longer at your desk.")


@for_those_who(may_advise)
@only_post
def call(request: StaffAsked) -> HttpResponse:
    """The next person; pressed twice, the same one."""
    opened = queries.desk_of(request.user, centre=request.centre)
    if opened is None:
        return back(request)
    if opened.state == "PAUSED":
        return back(request, _("Your desk is on pause. End the pause first."))
    try:
        actions.call_next(opened, centre=request.centre)
    except actions.NobodyIsWaiting:
        return back(request, _("Nobody is waiting for your desk."))
    return back(request)


@for_those_who(may_advise)
@only_post
def recall(request: StaffAsked, pk: int) -> HttpResponse:
    _opened, ticket = at_my_desk(request, pk)
    try:
        if ticket is None:
            raise actions.TicketIsGone
        actions.recall_ticket(ticket)
    except actions.TicketIsGone:
        return back(request, gone())
    messages.success(request, _("Called once more."))
    return back(request)


@for_those_who(may_advise)
@only_post
def absent(request: StaffAsked, pk: int) -> HttpResponse:
    _opened, ticket = at_my_desk(request, pk)
    try:
        if ticket is None:
            raise actions.TicketIsGone
        actions.mark_no_show(ticket)
    except actions.TicketIsGone:
        return back(request, gone())
    messages.success(
        request,
        _("%(number)s did not come. Reception can give the place back.") % {"number": ticket},
    )
    return back(request)


@for_those_who(may_advise)
@only_post
def park(request: StaffAsked, pk: int) -> HttpResponse:
    _opened, ticket = at_my_desk(request, pk)
    try:
        if ticket is None:
            raise actions.TicketIsGone
        actions.park_ticket(ticket, slots=request.centre.parked_at_most)
    except actions.TicketIsGone:
        return back(request, gone())
    except actions.NoSlotIsFree:
        return back(request, _("Two people are set aside already. Take one back first."))
    return back(request)


@for_those_who(may_advise)
@only_post
def unpark(request: StaffAsked, pk: int) -> HttpResponse:
    _opened, ticket = at_my_desk(request, pk)
    try:
        if ticket is None:
            raise actions.TicketIsGone
        actions.unpark_ticket(ticket)
    except actions.TicketIsGone:
        return back(request, gone())
    except actions.DeskIsBusy:
        return back(request, _("Somebody is at your desk. Close or set aside first."))
    return back(request)


@for_those_who(may_advise)
@only_post
def move(request: StaffAsked, pk: int) -> HttpResponse:
    """Sends the person on with the same number and the same place."""
    opened, ticket = at_my_desk(request, pk)
    if ticket is None:
        return back(request, gone())
    plan = queries.desk_plan(centre=request.centre)
    form = MoveForm(request.POST, centre=request.centre, mine=opened.desk_id, plan=plan)
    if not form.is_valid():
        return back(request, _("That desk has closed meanwhile. Choose again."))
    given = form.cleaned_data
    there = {str(desk.pk): desk for desk in desks(centre=request.centre)}
    try:
        actions.transfer_ticket(
            ticket,
            theme=given["theme"],
            language=given["language"],
            desk=there.get(given["desk"]),
        )
    except actions.TicketIsGone:
        return back(request, gone())
    except actions.DeskIsClosed:
        return back(request, _("That desk has closed meanwhile. Choose again."))
    messages.success(request, _("%(number)s waits again, in the same place.") % {"number": ticket})
    if not given["desk"] and not any(
        need(given["theme"], given["language"]) in one.answers
        for one in queries.open_desks(centre=request.centre)
    ):
        messages.warning(request, _("Nobody at a desk answers that now: tell the person."))
    return back(request)


@for_those_who(may_advise)
@only_post
def join(request: StaffAsked, pk: int) -> HttpResponse:
    """A colleague at a free desk joins the interview; an empty choice ends that."""
    _opened, ticket = at_my_desk(request, pk)
    free = {
        str(one.desk.pk): one.desk
        for one in queries.desk_plan(centre=request.centre)
        if one.state == "FREE"
    }
    asked = request.POST.get("desk", "")
    if asked and asked not in free:
        return back(request, _("That colleague is no longer free."))
    try:
        if ticket is None:
            raise actions.TicketIsGone
        actions.join_interview(ticket, desk=free.get(asked))
    except actions.TicketIsGone:
        return back(request, gone())
    return back(request)


@for_those_who(may_advise)
@only_post
def step_out(request: StaffAsked, pk: int) -> HttpResponse:
    """The second counsellor leaves the interview; it goes on at the first desk."""
    ticket = queries.ticket_numbered(pk, centre=request.centre)
    if ticket is None:
        raise Http404
    opened = queries.desk_of(request.user, centre=request.centre)
    if opened is not None and ticket.second_desk_id == opened.desk_id:
        try:
            actions.join_interview(ticket, desk=None)
        except actions.TicketIsGone:
            return back(request, gone())
    return back(request)
