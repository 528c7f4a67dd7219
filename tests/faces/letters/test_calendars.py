"""The entry in somebody's calendar: made, changed, moved, taken out, as RFC 5545 and 5546 ask."""

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from phare.activities.actions import (
    accept_offer,
    cancel_registration,
    cancel_seat,
    drop_seats,
    move_seat,
    move_seats,
    owe_change,
)
from phare.activities.choices import Mode, SeatState
from phare.activities.models import ActivitySettings, Seat
from phare.activities.queries.letters import Entry, Owed
from phare.centres.models import Centre
from phare.faces.letters.calendars import invitation
from phare.faces.letters.letter import one_line
from phare.ground import clock
from phare.ground.translated import Translated
from phare.ground.zones import changes, zone_component
from tests.faces.letters.reading import alternatives, calendars, files
from tests.factories.activities import (
    AFTERNOON,
    make_activity,
    make_registration,
    make_seat,
    make_series,
    make_session,
)
from tests.factories.centres import MORNING, both

# RFC 5546, 3.2.2 and 3.2.5: what a VEVENT of each method must have.
REQUIRED = {
    "REQUEST": {"ATTENDEE", "DTSTAMP", "DTSTART", "ORGANIZER", "SEQUENCE", "SUMMARY", "UID"},
    "CANCEL": {"DTSTAMP", "ORGANIZER", "SEQUENCE", "UID", "ATTENDEE"},
}


def owed_of(*, title, name, street):
    centre = Centre(name=both("house"), hosts=["house.localhost"], street={"fr": street})
    entry = Entry(
        seat=1,
        version=1,
        state=SeatState.SEATED,
        mode=Mode.ON_SITE,
        people=1,
        code="ABC",
        place=None,
        offered_until=None,
        title=Translated({"fr": title}),
        starts_at=AFTERNOON,
        ends_at=AFTERNOON + timedelta(hours=2),
        where=(),
        is_outside=False,
        has_video=False,
        languages=("fr",),
        note=Translated(),
        bring=Translated(),
        reason=Translated(),
        session_key="s",
        session_state="PUBLISHED",
        is_mode_gone=False,
        by_request=False,
        activity_key="a",
        told={},
        uid="a-uid",
        sequence=3,
    )
    return Owed(
        centre=centre,
        kind="CONFIRMATION",
        name=name,
        mail="ada@example.org",
        phone="",
        language="fr",
        mail_failed=False,
        link="link",
        reach=1,
        settings=ActivitySettings(),
        series=None,
        entries=(entry,),
        withdrawn=(),
        keeps_something=False,
    )


def event_in(message):
    """The one event of a message, once everything that must hold of it was looked at."""
    (found,) = calendars(message)
    method, calendar = found
    (event,) = calendar.events
    assert calendar["METHOD"] == method
    assert calendar["VERSION"] == "2.0" and calendar["PRODID"]
    assert REQUIRED[method] <= set(event)
    assert calendar.get_missing_tzids() == set()
    assert event["STATUS"] == ("CONFIRMED" if method == "REQUEST" else "CANCELLED")
    assert event["DTSTAMP"].dt.tzinfo is not None
    (file,) = files(message)
    assert file[0] == ("invite.ics" if method == "REQUEST" else "cancel.ics")
    assert_lines_are_right(file[1])
    assert Calendar.from_ical(file[1]).events == calendar.events
    return method, event


def assert_lines_are_right(text):
    """CRLF everywhere, no line above 75 octets (RFC 5545, 3.1)."""
    assert text.endswith("\r\n")
    assert "\n" not in text.replace("\r\n", "")
    assert max(len(line.encode()) for line in text.split("\r\n")) <= 75


