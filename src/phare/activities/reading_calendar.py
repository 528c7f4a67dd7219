"""Reads iCalendar (RFC 5545): events that come back, their exceptions, nothing endless."""

import hashlib
import re
import time
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from itertools import islice
from typing import Any

import recurring_ical_events
from icalendar import Calendar

from phare.activities import bringing
from phare.activities.bringing import (
    AHEAD,
    LONGEST,
    MOST_OF_ONE,
    MOST_ROWS,
    Reading,
    Refusal,
    Refused,
    Row,
    decoded,
    once,
)
from phare.activities.repeating import OFTEN
from phare.ground import clock

PATIENCE = 15.0  # seconds for a whole file
MOST_EVENTS = 5000
FIRST_YEAR = 1970
MOST_CHANGES = 200  # rules of a time zone
SEASONAL = re.compile(r"FREQ=YEARLY(?!.*(?:INTERVAL=0|BYHOUR|BYMINUTE|BYSECOND))")
HOURLY = {"BYHOUR", "BYMINUTE", "BYSECOND"}
LONGEST_TITLE, LONGEST_TEXT = 120, 4000
BLOCK = re.compile(r"^BEGIN:(VEVENT|VTIMEZONE)\b.*?^END:\1\s*?$", re.S | re.M | re.I)

Event = Any  # icalendar.Event


def read_calendar(content: bytes, *, zone: str, since: datetime, language: str) -> Reading:
    """The dates of a calendar that end after `since`, for a year and a half.

    `language` is the one its texts are in, where they do not say. What cannot be read is refused
    row by row; only what is no calendar at all is refused whole. Raises `Refused`.
    """
    events, zones, refused = _events(_harmless(decoded(content)))
    rows: list[Row] = []
    over = 0
    until = time.monotonic() + PATIENCE
    for place, group in _by_uid(events):
        if len(rows) > MOST_ROWS:
            break
        if time.monotonic() > until:
            refused.append(Refusal(place, _title(group[0]), bringing.TOO_LONG))
            break
        try:
            for event in group:
                _refuse(event)
            found = list(_dates(group, zones, zone=zone, since=since))
            rows += [_row(place, one, zone=zone, language=language) for one in found]
            over += not found
        except Refused as error:
            refused.append(Refusal(place, _title(group[0]), error.reason, error.values))
        except Exception:  # a library met a file nobody foresaw: that row is refused, the rest read
            refused.append(Refusal(place, _title(group[0]), bringing.BROKEN))
    return once(rows, refused, over)


def _harmless(text: str) -> str:
    """Without the time zones whose clocks would change every second, or never get on: the library
    writes out every change of a zone while it reads it. Their events are then refused."""
    unfolded = re.sub(r"\r?\n[ \t]", "", text)
    return BLOCK.sub(lambda block: "" if _is_hostile_zone(block[0]) else block[0], unfolded)


def _is_hostile_zone(block: str) -> bool:
    if not block.upper().startswith("BEGIN:VTIMEZONE"):
        return False
    rules = re.findall(r"^RRULE[^:\n]*:(.*)$", block.upper(), re.M)
    return len(rules) > MOST_CHANGES or not all(SEASONAL.search(rule) for rule in rules)


def _events(text: str) -> tuple[list[tuple[str, Event]], list[Any], list[Refusal]]:
    """Every event with its place in the file, the time zones, and what could not be read."""
    try:
        calendars = Calendar.from_ical(text, multiple=True)
        found = [part for one in calendars for part in one.walk("VEVENT")]
        zones = [part for one in calendars for part in one.walk("VTIMEZONE")]
    except Exception:
        return _piece_by_piece(text)
    if not calendars or any(one.name != "VCALENDAR" for one in calendars):
        return _piece_by_piece(text)
    return _numbered(found), zones, []


def _piece_by_piece(text: str) -> tuple[list[tuple[str, Event]], list[Any], list[Refusal]]:
    """The events of a file that is broken somewhere, each for itself."""
    pieces = [match[0] for match in islice(BLOCK.finditer(text.replace("\r", "")), MOST_EVENTS)]
    zones_text = [piece for piece in pieces if piece.upper().startswith("BEGIN:VTIMEZONE")]
    zones = [zone for piece in zones_text for zone in _parsed(piece, "VTIMEZONE")]
    events, refused = [], []
    for number, piece in enumerate((p for p in pieces if p not in zones_text), 1):
        found = _parsed(piece, "VEVENT")
        events += [(_place(number), one) for one in found]
        if not found:
            refused.append(Refusal(_place(number), "", bringing.BROKEN))
    if not events and not refused:
        raise Refused(bringing.NO_CALENDAR)
    return events, zones, refused


def _parsed(piece: str, name: str) -> list[Any]:
    whole = f"BEGIN:VCALENDAR\nVERSION:2.0\n{piece}\nEND:VCALENDAR\n"
    try:
        return list(Calendar.from_ical(whole).walk(name))
    except Exception:
        return []


def _place(number: int) -> str:
    return f"VEVENT {number}"


