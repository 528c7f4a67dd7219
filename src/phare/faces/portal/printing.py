"""Paper twins: the week on one sheet, and the form of a session to fill in by hand."""

from datetime import timedelta
from itertools import groupby

from django.http import HttpResponse
from django.shortcuts import render

from phare.activities.queries import agenda as programme
from phare.faces.portal.looking import look_in
from phare.faces.shared.access import for_everybody
from phare.faces.shared.requests import Asked
from phare.ground.periods import Days


@for_everybody
def programme_sheet(request: Asked) -> HttpResponse:
    """One week on A4, French and Dutch side by side, whatever the language of the address."""
    look = look_in(request.GET, centre=request.centre)
    week = Days(look.first, look.first + timedelta(days=6))
    found = programme.coming(week, centre=request.centre, wanted=look.wanted)
    days = [(day, list(some)) for day, some in groupby(found, key=lambda one: one.day)]
    return render(request, "portal/agenda/sheet.html", {"days": days, "week": week})
