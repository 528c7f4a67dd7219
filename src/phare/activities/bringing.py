"""Dates brought in from a file: what a row says, and why another one is not taken."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import datetime, timedelta
from types import MappingProxyType

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

LARGEST = 2 * 1024 * 1024  # bytes of a file
MOST_ROWS = 1000
MOST_OF_ONE = 200  # dates of one event that comes back
AHEAD = timedelta(days=550)
LONGEST = timedelta(days=14)

NOT_TEXT = _("This file is no text. Save it as iCalendar or as CSV and try again.")
EMPTY = _("There is nothing in this file.")
NO_CALENDAR = _("This is no calendar: it cannot be read.")
BROKEN = _("This event cannot be read.")
TOO_MANY = _("A file brings at most %(most)s dates; the rest is left out. Split it.")
TOO_LARGE = _("The file is larger than 2 MB. Split it.")
TOO_LONG = _("Reading this file takes too long; the rest is left out.")
NO_TITLE = _("There is no title.")
NO_START = _("It does not say when it begins.")
WHOLE_DAY = _("It says the day only: a date needs its hours.")
BACKWARDS = _("It ends before it begins.")
ENDLESS = _("It lasts longer than two weeks.")
NO_ZONE = _("The time zone “%(text)s” is not known.")
TOO_OFTEN = _("It comes back more often than every day, or by a rule that is not followed.")
TOO_OLD = _("It comes back since before 1970.")
TOO_FAR = _("It is too far away.")
NO_COLUMN = _("The column “%(column)s” is missing. Begin with the template.")
NOT_A_DAY = _("“%(text)s” is no day. Write 2027-01-15 or 15/01/2027.")
NO_DAY = _("The day is missing. Write 2027-01-15 or 15/01/2027.")
NO_HOUR = _("An hour is missing. Write 13:30.")
NOT_AN_HOUR = _("“%(text)s” is no hour. Write 13:30.")
NOT_A_NUMBER = _("“%(text)s” is no whole number.")
NOT_AN_ADDRESS = _("“%(text)s” is no address of a page.")
UNKNOWN = _("“%(text)s” is not known here. Known: %(known)s.")
TWICE = _("The same date stands in the file twice.")
QUOTE = _("A quotation mark is opened and never closed, or stands wrong.")


@dataclass(frozen=True)
class Refusal:
    """A row that is not taken: where it stands, what it is called, and why."""

    place: str
    title: str
    reason: str | Promise
    values: Mapping[str, object] = field(default_factory=lambda: MappingProxyType({}))

    def __str__(self) -> str:
        return str(self.reason) % self.values if self.values else str(self.reason)


class Refused(Exception):
    """Raised while a row is read."""

    def __init__(self, reason: str | Promise, **values: object) -> None:
        super().__init__(str(reason))
        self.reason = reason
        self.values = values


Text = Mapping[str, str]


@dataclass(frozen=True)
class Row:
    """One date of one activity as a file says it."""

    place: str
    uid: str
    start: datetime
    end: datetime
    title: Text
    lead: Text = field(default_factory=dict)
    text: Text = field(default_factory=dict)
    kind: str = ""
    themes: Sequence[str] = ()
    audiences: Sequence[str] = ()
    languages: Sequence[str] = ()
    where: str = ""  # a room of the house by its name, or an address
    on_site: int | None = None
    online: int | None = None
    video_address: str = ""
    cancelled: bool = False

    @property
    def name(self) -> str:
        return next(iter(self.title.values()), "")

    def digest(self) -> str:
        """The same for the same words, wherever in a file they stand."""
        said = asdict(self) | {"place": ""}
        return hashlib.sha256(json.dumps(said, default=str, sort_keys=True).encode()).hexdigest()


@dataclass(frozen=True)
class Reading:
    """What a file holds: `over` are the dates that are over already."""

    rows: tuple[Row, ...]
    refused: tuple[Refusal, ...]
    over: int = 0


def decoded(content: bytes) -> str:
    """The text of a file in one of the usual encodings. Raises `Refused`."""
    if len(content) > LARGEST:
        raise Refused(TOO_LARGE)
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _in(content, "utf-16")
    if b"\0" in content:
        raise Refused(NOT_TEXT)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = _in(content, "cp1252")
    if not text.strip():
        raise Refused(EMPTY)
    return text


def _in(content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        raise Refused(NOT_TEXT) from None


def once(rows: Sequence[Row], refused: Sequence[Refusal], over: int) -> Reading:
    """Each date once, and no more than a file may bring."""
    kept: dict[str, Row] = {}
    said = list(refused)
    for row in rows:
        if row.uid in kept:
            said.append(Refusal(row.place, row.name, TWICE))
        elif len(kept) >= MOST_ROWS:
            said.append(Refusal(row.place, row.name, TOO_MANY, {"most": MOST_ROWS}))
            break
        else:
            kept[row.uid] = row
    return Reading(tuple(kept.values()), tuple(said), over)
