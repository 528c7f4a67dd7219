"""Feeds: the same entry under the same name, whoever reads it and however often."""

from datetime import timedelta
from xml.etree import ElementTree as ET

import icalendar
import pytest
import recurring_ical_events
from django.test import Client

from phare.activities.choices import SessionState
from phare.ground import clock
from tests.factories.activities import AFTERNOON, make_activity, make_session
from tests.factories.centres import both

pytestmark = pytest.mark.django_db


@pytest.fixture
def session(centre):
    return make_session(make_activity(centre, title="CV; un, deux\ntrois"))


def calendar(path):
    answer = Client().get(path)
    assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
    return icalendar.Calendar.from_ical(answer.content)


def test_a_session_is_an_entry_with_its_uid_hours_and_address(session):
    (entry,) = calendar(f"/nl/session/{session.key}/calendar.ics").walk("VEVENT")

    assert entry["UID"] == str(session.uid)
    assert entry["SEQUENCE"] == 0
    assert entry["DTSTART"].dt == AFTERNOON
    assert str(entry["DTSTART"].params["TZID"]) == "Europe/Brussels"
    assert entry["SUMMARY"] == "CV; un, deux\ntrois (nl)"
    assert entry["URL"] == f"http://testserver/nl/session/{session.key}/"
    assert entry["STATUS"] == "CONFIRMED"
    assert "Rue du Fanal" in entry["LOCATION"]


def test_a_change_keeps_the_uid_and_counts_on_and_a_cancellation_says_so(session):
    session.sequence, session.state = 2, SessionState.CANCELLED
    session.cancelled_because = both("ill")
    session.save()

    (entry,) = calendar("/fr/agenda/calendar.ics").walk("VEVENT")

    assert (entry["UID"], entry["SEQUENCE"]) == (str(session.uid), 2)
    assert entry["STATUS"] == "CANCELLED"
    assert "ill" in entry["DESCRIPTION"]


def test_a_feed_is_narrowed_as_the_agenda_and_keeps_the_last_month(centre, session):
    learn = make_activity(centre, themes=["learn"])
    past = make_session(learn, starts_at=AFTERNOON - timedelta(days=20))
    make_session(learn, starts_at=AFTERNOON - timedelta(days=60))

    entries = calendar("/fr/agenda/calendar.ics?theme=learn").walk("VEVENT")

    assert [entry["UID"] for entry in entries] == [str(past.uid)]


def test_other_programmes_read_the_feed_as_it_is_meant(centre):
    activity = make_activity(centre)
    for days in range(3):
        make_session(activity, starts_at=AFTERNOON + timedelta(days=days))

    found = calendar(f"/fr/activity/{activity.key}/calendar.ics")

    on_second = recurring_ical_events.of(found).at((AFTERNOON + timedelta(days=1)).date())
    assert [one["DTSTART"].dt for one in on_second] == [AFTERNOON + timedelta(days=1)]
    assert found["METHOD"] == "PUBLISH"


def test_a_feed_read_again_unchanged_is_not_sent_again(session):
    first = Client().get("/fr/agenda/calendar.ics")
    with clock.stopped_at(clock.now() + timedelta(minutes=5)):
        again = Client(headers={"if-none-match": first.headers["ETag"]}).get(
            "/fr/agenda/calendar.ics"
        )

    assert again.status_code == 304


def test_rss_and_atom_list_what_is_coming(session):
    rss = ET.fromstring(Client().get("/fr/agenda/rss.xml").content)
    atom = ET.fromstring(Client().get("/nl/agenda/atom.xml").content)

    (item,) = rss.iter("item")
    assert item.find("link").text == f"http://testserver/fr/session/{session.key}/"
    (entry,) = atom.iter("{http://www.w3.org/2005/Atom}entry")
    assert "trois (nl)" in entry.find("{http://www.w3.org/2005/Atom}title").text


def test_what_is_not_there_has_no_feed(centre):
    for path in ("session/nothing", "activity/nothing"):
        assert Client().get(f"/fr/{path}/calendar.ics").status_code == 404
