"""When and where: ideas become activities, and activities dates, week after week."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import cycle
from typing import Any

from phare.activities.actions.planning import Plan, plan_session
from phare.activities.actions.programme import About, approve_activity, draft_activity
from phare.activities.actions.publishing import publish_session
from phare.activities.actions.rooming import RoomIsTaken, combine_rooms
from phare.activities.actions.tasks_of import add_checklist, settle_task
from phare.activities.choices import Mode, VideoProvider
from phare.activities.queries.due import tasks_due
from phare.centres.choices import PlaceKind
from phare.centres.queries import Centre, partners, places
from phare.faces.console.demo import calendar
from phare.faces.console.demo.programme.catalogue import IDEAS
from phare.faces.console.demo.programme.ideas import Idea, Pair
from phare.faces.console.demo.texts import text
from phare.people.choices import RoleKind
from phare.people.queries import roles_of, staff

NEXT_WEEK = 1
DRAFT_WEEK = 10  # planned and not published yet, with what is still to be done for it
A_WEEK = 7
# Weekday and hour of the dates of a week; Thursday evening is the late opening.
SLOTS = (
    (0, "10:00"),
    (1, "10:00"),
    (1, "14:00"),
    (2, "13:30"),
    (3, "14:00"),
    (3, "17:00"),
    (4, "10:00"),
    (4, "13:30"),
)


@dataclass(frozen=True)
class Dated:
    """A session of the demo, with the idea it is a date of."""

    session: Any
    idea: Idea


def monday(today: date, weeks: int) -> date:
    return today - timedelta(days=today.weekday()) + timedelta(weeks=weeks)


def pair(words: Pair) -> dict[str, str]:
    return text(*words) if words[0] else {}


def plan(centre: Centre, *, today: date, weeks_ago: int) -> list[Dated]:
    """Every activity approved, and its dates published but for the last week."""
    rooms = {place.code: place for place in places(centre=centre, kind=PlaceKind.ROOM)}
    combine_rooms(
        centre=centre,
        title=text("Flagey et multimédia", "Flagey en multimedia"),
        rooms=[rooms["Flagey"], rooms["Mezzanine"]],
        capacity=40,
    )
    activities = {idea.code: activity_of(idea, centre=centre) for idea in IDEAS}
    guides = _guides(centre)
    turn = cycle([idea for idea in IDEAS if not idea.on_request])
    planned: list[Dated] = []
    for week in range(-weeks_ago, DRAFT_WEEK + 1):
        for weekday, hour in SLOTS[:A_WEEK] if week % 2 else SLOTS:
            day = monday(today, week) + timedelta(days=weekday)
            if not calendar.advice_spans(day):
                continue
            idea = next(turn)
            session = _dated(idea, activities[idea.code], day, hour, rooms, next(guides))
            if session is None:
                continue
            if week in (NEXT_WEEK, DRAFT_WEEK):
                add_checklist(session, modes=list(_places(idea)))
            if week != DRAFT_WEEK:
                publish_session(session)
                planned.append(Dated(session, idea))
    for late in tasks_due(centre=centre, until=today - timedelta(days=1)):
        settle_task(late, done=True)
    return planned


def activity_of(idea: Idea, *, centre: Centre) -> Any:
    named = {
        str(partner.name["fr"]): partner for partner in partners(centre=centre, on=calendar.OPENED)
    }
    about = About(
        kind=idea.kind,
        title=pair(idea.title),
        lead=pair(idea.lead),
        text=pair(idea.text),
        bring=pair(idea.bring),
        themes=idea.themes,
        audiences=idea.audiences,
        scheme=idea.scheme,
        age_below=idea.age_below,
        on_request=idea.on_request,
        preparation=pair(idea.preparation),
        partners=[named[name] for name in idea.partners],
    )
    return approve_activity(draft_activity(centre=centre, about=about, key=f"demo-{idea.code}"))


def _dated(
    idea: Idea, activity: Any, day: date, hour: str, rooms: dict[str, Any], guide: Any
) -> Any:
    """One date; None when its room is taken then, as it may be."""
    start = calendar.at(day, hour)
    is_online = idea.online is not None
    wanted = Plan(
        start=start,
        end=start + timedelta(minutes=idea.minutes),
        languages=idea.languages,
        places=_places(idea),
        rooms=[rooms[idea.room]] if idea.room and idea.on_site is not None else [],
        video=VideoProvider.ADDRESS if is_online else VideoProvider.NONE,
        video_address=f"https://video.phare.example/{idea.code}" if is_online else "",
        staff=[guide],
    )
    try:
        return plan_session(
            activity, plan=wanted, key=f"{idea.code}-{day:%m%d}"[:16], checklist=False
        )
    except RoomIsTaken:
        return None


def _places(idea: Idea) -> dict[str, int]:
    given = {Mode.ON_SITE: idea.on_site, Mode.ONLINE: idea.online}
    return {mode: number for mode, number in given.items() if number is not None}


def _guides(centre: Centre) -> Iterator[Any]:
    people = staff(centre=centre)
    roles = roles_of(people, centre=centre)
    return cycle([person for person in people if RoleKind.COUNSELLOR in roles[person.pk]])
