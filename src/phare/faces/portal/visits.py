"""A group asks to come, and agrees on a date with the centre, on a page of its own."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from phare.activities import actions
from phare.activities.choices import Need, RegistrationKind, RequestState, Side
from phare.activities.links import LinkIsOver, LinkIsWrong
from phare.activities.queries.agenda import activities_offered, activity_row
from phare.activities.queries.visits import Visit, proposal_of, request_keyed, visit_of
from phare.activities.visit_links import VisitLinkIsReplaced, link_of_request, request_at
from phare.faces.portal.session import hidden
from phare.faces.portal.visit_forms import VisitForm
from phare.faces.shared.access import for_everybody, only_post
from phare.faces.shared.certificates import certificate as certificate_paper
from phare.faces.shared.dates_form import DatesForm
from phare.faces.shared.gate.passing import Passage, asked, confirmation, judged, renewed
from phare.faces.shared.programme import plain
from phare.faces.shared.requests import Asked, whole_number

GATE = "visit"
Row = Any  # the request, which a face only hands on


@for_everybody
def visit_request(request: Asked) -> HttpResponse:
    if request.method != "POST":
        form = VisitForm(centre=request.centre, initial=dict(request.GET.items()))
        return _asking(request, form, asked(GATE))
    form = VisitForm(request.POST, centre=request.centre)
    passage = judged(request, GATE)
    if not form.is_valid():
        return _asking(request, form, passage, status=422)
    if passage.asks_to_confirm:
        return confirmation(request, passage)
    if not passage.passes:
        return _asking(request, form, passage, status=422)
    return _asked_for(request, form, passage)


def _asked_for(request: Asked, form: VisitForm, passage: Passage) -> HttpResponse:
    stamp, centre = passage.stamp, request.centre
    activity = activity_row(form.cleaned_data["activity"], centre=centre)
    said, dates = form.asked(), form.dates()
    try:
        row = actions.act_once(
            lambda: actions.ask_visit(
                asked=said, dates=dates, key=stamp.key, centre=centre, activity=activity
            ),
            digest=stamp.digest,
            until=stamp.until,
            centre=centre,
        )
    except actions.StampIsSpent:
        same = request_keyed(stamp.key, centre=centre)
        if same is None:
            return _asking(request, form, renewed(passage), status=422)
        row = same
    return _to_its_page(row)


def _to_its_page(row: Row) -> HttpResponse:
    url = reverse("visit", args=[link_of_request(row)])
    return hidden(HttpResponseRedirect(url, status=303))


def _asking(request: Asked, form: VisitForm, gate: Passage, status: int = 200) -> HttpResponse:
    context = {
        "form": form,
        "gate": gate,
        "offers": activities_offered(centre=request.centre, on_request=True),
    }
    answer = render(request, "portal/visits/ask.html", context, status=status)
    answer.headers["Cache-Control"] = "no-store"
    return answer


@for_everybody
def visit_paper(request: Asked) -> HttpResponse:
    """The same form to fill in by hand."""
    form = VisitForm(centre=request.centre)
    return render(request, "portal/visits/paper.html", {"form": form})


@for_everybody
def visit(request: Asked, link: str) -> HttpResponse:
    try:
        row = request_at(link, centre=request.centre)
    except (LinkIsWrong, LinkIsOver, VisitLinkIsReplaced) as refused:
        return _closed(request, refused)
    return _page(request, link, row)


def _closed(request: Asked, refused: Exception) -> HttpResponse:
    wrong = isinstance(refused, LinkIsWrong)
    context = {"wrong": wrong, "replaced": False, "sent": False, "link": "", "reach": ""}
    status = 404 if wrong else 410
    return hidden(render(request, "portal/agenda/link_closed.html", context, status=status))


def words_of(found: Visit) -> dict[str, Any]:
    """The codes of a request as people say them."""
    return {
        "kind": RegistrationKind(found.kind).label,
        "state": RequestState(found.state).label,
        "needs": [Need(code).label for code in found.needs],
    }


def _page(
    request: Asked,
    link: str,
    row: Row,
    *,
    form: DatesForm | None = None,
    said: str = "",
    status: int = 200,
) -> HttpResponse:
    found = visit_of(row, centre=request.centre)
    context = {
        "visit": found,
        "words": words_of(found),
        "link": link,
        "form": form or DatesForm(centre=request.centre, required=True),
        "said": said,
    }
    return hidden(render(request, "portal/visits/visit.html", context, status=status))


def acting(act: Callable[[Asked, str, Row], HttpResponse | None]) -> Callable[..., HttpResponse]:
    """A button of the page of a request; its refusals are said on the same page."""

    @for_everybody
    @only_post
    @wraps(act)
    def pressed(request: Asked, link: str) -> HttpResponse:
        try:
            row = request_at(link, centre=request.centre)
            return act(request, link, row) or _to_its_page(row)
        except (LinkIsWrong, LinkIsOver, VisitLinkIsReplaced) as refused:
            return _closed(request, refused)
        except actions.VisitIsSettled:
            return _page(request, link, row, said=_("This has been settled already."), status=409)

    pressed.access = "everybody"  # type: ignore[attr-defined]
    return pressed


@acting
def agree(request: Asked, link: str, row: Row) -> HttpResponse | None:
    """The group takes one of the centre's dates."""
    proposal = proposal_of(row, number=whole_number(request.POST.get("date", "")) or 0)
    gone = _("This date is not free any more. Please propose others.")
    if proposal is None:
        return _page(request, link, row, said=gone, status=409)
    try:
        actions.agree_on(row, proposal=proposal, side=Side.GROUP)
    except (actions.DateIsGone, actions.NoRoomIsFree, actions.ActivityIsMissing):
        return _page(request, link, row, said=gone, status=409)
    return None


@acting
def propose(request: Asked, link: str, row: Row) -> HttpResponse | None:
    """Other dates, instead of those the group gave before."""
    form = DatesForm(request.POST, centre=request.centre, required=True)
    if not form.is_valid():
        return _page(request, link, row, form=form, status=422)
    actions.counter_dates(row, dates=form.dates())
    return None


@acting
def withdraw(request: Asked, link: str, row: Row) -> HttpResponse | None:
    actions.withdraw_visit(row)
    return None


@for_everybody
def sheet(request: Asked, link: str) -> HttpResponse:
    """What a class prepares before it comes, to print."""
    try:
        row = request_at(link, centre=request.centre)
    except (LinkIsWrong, LinkIsOver, VisitLinkIsReplaced) as refused:
        return _closed(request, refused)
    found = visit_of(row, centre=request.centre)
    context = {"visit": found, "words": words_of(found)}
    return hidden(render(request, "portal/visits/sheet.html", context))


@for_everybody
@only_post
def certificate(request: Asked, link: str) -> HttpResponse:
    """A certificate for the group once it came; the name is typed and not kept."""
    try:
        row = request_at(link, centre=request.centre)
    except (LinkIsWrong, LinkIsOver, VisitLinkIsReplaced) as refused:
        return _closed(request, refused)
    found = visit_of(row, centre=request.centre)
    if found.session is None or not found.was_there:
        said = _("A certificate can be made once you were noted as present.")
        return _page(request, link, row, said=said, status=409)
    paper = certificate_paper(
        request.POST.get("name", ""),
        plain(found.session.activity.title),
        found.session.starts_at,
        found.session.ends_at,
        people=found.came,
        centre=request.centre,
    )
    answer = HttpResponse(paper, content_type="application/pdf")
    answer.headers["Content-Disposition"] = 'attachment; filename="attestation.pdf"'
    return hidden(answer)
