"""A small conference of three afternoons: two round tables, nineteen workshops to choose from."""

import uuid
from datetime import date, timedelta
from random import Random
from typing import Any

from phare.activities import actions
from phare.activities.actions.planning import Plan, plan_session
from phare.activities.actions.programme import About, approve_activity, draft_activity
from phare.activities.actions.publishing import publish_session
from phare.activities.actions.series import Told, draft_series, publish_series, set_tracks
from phare.activities.choices import Kind, Mode, Source, VideoProvider
from phare.activities.queries.ideas import tracks_of
from phare.centres.choices import PlaceKind
from phare.centres.queries import Centre, places
from phare.faces.console.demo import calendar
from phare.faces.console.demo.programme.happening import NAMES
from phare.faces.console.demo.programme.ideas import Pair
from phare.faces.console.demo.programme.season import monday
from phare.faces.console.demo.programme.workshops import (
    LEAD,
    ROUND_TABLES,
    TEXT,
    TITLE,
    TRACKS,
    WORKSHOPS,
)
from phare.faces.console.demo.texts import text

WEEKS_AHEAD = 5
PEOPLE = 60
ONLINE = 120


def load(centre: Centre, *, today: date, scale: float) -> None:
    """Published, with people who have chosen their workshops."""
    first = _three_open_days(monday(today, WEEKS_AHEAD))
    told = Told(title=text(*TITLE), lead=text(*LEAD), text=text(*TEXT), chosen_together=True)
    series = draft_series(centre=centre, told=told, key="demo-conference")
    set_tracks(series, titles=[(None, text(*title)) for title in TRACKS])
    tracks = tracks_of(series)
    room = {p.code: p for p in places(centre=centre, kind=PlaceKind.ROOM)}["Atomium"]
    plenaries, workshops = [], []
    for number, words in enumerate(ROUND_TABLES):
        day = first + timedelta(days=2 * number)
        plenaries.append(
            _session(centre, words, day, "13:30", Kind.ROUND_TABLE, series=series, room=room,
                     on_site=70, plenary=True, code=f"rt{number}")
        )  # fmt: skip
    for number, words in enumerate(WORKSHOPS):
        day = first + timedelta(days=number % 3)
        hour = ("15:00", "16:30")[number // 3 % 2]
        workshops.append(
            _session(centre, words, day, hour, Kind.WORKSHOP, series=series, room=None,
                     on_site=None, track=tracks[number % len(tracks)], code=f"ws{number}")
        )  # fmt: skip
    publish_series(series, published=True)
    _people(series, plenaries, workshops, centre=centre, scale=scale)


def _three_open_days(day: date) -> date:
    """The first of three days in a row on which the house is open."""
    while not all(calendar.advice_spans(day + timedelta(days=n)) for n in range(3)):
        day += timedelta(days=1)
    return day


def _session(
    centre: Centre,
    words: tuple[Pair, Pair],
    day: date,
    hour: str,
    kind: str,
    *,
    series: Any,
    room: Any,
    on_site: int | None,
    code: str,
    plenary: bool = False,
    track: Any = None,
) -> Any:
    title, lead = words
    about = About(
        kind=kind,
        title=text(*title),
        lead=text(*lead),
        text=text(*lead),
        bring={},
        themes=("choose", "learn") if plenary else ("choose",),
    )
    activity = approve_activity(draft_activity(centre=centre, about=about, key=f"demo-{code}"))
    start = calendar.at(day, hour)
    given = {Mode.ON_SITE: on_site, Mode.ONLINE: ONLINE if plenary else 30}
    plan = Plan(
        start=start,
        end=start + timedelta(minutes=75),
        languages=("fr", "nl"),
        places={mode: number for mode, number in given.items() if number},
        rooms=[room] if room else [],
        video=VideoProvider.ADDRESS,
        video_address=f"https://video.phare.example/{code}",
        series=series,
        track=track,
        plenary=plenary,
    )
    return publish_session(plan_session(activity, plan=plan, key=f"demo-{code}", checklist=False))


def _people(
    series: Any, plenaries: list[Any], workshops: list[Any], *, centre: Centre, scale: float
) -> None:
    random = Random("conference")
    for _ in range(max(6, round(PEOPLE * scale))):
        chosen = {one.starts_at: one for one in random.sample(workshops, 3)}
        mode = Mode.ON_SITE if random.random() < 0.4 else Mode.ONLINE
        wanted = [(one, mode) for one in plenaries]
        wanted += [(one, Mode.ONLINE) for one in chosen.values()]
        asked = actions.Asked(
            name=random.choice(NAMES),
            language=random.choice(("fr", "fr", "nl")),
            source=Source.DESK,
        )
        actions.register_for_series(
            series, wanted=wanted, asked=asked, key=uuid.UUID(int=random.getrandbits(128)),
            centre=centre,
        )  # fmt: skip
