"""Sessions to come, as lines for the next-steps sheet; each in the language of the sheet."""

from dataclasses import dataclass
from datetime import timedelta

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import override

from phare.activities.queries.agenda import coming, session_with
from phare.activities.queries.public import Dated
from phare.centres.queries import Centre
from phare.faces.shared import wording
from phare.faces.shared.programme import plain
from phare.ground import clock
from phare.ground.periods import Days

AHEAD = 28  # days that somebody still remembers
SHOWN = 8


@dataclass(frozen=True)
class NextSession:
    """A session one can still come to, and what the sheet says of it."""

    key: str
    line: str
    is_full: bool


def next_sessions(*, centre: Centre, theme: str, language: str) -> list[NextSession]:
    """The first open ones about `theme`; about anything where there is none or no theme."""
    today = clock.today(centre.time_zone)
    days = Days(today, today + timedelta(days=AHEAD))
    found = [one for one in coming(days, centre=centre) if one.is_open]
    about = [one for one in found if theme in one.activity.themes]
    return [
        NextSession(one.key, line_of(one, language), not one.has_places)
        for one in (about or found)[:SHOWN]
    ]


def line_with(key: str, *, centre: Centre, language: str) -> str:
    """What the sheet says of the session of that key; nothing when nobody can come to it."""
    found = session_with(key, centre=centre)
    return line_of(found, language) if found is not None and found.is_open else ""


def line_of(session: Dated, language: str) -> str:
    with override(language):
        rooms = ", ".join(plain(room, language) for room in session.rooms)
        where = [rooms or plain(session.address, language)]
        if session.has_video:
            where.append(_("online"))
        parts = [
            plain(session.activity.title, language),
            f"{date_format(session.starts_at, 'l j F')},"
            f" {wording.hour(session.starts_at, language, running=True)}",
            " / ".join(part for part in where if part),
            " ".join(code.upper() for code in session.languages),
        ]
    return " · ".join(part for part in parts if part)
