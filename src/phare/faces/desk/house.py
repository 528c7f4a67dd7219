"""What reception sees of the house: desks, waits, help called for, and who is in."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.utils.translation import gettext as _

from phare.activities.queries.happening import happening_on
from phare.centres.queries import Centre, DayHours, hours_on, languages, openness, themes
from phare.faces.desk.floor import Line, minutes_since, waiting_lines
from phare.faces.shared import wording
from phare.faces.shared.ticket_words import NOT_YET, spoken_in
from phare.faces.shared.tongues import OTHER
from phare.faces.shared.waits import told
from phare.ground import clock
from phare.ground.translated import Translated
from phare.rota.choices import Post
from phare.rota.queries import on_duty, shifts_between
from phare.tickets import queries
from phare.tickets.choices import DayState, State

ALWAYS = ("fr", "nl", "en", "de")


@dataclass(frozen=True)
class Seat:
    """One desk of the plan; `minutes` of its interview, `opens` when it is planned next."""

    view: queries.DeskView
    languages: str
    minutes: int
    until: datetime | None
    opens: datetime | None


@dataclass(frozen=True)
class WaitRow:
    """Who waits for one theme: people and wait in each language, minutes of the oldest."""

    code: str
    name: Translated
    cells: tuple[tuple[int, str], ...]
    oldest: int | None


def seats(centre: Centre) -> list[Seat]:
    zone, now = centre.time_zone, clock.now()
    day = queries.today_of(centre)
    opens: dict[int | None, datetime] = {}
    for shift in shifts_between(day, day, centre=centre):
        if shift.during.lower > now:
            opens.setdefault(shift.place_id, clock.local(shift.during.lower, zone))
    return [
        Seat(
            view=view,
            languages=" ".join(code.upper() for code in view.languages),
            minutes=minutes_since(view.since),
            until=clock.local(view.until, zone) if view.until else None,
            opens=opens.get(view.desk.pk),
        )
        for view in queries.desk_plan(centre=centre)
    ]


def wait_rows(centre: Centre) -> tuple[list[str], list[WaitRow]]:
    """The codes of the columns, and a row for each theme and for questions without one."""
    day = queries.today_of(centre)
    counts = {(w.theme, w.language): w for w in queries.waiting_counts(centre=centre, day=day)}
    asked = {language for _theme, language in counts}
    codes = [x.code for x in languages(centre=centre) if x.code in ALWAYS or x.code in asked]
    table = queries.waits_table(centre=centre, codes=codes)
    named = [(theme.code, theme.name) for theme in themes(centre=centre)]
    rows = []
    for code, name in [*named, ("", Translated(NOT_YET))]:
        here = [counts.get((code, language)) for language in codes]
        since = [w.since for w in here if w]
        rows.append(
            WaitRow(
                code=code,
                name=name,
                cells=tuple(
                    (w.tickets if w else 0, _short(table[code, language], centre))
                    for language, w in zip(codes, here, strict=True)
                ),
                oldest=minutes_since(min(since)) if since else None,
            )
        )
    return codes, rows


def _short(wait: queries.Wait, centre: Centre) -> str:
    """Minutes without their unit, which the table says once; else the hour or the day."""
    if wait.kind != "RANGE":
        return told(wait, centre=centre).short
    if wait.high <= wording.AT_ONCE:
        return "0"
    return f"{wait.low}–{wait.high}" if 0 < wait.low < wait.high else f"<{wording.FIXED}{wait.high}"


def floor(centre: Centre) -> dict[str, Any]:
    """The middle of reception's screen."""
    codes, rows = wait_rows(centre)
    plan = seats(centre)
    states = [seat.view.state for seat in plan]
    lines: list[Line] = waiting_lines(centre)
    return {
        "seats": plan,
        "free": states.count("FREE"),
        "busy": states.count("BUSY"),
        "shut": states.count("SHUT") + states.count("PAUSED"),
        "codes": codes,
        "rows": rows,
        "lines": lines,
    }


def _asked_in(code: str, centre: Centre) -> str:
    """The language somebody asked for a human in, in the reader's own."""
    return _("another language") if code == OTHER else spoken_in(code, centre=centre)


def last_ticket_at(hours: DayHours, *, centre: Centre) -> datetime | None:
    """When the last ticket of a day with these hours of advice should be given."""
    ends = [period.end for period in hours.periods(centre.time_zone)]
    return ends[-1] - timedelta(minutes=centre.last_ticket_minutes) if ends else None


def today(centre: Centre) -> dict[str, Any]:
    """The right of reception's screen."""
    now, day = clock.now(), queries.today_of(centre)
    hours = hours_on(day, centre=centre, service="ADVICE")
    day_state = queries.day_state(centre=centre, day=day)
    last_at = last_ticket_at(hours, centre=centre)
    posts: dict[str, list[Any]] = defaultdict(list)
    for shift in on_duty(centre=centre, at=now):
        posts[shift.post].append(shift)
    return {
        "helps": [
            (asked, _asked_in(asked.language, centre), minutes_since(asked.asked_at))
            for asked in queries.help_calls(centre=centre)
        ],
        "missed": queries.tickets_of_day(centre=centre, day=day, states=[State.NO_SHOW]),
        "advice": openness(centre=centre, at=now, service="ADVICE"),
        "hours": hours,
        "day_state": day_state,
        "last_ticket_due": day_state == DayState.OPEN and last_at is not None and now >= last_at,
        "sessions": [one for one in happening_on(day, centre=centre) if not one.is_over],
        "posts": [(label, posts[code]) for code, label in Post.choices if posts[code]],
    }
