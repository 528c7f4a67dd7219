"""Groups that ask to come: who waits for an answer, dates back and forth, agreed or not."""

from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _

from phare.activities import actions
from phare.activities.choices import Need, RegistrationKind, RequestState, Side
from phare.activities.queries.agenda import activity_row
from phare.activities.queries.visits import (
    proposal_of,
    request_numbered,
    requests_settled,
    requests_to_answer,
    visit_of,
)
from phare.faces.office.pages import done, here, shown
from phare.faces.office.visit_forms import DeclineForm, ProposalForm
from phare.faces.shared.access import for_those_who, only_post
from phare.faces.shared.requests import StaffAsked, whole_number
from phare.people.rules import may_plan

Row = Any  # the request, which a face only hands on


@for_those_who(may_plan)
def visits(request: StaffAsked) -> HttpResponse:
    centre = request.centre
    found = {
        "waiting": [_line(one) for one in requests_to_answer(centre=centre)],
        "settled": [_line(one) for one in requests_settled(centre=centre)],
    }
    return shown(request, "office/visits/list.html", found)


def _line(row: Row) -> dict[str, Any]:
    return {
        "row": row,
        "kind": RegistrationKind(row.kind).label,
        "state": RequestState(row.state).label,
        "is_ours": row.state in (RequestState.ASKED, RequestState.COUNTERED),
    }


def _row(request: StaffAsked, pk: int) -> Row:
    return here(request_numbered(pk, centre=request.centre))


@for_those_who(may_plan)
def visit(request: StaffAsked, pk: int) -> HttpResponse:
    return _page(request, _row(request, pk))


def _page(
    request: StaffAsked,
    row: Row,
    *,
    form: ProposalForm | None = None,
    decline: DeclineForm | None = None,
) -> HttpResponse:
    centre = request.centre
    found = visit_of(row, centre=centre)
    initial = {"activity": found.activity.key} if found.activity else {}
    context = {
        "row": row,
        "visit": found,
        "words": _line(row),
        "needs": [Need(code).label for code in found.needs],
        "form": form or ProposalForm(centre=centre, initial=initial),
        "decline": decline or DeclineForm(auto_id="decline_%s"),
    }
    return shown(request, "office/visits/visit.html", context)


def _settled(request: StaffAsked, pk: int) -> HttpResponse:
    return done(request, _("This has been settled already."), "visit-answer", pk)


@for_those_who(may_plan)
@only_post
def propose(request: StaffAsked, pk: int) -> HttpResponse:
    row, centre = _row(request, pk), request.centre
    form = ProposalForm(request.POST, centre=centre)
    if not form.is_valid():
        return _page(request, row, form=form)
    given = form.cleaned_data
    activity = here(activity_row(given["activity"], centre=centre))
    try:
        actions.propose_dates(row, dates=form.dates(), activity=activity, answer=given["answer"])
    except actions.VisitIsSettled:
        return _settled(request, pk)
    return done(request, _("These dates are sent to the group."), "visit-answer", pk)


@for_those_who(may_plan)
@only_post
def agree(request: StaffAsked, pk: int) -> HttpResponse:
    """The centre takes one of the group's dates: session, room and place at once."""
    row = _row(request, pk)
    number = whole_number(request.POST.get("date", "")) or 0
    proposal = here(proposal_of(row, number=number))
    try:
        actions.agree_on(row, proposal=proposal, side=Side.CENTRE)
    except actions.VisitIsSettled:
        return _settled(request, pk)
    except actions.ActivityIsMissing:
        said = _("Say first what they come for: propose this date together with an activity.")
        return done(request, said, "visit-answer", pk)
    except actions.NoRoomIsFree:
        return done(request, _("No room that is large enough is free then."), "visit-answer", pk)
    except actions.DateIsGone:
        return done(request, _("This date is past or was taken back."), "visit-answer", pk)
    return done(request, _("Agreed. The session, its room and the place are kept."), "visits")


@for_those_who(may_plan)
@only_post
def decline(request: StaffAsked, pk: int) -> HttpResponse:
    row = _row(request, pk)
    form = DeclineForm(request.POST, auto_id="decline_%s")
    if not form.is_valid():
        return _page(request, row, decline=form)
    try:
        actions.decline_visit(row, because=form.cleaned_data["because"])
    except actions.VisitIsSettled:
        return _settled(request, pk)
    return done(request, _("The group is told, with your words."), "visits")
