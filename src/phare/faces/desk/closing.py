"""Closing an interview: one anonymous contact, then the next person or the screen at rest."""

from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import gettext as _

from phare.faces.desk.closing_form import ClosingForm
from phare.faces.desk.interviews import desk_page
from phare.faces.desk.moves import at_my_desk, back, gone
from phare.faces.shared.access import for_those_who, only_post
from phare.faces.shared.requests import StaffAsked
from phare.people.rules import may_advise
from phare.tickets import actions


def _leaving(token: str, language: str) -> str:
    """The questionnaire of the person who leaves, in their language, until the next press."""
    return f"?voice={token}&in={language}" if token else ""


@for_those_who(may_advise)
@only_post
def close(request: StaffAsked, pk: int) -> HttpResponse:
    """Closes, then calls the next person when asked to; a second press changes nothing."""
    opened, ticket = at_my_desk(request, pk)
    if ticket is None:
        return back(request, gone())
    form = ClosingForm(request.POST, centre=request.centre, auto_id="close_%s")
    if not form.is_valid():
        return desk_page(request, opened, form)
    try:
        closed = actions.close_ticket(
            ticket, form.fact(ticket), centre=request.centre, key=form.cleaned_data["key"]
        )
    except actions.TicketIsGone:
        return back(request, gone())
    if "next" in request.POST and opened.state != "PAUSED":
        try:
            actions.call_next(opened, centre=request.centre)
        except actions.NobodyIsWaiting:
            messages.info(request, _("Nobody is waiting for your desk."))
    return back(request, query=_leaving(closed.token, ticket.language))