def test_a_place_becomes_an_entry(box, centre, post):
    seat = make_seat(make_session(make_activity(centre)), name="Ada", mail="ada@example.org")

    post(seat, "CONFIRMATION")

    (message,) = box.messages
    assert alternatives(message) == ["text/plain", "text/html", "text/calendar"]
    assert message.get_content_type() == "multipart/mixed"
    method, event = event_in(message)
    assert method == "REQUEST"
    assert event["SEQUENCE"] == 0
    assert event["ORGANIZER"] == "mailto:lettres@phare.example"
    assert event["ORGANIZER"].params["CN"] == "house"
    assert event["ATTENDEE"] == "mailto:ada@example.org"
    assert event["ATTENDEE"].params["RSVP"] == "FALSE"
    assert event["ATTENDEE"].params["PARTSTAT"] == "ACCEPTED"
    assert event["DTSTART"].params["TZID"] == "Europe/Brussels"
    assert event["DTSTAMP"].dt == MORNING
    assert event["SUMMARY"] == "Atelier CV"
    assert event["LOCATION"] == "house, Rue du Fanal 12, 1210 Bruxelles"
    assert event["URL"] in event["DESCRIPTION"]


def test_a_change_and_a_cancellation_reach_the_same_entry(box, centre, post):
    session = make_session(make_activity(centre))
    seat = make_seat(session)
    post(seat, "CONFIRMATION")
    session.starts_at += timedelta(days=1)
    session.ends_at += timedelta(days=1)
    session.sequence += 1
    session.save()
    move_seats(session)
    owe_change(session)
    post(seat, "CHANGE")
    drop_seats(session)
    post(seat, "CANCELLED")

    told = [event_in(message) for message in box.messages]

    assert [method for method, _ in told] == ["REQUEST", "REQUEST", "CANCEL"]
    assert len({event["UID"] for _, event in told}) == 1
    numbers = [event["SEQUENCE"] for _, event in told]
    assert numbers == sorted(set(numbers))
    assert told[1][1]["DTSTART"].dt == session.starts_at


def test_switching_the_mode_or_the_date_changes_the_entry(box, centre, post):
    activity = make_activity(centre)
    first = make_session(activity, online=5)
    other = make_session(activity, starts_at=first.starts_at + timedelta(days=7))
    seat = make_seat(first)
    post(seat, "CONFIRMATION")

    online = move_seat(seat, session=first, mode=Mode.ONLINE).seat
    post(online, "CONFIRMATION")
    later = move_seat(online, session=other, mode=Mode.ON_SITE).seat
    post(later, "CONFIRMATION")
    cancel_seat(later)
    post(later, "FAREWELL")

    told = [event_in(message) for message in box.messages]
    assert [method for method, _ in told] == ["REQUEST", "REQUEST", "REQUEST", "CANCEL"]
    assert len({event["UID"] for _, event in told}) == 1
    numbers = [event["SEQUENCE"] for _, event in told]
    assert numbers == sorted(set(numbers))
    assert told[1][1]["LOCATION"] == "Par vidéo"
    assert told[2][1]["DTSTART"].dt == other.starts_at


def test_who_only_waited_has_no_entry_to_lose(box, centre, post):
    session = make_session(make_activity(centre), on_site=0)
    seat = make_seat(session, state=SeatState.WAITING)
    post(seat, "WAITING")
    cancel_seat(seat)

    post(seat, "FAREWELL")

    assert [calendars(message) for message in box.messages] == [[], []]
    assert len(box.messages) == 2


def test_an_offer_becomes_an_entry_when_it_is_taken(box, centre, post):
    session = make_session(make_activity(centre))
    seat = make_seat(session, state=SeatState.OFFERED)
    post(seat, "OFFER")
    accept_offer(seat)

    post(seat, "CONFIRMATION")

    assert calendars(box.messages[0]) == []
    assert event_in(box.messages[1])[0] == "REQUEST"


def test_a_conference_is_one_letter_and_an_entry_a_session(box, centre, post):
    series, activity = make_series(centre), make_activity(centre)
    sessions = [
        make_session(activity, series=series, starts_at=MORNING + timedelta(days=n)) for n in (1, 2)
    ]
    somebody = make_registration(centre, series=series)
    seats = [make_seat(session, registration=somebody) for session in sessions]

    for seat in seats:
        post(seat, "CONFIRMATION")
    cancel_registration(somebody)
    post(Seat.objects.get(pk=seats[0].pk), "FAREWELL")

    confirmed, farewell = box.messages
    assert [name for name, _ in files(confirmed)] == ["invite.ics"] * 2
    assert [name for name, _ in files(farewell)] == ["cancel.ics"] * 2
    of = [
        {event["UID"] for _, text in files(m) for event in Calendar.from_ical(text).events}
        for m in box.messages
    ]
    assert of[0] == of[1] and len(of[0]) == 2


