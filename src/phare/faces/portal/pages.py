"""The public site: open or not, the waits of today, the themes, how to come, what is counted."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta
from itertools import groupby
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language

from phare.centres.choices import WEEKDAYS, Hours
from phare.centres.queries import (
    Centre,
    closures,
    languages,
    opening_hours,
    school_holidays,
    themes,
)
from phare.faces.portal.agenda import this_week
from phare.faces.shared.access import for_everybody
from phare.faces.shared.giving import giving
from phare.faces.shared.requests import Asked
from phare.faces.shared.waits import ToldWait, is_planned, told
from phare.ground.snapshot import once_a_state
from phare.tickets import queries

AHEAD = 45  # days of closures announced on the page


@dataclass(frozen=True)
class WeekLine:
    """Weekdays with the same hours: "Monday to Wednesday", "9:30 – 16:00"."""

    first: str
    last: str
    spans: tuple[tuple[time, time], ...]


def _language() -> str:
    return (get_language() or "fr")[:2]


def usual_week(*, centre: Centre, kind: str, on: date) -> list[WeekLine]:
    """The hours of a usual week, neighbouring days with equal hours on one line."""
    spans: dict[int, list[tuple[time, time]]] = {}
    for row in opening_hours(centre=centre):
        if row.kind == kind and row.valid_from <= on <= (row.valid_until or on):
            spans.setdefault(row.weekday, []).append((row.opens, row.closes))
    days = [(day, tuple(spans[day])) for day in sorted(spans)]
    lines = []
    for hours, found in groupby(days, key=lambda day: day[1]):
        group = list(found)
        for run in _runs([day for day, _ in group]):
            lines.append(WeekLine(_day_name(run[0]), _day_name(run[-1]), hours))
    return lines


def _runs(days: Sequence[int]) -> list[list[int]]:
    runs: list[list[int]] = []
    for day in days:
        if runs and runs[-1][-1] == day - 1:
            runs[-1].append(day)
        else:
            runs.append([day])
    return runs


def _day_name(day: int) -> str:
    return str(dict(WEEKDAYS)[day])


def _openness(centre: Centre) -> dict[str, Any]:
    now = giving(centre=centre)
    return {"giving": now, "house": now.house, "advice": now.advice, "walks_in": now.walks_in}


def _waits(centre: Centre, code: str) -> list[tuple[Any, ToldWait]]:
    table = queries.waits_table(centre=centre, codes=[code])
    return [(t, told(table[t.code, code], centre=centre)) for t in themes(centre=centre)]


@for_everybody
def home(request: Asked) -> HttpResponse:
    """The page most people open; rendered once a second whatever the crowd.

    With something behind the "?" the page says it again in its links: that one is nobody else's.
    """
    if request.GET:
        return HttpResponse(_home(request))
    key = (request.centre.pk, "home", _language(), request.get_host())
    return HttpResponse(once_a_state(key, lambda: _home(request)))


def _home(request: Asked) -> str:
    centre = request.centre
    today = queries.today_of(centre)
    roads = [
        {
            "code": t.code,
            "name": t.name,
            "line": t.lead,
            "url": reverse("theme", args=[t.code]),
        }
        for t in themes(centre=centre)
    ]
    context = _openness(centre) | {
        "themes": roads,
        "waits": _waits(centre, _language()),
        "this_week": this_week(centre=centre, today=today),
        "week": usual_week(centre=centre, kind=Hours.CENTRE, on=today),
        "holiday_week": usual_week(centre=centre, kind=Hours.SCHOOL_HOLIDAY, on=today),
    }
    return render(request, "portal/home.html", context).content.decode()


@for_everybody
def theme(request: Asked, code: str) -> HttpResponse:
    """What a theme helps with, and today's wait for it in each language."""
    found = next((t for t in themes(centre=request.centre) if t.code == code), None)
    if found is None:
        raise Http404
    spoken = languages(centre=request.centre)
    table = queries.waits_table(centre=request.centre, codes=[x.code for x in spoken])
    waits = [
        (x, told(table[code, x.code], centre=request.centre))
        for x in spoken
        if x.is_interface or is_planned(table[code, x.code])
    ]
    others = [t for t in themes(centre=request.centre) if t.code != code]
    context = _openness(request.centre) | {"theme": found, "waits": waits, "others": others}
    return render(request, "portal/theme.html", context)


@for_everybody
def coming(request: Asked) -> HttpResponse:
    """Hours, address, holidays and closures to come."""
    centre = request.centre
    today = queries.today_of(centre)
    context = _openness(centre) | {
        "week": usual_week(centre=centre, kind=Hours.CENTRE, on=today),
        "advice_week": usual_week(centre=centre, kind=Hours.ADVICE, on=today),
        "holiday_week": usual_week(centre=centre, kind=Hours.SCHOOL_HOLIDAY, on=today),
        "holidays": school_holidays(centre=centre, since=today)[:4],
        "closures": closures(centre=centre, first=today, last=today + timedelta(days=AHEAD)),
    }
    return render(request, "portal/coming.html", context)


@for_everybody
def counting(request: Asked) -> HttpResponse:
    """What is counted, and what nobody here knows."""
    return render(request, "portal/counting.html")


@for_everybody
def accessibility(request: Asked) -> HttpResponse:
    return render(request, "portal/accessibility.html")
