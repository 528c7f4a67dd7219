"""A file of dates, read and foreseen: what the office shows and the command prints."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import override

from phare.activities import actions
from phare.activities.actions import Brought
from phare.activities.bringing import Reading
from phare.activities.reading_calendar import read_calendar
from phare.activities.reading_sheet import read_sheet, words_of
from phare.centres.queries import Centre, audiences, languages, themes
from phare.faces.shared.plan_words import REFUSALS, refusal
from phare.ground import clock


@dataclass(frozen=True)
class Line:
    """A row that is not taken, in words."""

    place: str
    title: str
    why: str


def read_file(
    content: bytes, *, centre: Centre, language: str, since: datetime | None = None
) -> Reading:
    """The dates of a calendar or of a table, whichever it is. Raises `Refused`."""
    since = since or clock.now()
    if b"BEGIN:VCALENDAR" in content[:4096].upper().replace(b"\0", b""):
        return read_calendar(content, zone=centre.time_zone, since=since, language=language)
    known = {
        "themes": words_of({one.code: one.name for one in themes(centre=centre)}),
        "audiences": words_of({one.code: one.name for one in audiences(centre=centre)}),
        "languages": words_of({one.code: one.name for one in languages(centre=centre)}),
    }
    return read_sheet(content, zone=centre.time_zone, since=since, known=known)


def because() -> dict[str, str]:
    """Why a date is cancelled that its calendar cancels."""
    said = {}
    for code in ("fr", "nl", "en", "de"):
        with override(code):
            said[code] = _("Cancelled by the organiser.")
    return said


def brought(reading: Reading, *, centre: Centre, source: str, dry: bool) -> Brought:
    """What the file does, or would do."""
    return actions.import_programme(
        reading.rows, centre=centre, source=source, because=because(), dry=dry
    )


def lines_of(reading: Reading, done: Brought, *, zone: str) -> list[Line]:
    """Every row that is not taken, in the order of the file's own words."""
    found = [Line(one.place, one.title, str(one)) for one in reading.refused]
    for row, error in done.refused:
        why = (
            refusal(error, zone=zone)[1]
            if isinstance(error, REFUSALS)
            else _("It is there already.")
        )
        found.append(Line(row.place, row.name, why))
    return found