def test_a_repeat_after_the_letter_was_noted_says_nothing_twice(box, centre, post):
    seat = make_seat(make_session(make_activity(centre)))

    post(seat, "CONFIRMATION")
    post(seat, "CONFIRMATION")

    assert len(box.messages) == 1


@pytest.mark.parametrize("title", ["a; b, c \\ d", "é" * 90, "Ligne\nsuivante", 'un "mot"'])
def test_text_is_escaped_and_folded(box, centre, post, title):
    session = make_session(make_activity(centre, title=title))

    post(make_seat(session, name='Ada; "A," \\'), "CONFIRMATION")

    _, event = event_in(box.messages[0])
    assert event["SUMMARY"] == " ".join(title.split())


# What folding and escaping may trip over: marks of the format, wide and joined letters, controls.
SIGNS = "aZ09 ;,:=\\\"'^%\n\r\t\x00\x07\x85\u2028éßœ漢😀👩‍🚀\u0301العربية"
NAME = st.text(SIGNS, max_size=60)
TEXT = st.text(SIGNS, min_size=1, max_size=200).filter(one_line)


@settings(deadline=None)
@given(title=TEXT, name=NAME, street=TEXT, method=st.sampled_from(["REQUEST", "CANCEL"]))
def test_whatever_is_written_comes_out_as_it_went_in(title, name, street, method):
    """No database and no letter: any text, folded, escaped, parsed back."""
    owed = owed_of(title=title, name=name, street=street)

    text = invitation(owed.about, owed, method).text

    assert_lines_are_right(text)
    calendar = Calendar.from_ical(text)
    (event,) = calendar.events
    assert event.errors == [] and calendar.errors == []
    assert set(event) >= REQUIRED[method]
    assert event["SUMMARY"] == one_line(title)
    assert one_line(street) in event["LOCATION"]
    assert event["UID"] == "a-uid@house.localhost"
    assert event["DTSTART"].dt == AFTERNOON
    assert event["DTEND"].dt == AFTERNOON + timedelta(hours=2)


@settings(deadline=None, max_examples=50)
@given(
    zone=st.sampled_from(
        ["Europe/Brussels", "Europe/London", "America/New_York", "Asia/Tokyo", "Australia/Sydney"]
    ),
    year=st.integers(2024, 2036),
)
def test_the_rules_of_a_zone_give_its_real_hours(zone, year):
    """Read back by somebody who knows nothing of the zone but its component."""
    component = zone_component(zone, year)
    read = component.to_tz(lookup_tzid=False)
    here = ZoneInfo(zone)

    noon = MORNING.replace(year=year, day=15, hour=12, tzinfo=None)
    moments = [noon.replace(month=month) for month in range(1, 13)]
    for before, _ in changes(zone, year):
        # The hours around a change, without those that are skipped or come twice.
        moments += [before.replace(tzinfo=None, hour=hour) for hour in (0, 3, 4)]
    for moment in moments:
        assert read.utcoffset(moment) == moment.replace(tzinfo=here).utcoffset(), moment


def test_a_zone_is_told_in_rules_and_in_no_lists():
    text = zone_component("Europe/Brussels", 2026).to_ical().decode()

    assert "RDATE" not in text
    assert "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3" in text
    assert "DTSTART:20250330T020000" in text
    assert "DTSTART:20251026T030000" in text
    assert changes("Asia/Tokyo", 2025) == ()


def test_the_stamp_is_of_the_house_clock(box, centre, post):
    seat = make_seat(make_session(make_activity(centre)))

    with clock.stopped_at(MORNING + timedelta(hours=2)):
        post(seat, "CONFIRMATION")

    assert event_in(box.messages[0])[1]["DTSTAMP"].dt == MORNING + timedelta(hours=2)
