"""Calendars of every kind are read: none stops the house, none brings more than it may."""

import os
import time
from datetime import UTC, datetime
from pathlib import Path

import icalendar
import pytest

from phare.activities import bringing
from phare.activities.bringing import AHEAD, MOST_ROWS, Refused
from phare.activities.reading_calendar import read_calendar

ZONE = "Europe/Brussels"
SINCE = datetime(2026, 11, 18, tzinfo=UTC)
INSTALLED = sorted(Path(icalendar.__file__).parent.rglob("*.ics"))
GIVEN = sorted(Path(os.environ.get("PHARE_CALENDARS", "/nowhere")).rglob("*.ics"))
YEARS = (2000, 2015, 2019, 2022, 2026)


def read(content, since=SINCE, language="fr"):
    content = content if isinstance(content, bytes) else content.encode()
    return read_calendar(content, zone=ZONE, since=since, language=language)


def calendar(*events, head=""):
    body = "".join(f"BEGIN:VEVENT\n{event.strip()}\nEND:VEVENT\n" for event in events)
    return f"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//x//\n{head}{body}END:VCALENDAR\n"


def event(*lines, uid="a", start="20261201T140000", end="20261201T160000", title="Atelier"):
    told = [f"UID:{uid}", f"DTSTART;TZID=Europe/Brussels:{start}", f"SUMMARY:{title}"]
    return "\n".join([*told, *([f"DTEND;TZID=Europe/Brussels:{end}"] if end else []), *lines])


def starts(found):
    return [f"{row.start:%Y-%m-%d %H:%M}" for row in found.rows]


def reasons(found):
    return [one.reason for one in found.refused]


def looked_at(path):
    """Rows at most over several years, and the longest it took; what is no calendar says so."""
    rows, slowest = 0, 0.0
    for year in YEARS:
        before = time.monotonic()
        try:
            rows = max(rows, len(read(path.read_bytes(), datetime(year, 1, 1, tzinfo=UTC)).rows))
        except Refused as error:
            assert str(error.reason)
        slowest = max(slowest, time.monotonic() - before)
    return rows, slowest


@pytest.mark.parametrize("path", INSTALLED, ids=lambda path: path.stem)
def test_every_calendar_of_the_library_is_read(path):
    rows, slowest = looked_at(path)

    assert rows <= MOST_ROWS
    assert slowest < 20


def test_the_library_brings_its_calendars_with_it():
    assert len(INSTALLED) >= 100


@pytest.mark.skipif(not GIVEN, reason="PHARE_CALENDARS names no folder of calendars")
@pytest.mark.parametrize("path", GIVEN, ids=lambda path: path.stem)
def test_every_calendar_that_was_given_is_read(path):
    rows, slowest = looked_at(path)

    assert rows <= MOST_ROWS
    assert slowest < 20


def test_what_comes_back_has_its_exceptions_and_its_changed_date():
    found = read(
        calendar(
            event(
                "RRULE:FREQ=WEEKLY;COUNT=4", "EXDATE;TZID=Europe/Brussels:20261208T140000", uid="w"
            ),
            event(
                "RECURRENCE-ID;TZID=Europe/Brussels:20261215T140000",
                uid="w",
                start="20261216T100000",
                end="20261216T120000",
            ),
        )
    )

    assert starts(found) == ["2026-12-01 13:00", "2026-12-16 09:00", "2026-12-22 13:00"]
    assert [row.uid for row in found.rows] == [
        "w|20261201T1300",
        "w|20261215T1300",
        "w|20261222T1300",
    ]
    assert found.refused == ()


def test_an_hour_stays_the_same_when_the_clocks_change():
    found = read(
        calendar(event("RRULE:FREQ=WEEKLY;COUNT=2", start="20270324T140000", end="20270324T160000"))
    )

    assert starts(found) == ["2027-03-24 13:00", "2027-03-31 12:00"]


def test_an_hour_without_a_zone_is_one_of_the_centre():
    found = read(calendar("UID:f\nDTSTART:20261201T140000\nDTEND:20261201T160000\nSUMMARY:Ici"))

    assert starts(found) == ["2026-12-01 13:00"]


def test_texts_place_language_and_cancellation_are_understood():
    told = event("DESCRIPTION:Venez\\, tous", "LOCATION:Salle Phare", "STATUS:CANCELLED")
    row = read(calendar(told.replace("SUMMARY:", "SUMMARY;LANGUAGE=nl:"))).rows[0]

    assert (row.title, row.text) == ({"nl": "Atelier"}, {"nl": "Venez, tous"})
    assert (row.where, row.languages, row.cancelled) == ("Salle Phare", ("nl",), True)


def test_dates_of_the_past_and_beyond_the_horizon_are_left_out():
    found = read(
        calendar(
            event(uid="past", start="20200101T100000", end="20200101T120000"),
            event(uid="far", start="20400101T100000", end="20400101T120000"),
            event("RRULE:FREQ=DAILY", uid="daily"),
        )
    )

    last = max(row.start for row in found.rows)
    assert found.over == 2
    assert len(found.rows) <= bringing.MOST_OF_ONE
    assert last < SINCE + AHEAD


