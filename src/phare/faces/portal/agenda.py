"""The agenda of everybody: by day, week, list and theme."""

from collections.abc import Sequence
from datetime import date
from itertools import groupby
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from phare.activities.choices import Mode
from phare.activities.queries import agenda as programme
from phare.activities.queries.public import Dated
from phare.centres.queries import Centre, audiences, languages, themes
from phare.faces.portal.looking import DAY, LIST, THEME, WAYS, WEEK, Look, look_in
from phare.faces.shared.access import for_everybody
from phare.faces.shared.requests import Asked
from phare.ground.periods import Days
from phare.ground.snapshot import once_a_state

A_PAGE = 30
THIS_WEEK = 4  # sessions on the home page


@for_everybody
def agenda(request: Asked) -> HttpResponse:
    """Made once for everybody who looks the same way; the address of one is shown to no other."""
    look = look_in(request.GET, centre=request.centre)
    if not look.says_it_all(request.META.get("QUERY_STRING", "")):
        return HttpResponse(_agenda(request, look))
    key = (request.centre.pk, "agenda", get_language(), request.get_host(), look)
    return HttpResponse(once_a_state(key, lambda: _agenda(request, look)))


def _agenda(request: Asked, look: Look) -> str:
    centre = request.centre
    found = programme.coming(look.days, centre=centre, wanted=look.wanted)
    page = Paginator(found, A_PAGE).get_page(look.page) if look.by == LIST else None
    shown = list(page) if page else found
    context = {
        "look": look,
        "found": found,
        "page": page,
        "page_query": "".join(f"{k}={v}&" for k, v in look.pairs if k != "page"),
        "days": by_days(shown, look),
        "themes_shown": by_themes(shown, look, centre) if look.by == THEME else [],
        "ways": ways(look),
        "filters": filters(look, centre),
        "around": around(look),
        "next_day": None if found else _next_day(look, centre),
    }
    return render(request, "portal/agenda/agenda.html", context).content.decode()


def by_days(found: Sequence[Dated], look: Look) -> list[tuple[date, list[Dated]]]:
    """What began earlier and goes on stands under the first day shown."""
    ordered = [(max(one.day, look.first), one) for one in found]
    return [
        (day, [one for _day, one in group])
        for day, group in groupby(sorted(ordered, key=lambda pair: pair[0]), lambda pair: pair[0])
    ]


def by_themes(found: Sequence[Dated], look: Look, centre: Centre) -> list[tuple[Any, list[Dated]]]:
    """A session of two themes stands under both, unless only one is looked for."""
    wanted = look.wanted.themes
    shown = [t for t in themes(centre=centre) if not wanted or t.code in wanted]
    return [(t, mine) for t in shown if (mine := [s for s in found if t.code in s.activity.themes])]


def ways(look: Look) -> list[dict[str, Any]]:
    words = {DAY: _("Day"), WEEK: _("Week"), LIST: _("List"), THEME: _("Theme")}
    return [
        {"label": words[way], "url": address(look.by_way(way)), "current": way == look.by}
        for way in WAYS
    ]


def around(look: Look) -> dict[str, str]:
    """The way back and forth, never before today."""
    if look.by == LIST:
        return {}
    links = {"after": address(look.at(look.first + look.step))}
    if look.on:
        links["before"] = address(look.at(max(look.today, look.first - look.step)))
    return links


def filters(look: Look, centre: Centre) -> dict[str, Any]:
    wanted = look.wanted
    return {
        "themes": [(t, t.code in wanted.themes) for t in themes(centre=centre)],
        "languages": [
            (one, one.code in wanted.languages)
            for one in languages(centre=centre)
            if one.is_interface or one.code in wanted.languages
        ],
        "audiences": [(x, x.code in wanted.audiences) for x in audiences(centre=centre)],
        "modes": [
            (code, label, code == wanted.mode)
            for code, label in [
                ("", _("Does not matter")),
                (Mode.ON_SITE.value, _("On site")),
                (Mode.ONLINE.value, _("Online")),
            ]
        ],
        "count": len(wanted.themes)
        + len(wanted.languages)
        + len(wanted.audiences)
        + bool(wanted.mode)
        + wanted.with_places,
    }


def address(look: Look) -> str:
    return reverse("agenda") + look.query


def _next_day(look: Look, centre: Centre) -> str:
    day = programme.next_day_with_sessions(look.first, centre=centre, wanted=look.wanted)
    return address(look.at(day)) if day and look.by != LIST else ""


def this_week(*, centre: Centre, today: date) -> list[Dated]:
    """For the home page: what can still be joined during the next seven days."""
    week = Days(today, date.fromordinal(today.toordinal() + 6))
    found = programme.coming(week, centre=centre)
    return [one for one in found if one.has_places][:THIS_WEEK]
