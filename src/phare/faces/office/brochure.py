"""The quarterly brochure: choose a quarter, look at what it holds, make it."""

from django.conf import settings
from django.http import Http404, HttpResponse

from phare.activities.choices import SessionState
from phare.activities.quarters import after, name_of, quarter_named
from phare.activities.queries.ideas import missing_of
from phare.activities.queries.leaflet import leaflet
from phare.activities.queries.planned import sessions_between
from phare.faces.office.pages import shown
from phare.faces.office.programme import parts
from phare.faces.shared.access import for_those_who
from phare.faces.shared.brochure.paper import brochure_paper, printers_paper
from phare.faces.shared.requests import StaffAsked
from phare.ground import clock
from phare.people.rules import may_plan

OFFERED = 5  # quarters from this one on


@for_those_who(may_plan)
def brochure(request: StaffAsked) -> HttpResponse:
    """What the brochure of a quarter would hold, and what it would lack."""
    name = name_of(clock.today(request.centre.time_zone))
    names = [name]
    while len(names) < OFFERED:
        names.append(after(names[-1]))
    asked = request.GET.get("quarter", names[1])
    days = quarter_named(asked)
    if days is None:
        raise Http404
    found = sessions_between(days.first, days.last, centre=request.centre)
    found = [one for one in found if not one.session.by_request]
    published = [one for one in found if one.session.state == SessionState.PUBLISHED]
    page = parts(request, "programme-brochure") | {
        "quarter": asked,
        "days": days,
        "quarters": [(one, quarter_named(one)) for one in names],
        "published": len(published),
        "drafts": sum(one.session.state == SessionState.DRAFT for one in found),
        "one_sided": [
            (one, missing) for one in published if (missing := missing_of(one.session.activity))
        ],
    }
    return shown(request, "office/programme/brochure.html", page)


@for_those_who(may_plan)
def as_pdf(request: StaffAsked) -> HttpResponse:
    """Tagged and in reading order, or head to tail for the printer."""
    name = request.GET.get("quarter", "")
    days = quarter_named(name)
    if days is None:
        raise Http404
    held = leaflet(days, centre=request.centre)
    for_printer = request.GET.get("for") == "printer"
    make = printers_paper if for_printer else brochure_paper
    ending = "-printer" if for_printer else ""
    return HttpResponse(
        make(held, demo=settings.DEMO),
        content_type="application/pdf",
        headers={"Content-Disposition": f'attachment; filename="brochure-{name}{ending}.pdf"'},
    )