def _numbered(found: Sequence[Event]) -> list[tuple[str, Event]]:
    return [(_place(number), one) for number, one in enumerate(found[:MOST_EVENTS], 1)]


def _by_uid(events: Sequence[tuple[str, Event]]) -> list[tuple[str, list[Event]]]:
    """An event and its exceptions together; the place is that of the first."""
    groups: dict[str, tuple[str, list[Event]]] = {}
    for place, event in events:
        groups.setdefault(_uid(event), (place, []))[1].append(event)
    return list(groups.values())


def _uid(event: Event) -> str:
    if event.get("UID"):
        return str(event["UID"])
    words = f"{event.get('SUMMARY', '')}|{event.get('DTSTART')}|{event.get('LOCATION', '')}"
    return hashlib.sha256(words.encode()).hexdigest()[:32]


def _moment(event: Event, name: str) -> Any:
    value = event.get(name)
    return getattr(value, "dt", None)


def _refuse(event: Event) -> None:
    """Raises what makes an event no date of a programme, before anything is unrolled."""
    start, end = _moment(event, "DTSTART"), _moment(event, "DTEND")
    if start is None:
        raise Refused(bringing.NO_START)
    if not isinstance(start, datetime):
        raise Refused(bringing.WHOLE_DAY)
    for name in ("DTSTART", "DTEND"):
        named = getattr(event.get(name), "params", {}).get("TZID", "")
        if named and getattr(_moment(event, name), "tzinfo", None) is None:
            raise Refused(bringing.NO_ZONE, text=str(named)[:60])
    if not _title(event):
        raise Refused(bringing.NO_TITLE)
    length = event.get("DURATION").dt if event.get("DURATION") else _length(start, end)
    if length is not None and length <= timedelta():
        raise Refused(bringing.BACKWARDS)
    if length is not None and length > LONGEST:
        raise Refused(bringing.ENDLESS)
    _refuse_rule(event, start)


def _length(start: datetime, end: Any) -> timedelta | None:
    if not isinstance(end, datetime) or (end.tzinfo is None) != (start.tzinfo is None):
        return None
    return end - start


def _refuse_rule(event: Event, start: datetime) -> None:
    rules = event.get("RRULE")
    for rule in rules if isinstance(rules, list) else [rules] if rules else []:
        often = [str(one).upper() for one in rule.get("FREQ", [])]
        named = {str(key).upper(): value for key, value in rule.items()}
        if len(often) != 1 or often[0] not in OFTEN or HOURLY & set(named):
            raise Refused(bringing.TOO_OFTEN)
        # An interval of nothing never leaves its first day.
        if any(not str(every).isdecimal() or int(every) < 1 for every in named.get("INTERVAL", [])):
            raise Refused(bringing.TOO_OFTEN)
        if start.year < FIRST_YEAR:
            raise Refused(bringing.TOO_OLD)


def _dates(
    group: Sequence[Event], zones: Sequence[Any], *, zone: str, since: datetime
) -> Iterator[Event]:
    """Every date of an event in the time looked at, exceptions in their places."""
    alone = Calendar()
    for part in (*zones, *group):
        alone.add_component(part)
    query = recurring_ical_events.of(alone)
    yield from islice(query.between(since, since + AHEAD), MOST_OF_ONE)


def _aware(moment: Any, zone: str) -> datetime:
    if not isinstance(moment, datetime):
        raise Refused(bringing.WHOLE_DAY)
    if moment.tzinfo is None:
        return clock.moment(moment.date(), moment.time(), zone)
    return moment


def _row(place: str, event: Event, *, zone: str, language: str) -> Row:
    start, end = (_aware(_moment(event, name), zone) for name in ("DTSTART", "DTEND"))
    start, end = start.astimezone(UTC), end.astimezone(UTC)
    if end <= start:
        raise Refused(bringing.BACKWARDS)
    named = event.get("RECURRENCE-ID") or event.get("DTSTART")
    which = _aware(named.dt, zone).astimezone(UTC)
    spoken = str(getattr(event.get("SUMMARY"), "params", {}).get("LANGUAGE", ""))[:2].lower()
    tongue = spoken if spoken in ("fr", "nl", "en", "de") else language
    text = _plain(str(event.get("DESCRIPTION", "")))[:LONGEST_TEXT]
    return Row(
        place=place,
        uid=f"{_uid(event)}|{which:%Y%m%dT%H%M}",
        start=start,
        end=end,
        title={tongue: _title(event)},
        text={tongue: text} if text else {},
        languages=(tongue,) if tongue in ("fr", "nl") else (language,),
        where=_plain(str(event.get("LOCATION", "")))[:200],
        cancelled=str(event.get("STATUS", "")).upper() == "CANCELLED",
    )


def _title(event: Event) -> str:
    return " ".join(_plain(str(event.get("SUMMARY", ""))).split())[:LONGEST_TITLE]


def _plain(text: str) -> str:
    """Without signs that no page can show."""
    return "".join(sign for sign in text if sign.isprintable() or sign == "\n").strip()
