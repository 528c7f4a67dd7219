"""The foot of the board: what takes place in the house today, each in its own language."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import override

from phare.activities.queries.agenda import coming
from phare.activities.queries.public import Dated
from phare.centres.queries import Centre
from phare.faces.shared.programme import plain
from phare.faces.shared.templatetags.programme import place_lines
from phare.ground import clock
from phare.ground.periods import Days

SHOWN = 3
BOARD = ("fr", "nl")  # what the board speaks


@dataclass(frozen=True)
class Line:
    """One session as the room reads it."""

    language: str
    starts_at: datetime
    where: str
    title: str
    spoken: str
    places: str


def today_strip(*, centre: Centre) -> list[Line]:
    """The next ones of today that are not over; none that are cancelled."""
    today = clock.today(centre.time_zone)
    found = coming(Days(today, today), centre=centre)
    return [_line(one) for one in found if not one.is_cancelled][:SHOWN]


def _line(session: Dated) -> Line:
    language = next((code for code in session.languages if code in BOARD), BOARD[0])
    with override(language):
        rooms = ", ".join(plain(room, language) for room in session.rooms)
        where = rooms or plain(session.address, language)
        if session.has_video:
            where = f"{where}, {_('online')}" if where else _("online")
        return Line(
            language=language,
            starts_at=session.starts_at,
            where=where,
            title=plain(session.activity.title, language),
            spoken=" ".join(code.upper() for code in session.languages),
            places=" · ".join(place_lines(session)),
        )
