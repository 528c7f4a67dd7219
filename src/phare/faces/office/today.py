"""The day as it is now: live, exact, never a figure."""

from collections.abc import Sequence
from datetime import date, datetime
from statistics import mean
from typing import Any

from django.http import HttpResponse
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from phare.activities.queries.happening import happening_on
from phare.centres.choices import Service
from phare.centres.queries import Centre, hours_on, languages, openness, themes
from phare.contacts.choices import Channel, Mode
from phare.contacts.queries import contacts_in
from phare.faces.office.pages import shown
from phare.faces.shared.access import for_those_who
from phare.faces.shared.fragments import fragment
from phare.faces.shared.requests import StaffAsked
from phare.faces.shared.ticket_words import NOT_YET
from phare.faces.shared.waits import told
from phare.ground import clock
from phare.ground.periods import Days
from phare.ground.snapshot import once_a_state
from phare.ground.translated import Translated
from phare.indicators.today import OnDuty, Today, live_state
from phare.people.rules import may_see_today
from phare.tickets.choices import State
from phare.tickets.queries import tickets_by_state

ALWAYS = ("fr", "nl", "en", "de")  # columns that are there even when nobody waits


@for_those_who(may_see_today)
def today(request: StaffAsked) -> HttpResponse:
    found = {
        "part": _part(request.centre),
        "live_url": reverse("today-stream"),
        "place": _("Today"),
        "ways": [],
    }
    return shown(request, "office/today.html", found)


@for_those_who(may_see_today)
def today_part(request: StaffAsked) -> HttpResponse:
    return fragment(request, _part(request.centre))


def _part(centre: Centre) -> str:
    key = ("office-today", centre.pk, get_language())
    return once_a_state(key, lambda: render_to_string("office/today_part.html", _state(centre)))


def _state(centre: Centre) -> dict[str, Any]:
    now, day = clock.now(), clock.today(centre.time_zone)
    state = live_state(centre=centre)
    codes, rows = _wait_rows(centre, state, now)
    return {
        "centre": centre,
        "now": clock.local(now, centre.time_zone),
        "open": openness(centre=centre, at=now),
        "advice": openness(centre=centre, at=now, service=Service.ADVICE),
        "hours": hours_on(day, centre=centre, service=Service.ADVICE),
        "state": state,
        "usual": round(mean(state.same_weekday)) if state.same_weekday else None,
        "weeks": len(state.same_weekday),
        "modes": _modes(centre, day),
        "codes": codes,
        "rows": rows,
        "desks": _desks(centre, state),
        "tickets": _tickets(centre, day),
        "sessions": happening_on(day, centre=centre),
        "posts": _posts(state.in_the_house),
    }


def _wait_rows(centre: Centre, state: Today, now: datetime) -> tuple[list[str], list[Any]]:
    """Languages shown, and for each theme its people, range in each, and the oldest wait."""
    asked = {language for _theme, language in state.waiting}
    codes = [x.code for x in languages(centre=centre) if x.code in ALWAYS or x.code in asked]
    named = [(theme.code, theme.name) for theme in themes(centre=centre)]
    rows = []
    for code, name in [*named, ("", Translated(NOT_YET))]:
        here = [state.waiting.get((code, language)) for language in codes]
        since = [one.since for one in here if one]
        cells = [
            (one.tickets if one else 0, told(state.waits[code, language], centre=centre))
            for language, one in zip(codes, here, strict=True)
        ]
        oldest = int((now - min(since)).total_seconds() // 60) if since else None
        rows.append({"code": code, "name": name, "cells": cells, "oldest": oldest})
    return codes, rows


def _desks(centre: Centre, state: Today) -> dict[str, Any]:
    states = [view.state for view in state.desks]
    plan = [
        (view, clock.local(view.until, centre.time_zone) if view.until else None)
        for view in state.desks
    ]
    return {"plan": plan, **{name: states.count(name) for name in ("FREE", "BUSY", "PAUSED")}}


def _modes(centre: Centre, day: date) -> list[dict[str, Any]]:
    """Contacts of the day by mode, those of advice by channel too."""
    counted = contacts_in(Days(day, day), centres=[centre], by=("mode", "channel"))
    channels = dict(Channel.choices)
    found = []
    for mode, label in Mode.choices:
        rows = [row for row in counted if row["mode"] == mode]
        parts = [
            (channels[row["channel"]], row["people"])
            for row in rows
            if row["channel"] != Channel.NONE
        ]
        people = sum(row["people"] for row in rows)
        found.append({"label": label, "people": people, "parts": parts})
    return found


def _tickets(centre: Centre, day: date) -> list[tuple[str, int]]:
    counted = tickets_by_state(centre=centre, day=day)
    return [(str(label), counted[state]) for state, label in State.choices if state in counted]


def _posts(people: Sequence[OnDuty]) -> dict[str, list[OnDuty]]:
    posts: dict[str, list[OnDuty]] = {}
    for one in people:
        posts.setdefault(str(one.post), []).append(one)
    return posts