@pytest.mark.parametrize(
    ("told", "why"),
    [
        (event("RRULE:FREQ=SECONDLY;COUNT=5"), bringing.TOO_OFTEN),
        (event("RRULE:FREQ=MINUTELY"), bringing.TOO_OFTEN),
        (event("RRULE:FREQ=HOURLY;UNTIL=99991231T000000Z"), bringing.TOO_OFTEN),
        (event("RRULE:FREQ=DAILY;BYHOUR=1,2,3;BYMINUTE=1,2,3"), bringing.TOO_OFTEN),
        (event("RRULE:FREQ=DAILY;INTERVAL=0"), bringing.TOO_OFTEN),
        (event(end="20261201T130000"), bringing.BACKWARDS),
        (event("DURATION:-PT1H", end=""), bringing.BACKWARDS),
        (event(end="20270601T130000"), bringing.ENDLESS),
        (event(title=""), bringing.NO_TITLE),
        ("UID:d\nDTSTART;VALUE=DATE:20261201\nSUMMARY:Toute la journée", bringing.WHOLE_DAY),
        ("UID:n\nSUMMARY:Quand", bringing.NO_START),
        (
            "UID:z\nDTSTART;TZID=Mars/Olympus:20261201T140000\n"
            "DTEND;TZID=Mars/Olympus:20261201T150000\nSUMMARY:Loin",
            bringing.NO_ZONE,
        ),
        (
            event("RRULE:FREQ=DAILY", start="00010101T100000", end="00010101T120000"),
            bringing.TOO_OLD,
        ),
    ],
)  # fmt: skip
def test_a_hostile_event_is_a_refused_row_and_the_next_one_is_read(told, why):
    found = read(calendar(told, event(uid="good")))

    assert reasons(found) == [why]
    assert [row.uid for row in found.rows] == ["good|20261201T1300"]


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=DAILY;COUNT=999999999999",
        "FREQ=DAILY;UNTIL=99991231T235959Z",
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=WEEKLY;BYDAY=MO;BYSETPOS=2",
    ],
)
def test_a_rule_without_an_end_ends(rule):
    before = time.monotonic()
    found = read(calendar(event(f"RRULE:{rule}"), event(uid="good")))

    assert len(found.rows) <= bringing.MOST_OF_ONE + 1
    assert "good|20261201T1300" in [row.uid for row in found.rows]
    assert time.monotonic() - before < 20


ZONED = """BEGIN:VTIMEZONE
TZID:Own
BEGIN:STANDARD
DTSTART:19700101T000000
TZOFFSETFROM:+0000
TZOFFSETTO:+0100
RRULE:{rule}
END:STANDARD
END:VTIMEZONE
"""


@pytest.mark.parametrize("rule", ["FREQ=SECONDLY", "FREQ=YEARLY;INTERVAL=0", "FREQ=DAILY"])
def test_a_time_zone_that_never_stands_still_is_not_written_out(rule):
    told = "UID:o\nDTSTART;TZID=Own:20261201T140000\nDTEND;TZID=Own:20261201T150000\nSUMMARY:Vite"

    found = read(calendar(told, event(uid="good"), head=ZONED.format(rule=rule)))

    assert "good|20261201T1300" in [row.uid for row in found.rows]


def test_a_broken_event_among_good_ones_is_the_only_one_refused():
    broken = "UID:x\nDTSTART:not-a-date\nSUMMARY:Cassé\nBEGIN:VALARM"

    found = read(calendar(event(uid="one"), broken, event(uid="two")))

    assert [row.uid[:3] for row in found.rows] == ["one", "two"]
    assert len(found.refused) == 1


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"   \n",
        b"\0\1\2\3BEGIN:VCALENDAR",
        b"BEGIN:VCALENDAR",
        b"BEGIN:VCARD\nFN:Somebody\nEND:VCARD\n",
        b"BEGIN:" * 5000,
        b"BEGIN:VCALENDAR\n" * 300,
        b"x" * (bringing.LARGEST + 1),
    ],
    ids=["nothing", "blank", "binary", "begun", "card", "nested", "deep", "large"],
)
def test_what_is_no_calendar_says_so_or_brings_nothing(content):
    try:
        found = read(content)
    except Refused as error:
        assert str(error.reason)
    else:
        assert found.rows == ()


def test_a_file_brings_no_more_than_it_may():
    many = [event(uid=f"e{n}", title=f"T{n}") for n in range(MOST_ROWS + 50)]

    found = read(calendar(*many))

    assert len(found.rows) == MOST_ROWS
    assert reasons(found) == [bringing.TOO_MANY]


def test_old_encodings_are_read():
    text = calendar(event(title="Évaluer"))

    for encoding in ("utf-8-sig", "utf-16", "cp1252"):
        assert read(text.encode(encoding)).rows[0].title == {"fr": "Évaluer"}


def test_the_same_event_twice_is_taken_once():
    found = read(calendar(event(), event()))

    assert len(found.rows) == 1
