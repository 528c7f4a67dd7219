"""Where managers begin, at a quarter to nine: what is missing today, and the way to the rest."""

from datetime import date, timedelta
from typing import Any

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse

from phare.centres.choices import Service
from phare.centres.queries import Centre, hours_between, openness
from phare.faces.office.pages import shown
from phare.faces.office.week import cover_of, holes_of
from phare.faces.shared.access import for_those_who
from phare.faces.shared.requests import StaffAsked
from phare.ground import clock
from phare.indicators.checks import check_figures
from phare.indicators.findings import Weight
from phare.indicators.queries import imported_figures
from phare.people import rules
from phare.people.rules import may_see_today
from phare.rota.choices import Post
from phare.rota.queries import absences_between, planned_between

AHEAD = timedelta(days=14)


@for_those_who(may_see_today)
def office(request: StaffAsked) -> HttpResponse:
    """Whoever has nothing to settle goes to the day itself."""
    manage, report = rules.may_manage(request.roles), rules.may_report(request.roles)
    if not (manage or report):
        return HttpResponseRedirect(reverse("today"))
    now = clock.now()
    found: dict[str, Any] = {
        "open": openness(centre=request.centre, at=now),
        "advice": openness(centre=request.centre, at=now, service=Service.ADVICE),
    }
    if manage:
        found |= _morning(request.centre)
    if report:
        known = check_figures(imported_figures(centres=[request.centre]))
        found["doubtful"] = sum(finding.weight == Weight.CONTRADICTION for finding in known)
    return shown(request, "office/home.html", found)


def _morning(centre: Centre) -> dict[str, Any]:
    """Holes of today and of the next open day, who is away, who holds reception."""
    today = clock.today(centre.time_zone)
    days = _open_days(centre, today)
    last = days[-1] if days else today
    halves, cells = cover_of(today, last, centre=centre)
    planned = planned_between(today, today, centre=centre)
    away = absences_between(today, today, centre=centre)
    missing = {shift.person_id for shift, is_away in planned if is_away}
    return {
        "today": today,
        "days": [
            (day, [hole for hole in holes_of(halves, cells, centre=centre) if hole[0].day == day])
            for day in days
        ],
        "away": [(row, row.person_id in missing) for row in away],
        "at_reception": [s for s, gone in planned if s.post == Post.RECEPTION and not gone],
        "planned": len({shift.person_id for shift, gone in planned if not gone}),
    }


def _open_days(centre: Centre, today: date) -> list[date]:
    """Today if advice is open at all, and the next day it is."""
    hours = hours_between(today, today + AHEAD, centre=centre, service=Service.ADVICE)
    return [day.day for day in hours if day.spans][:2]
