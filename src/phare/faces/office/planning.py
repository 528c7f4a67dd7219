"""The planning: a week by post and desk, what it covers, and the next week like this one."""

from datetime import date, timedelta
from itertools import groupby
from typing import Any

from django.http import HttpResponse
from django.utils.translation import ngettext

from phare.centres.queries import languages, themes
from phare.faces.office.pages import done, shown
from phare.faces.office.week import asked_day, cover_of, half_label, holes_of, monday_of, post_rows
from phare.faces.shared.access import for_those_who, only_post
from phare.faces.shared.requests import StaffAsked
from phare.ground import clock
from phare.people.rules import may_manage
from phare.rota import actions, queries


def asked_monday(request: StaffAsked, asked: str) -> date:
    """The Monday of the day asked for, else of this week."""
    return monday_of(asked_day(asked, today=clock.today(request.centre.time_zone)))


def _weeks(request: StaffAsked, monday: date) -> dict[str, Any]:
    return {
        "monday": monday,
        "sunday": monday + timedelta(days=6),
        "before": monday - timedelta(days=7),
        "after": monday + timedelta(days=7),
        "this_week": monday_of(clock.today(request.centre.time_zone)),
    }


@for_those_who(may_manage)
def planning(request: StaffAsked) -> HttpResponse:
    centre = request.centre
    monday = asked_monday(request, request.GET.get("week", ""))
    days, rows = post_rows(monday, centre=centre)
    only = next((day for day in days if day.isoformat() == request.GET.get("day")), None)
    if only:
        rows = [row.on(only) for row in rows]
    halves, cells = cover_of(monday, monday + timedelta(days=6), centre=centre)
    found = _weeks(request, monday) | {
        "week_days": days,
        "days": [only] if only else days,
        "only": only,
        "today": clock.today(centre.time_zone),
        "rows": [row for row in rows if not row.is_empty],
        "unused": [row for row in rows if row.is_empty],
        "holes": holes_of(halves, cells, centre=centre),
        "absences": queries.absences_between(monday, monday + timedelta(days=6), centre=centre),
    }
    return shown(request, "office/planning/week.html", found)


@for_those_who(may_manage)
def cover(request: StaffAsked) -> HttpResponse:
    """How many desks answer each theme in each language, half-day by half-day."""
    centre = request.centre
    monday = asked_monday(request, request.GET.get("week", ""))
    halves, cells = cover_of(monday, monday + timedelta(days=6), centre=centre)
    spoken = {language.code: language.name for language in languages(centre=centre)}
    by_theme = {theme: list(rows) for theme, rows in groupby(cells, key=lambda cell: cell.theme)}
    found = _weeks(request, monday) | {
        "halves": [(half, half_label(half)) for half in halves],
        "holes": holes_of(halves, cells, centre=centre),
        "themes": [
            (
                theme,
                [
                    (spoken[code], list(row))
                    for code, row in groupby(
                        by_theme.get(theme.code, []), key=lambda cell: cell.language
                    )
                ],
            )
            for theme in themes(centre=centre)
        ],
    }
    return shown(request, "office/planning/cover.html", found)


@for_those_who(may_manage)
@only_post
def copy_week(request: StaffAsked) -> HttpResponse:
    """Copies a week to the next one; where something is planned already it stays."""
    monday = asked_monday(request, request.POST.get("week", ""))
    copied, left = actions.copy_week(centre=request.centre, monday=monday)
    said = ngettext("%(count)s shift copied.", "%(count)s shifts copied.", copied)
    words = [said % {"count": copied}]
    if left:
        said = ngettext(
            "%(count)s left out: something is planned there already.",
            "%(count)s left out: something is planned there already.",
            left,
        )
        words.append(said % {"count": left})
    after = monday + timedelta(days=7)
    return done(request, " ".join(words), "planning", query=f"?week={after}")
