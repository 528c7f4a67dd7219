"""Dates of a file become sessions: once, changed when the file changes, never thrown away."""

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from phare.activities import actions
from phare.activities.bringing import Row
from phare.activities.choices import ActivityState, SessionState
from phare.activities.models import Activity, ModeCapacity, RoomUse, Session
from phare.ground import clock
from tests.factories.activities import make_activity, make_room, make_session
from tests.factories.centres import MORNING, both, make_centre
from tests.meeting import met, started

pytestmark = pytest.mark.django_db
START = datetime(2026, 12, 1, 12, 30, tzinfo=UTC)
ROW = Row(
    place="2",
    uid="a",
    start=START,
    end=START + timedelta(hours=2),
    title={"fr": "Atelier CV"},
    languages=("fr",),
    where="R1",
    on_site=8,
)


@pytest.fixture
def centre():
    with clock.stopped_at(MORNING):
        yield make_centre()


def brought(centre, *rows, source="forem", dry=False):
    return actions.import_programme(
        rows, centre=centre, source=source, because=both("Annulé"), dry=dry
    )


def counts(done):
    return len(done.new), len(done.changed), done.unchanged, len(done.refused)


def test_a_row_becomes_a_draft_date_of_a_draft_activity_in_its_room(centre):
    room = make_room(centre)

    done = brought(centre, ROW)

    session = done.new[0]
    assert counts(done) == (1, 0, 0, 0)
    assert (session.state, session.activity.state) == (SessionState.DRAFT, ActivityState.DRAFT)
    assert RoomUse.objects.get().room == room
    assert ModeCapacity.objects.get().planned == 8


def test_the_same_file_twice_changes_nothing_and_leaves_the_teams_changes_alone(centre):
    make_room(centre)
    session = brought(centre, ROW).new[0]
    Session.objects.filter(pk=session.pk).update(note=both("Entrée par la cour"))

    again = brought(centre, replace(ROW, place="7"))

    assert counts(again) == (0, 0, 1, 0)
    assert Session.objects.get().note == both("Entrée par la cour")


def test_a_row_that_says_something_else_changes_its_date_and_keeps_the_rest(centre):
    make_room(centre)
    session = brought(centre, ROW).new[0]
    Session.objects.filter(pk=session.pk).update(note=both("Entrée par la cour"))

    later = replace(ROW, start=START + timedelta(days=1), end=START + timedelta(days=1, hours=2))
    done = brought(centre, later)

    changed = Session.objects.get()
    assert counts(done) == (0, 1, 0, 0)
    assert (changed.starts_at, changed.sequence) == (later.start, 1)
    assert changed.note == both("Entrée par la cour")


def test_a_dry_run_keeps_nothing_and_says_the_same(centre):
    make_room(centre)

    would = brought(centre, ROW, dry=True)

    assert counts(would) == (1, 0, 0, 0)
    assert (Session.objects.count(), Activity.objects.count()) == (0, 0)


def test_an_activity_of_that_title_is_used_and_its_missing_side_filled_in(centre):
    known = make_activity(centre, title="x")
    Activity.objects.filter(pk=known.pk).update(title={"fr": "Atelier cv"})

    brought(centre, replace(ROW, where="", title={"fr": "Atelier CV", "nl": "Workshop cv"}))

    activity = Activity.objects.get()
    assert activity.title == {"fr": "Atelier cv", "nl": "Workshop cv"}
    assert activity.state == ActivityState.APPROVED


def test_a_taken_room_refuses_its_row_and_keeps_the_others(centre):
    room = make_room(centre)
    make_session(make_activity(centre, title="Other"), starts_at=START, rooms=[room])

    done = brought(centre, ROW, replace(ROW, uid="b", where=""))

    assert counts(done) == (1, 0, 0, 1)
    assert isinstance(done.refused[0][1], actions.RoomIsTaken)


def test_what_stands_no_more_in_the_file_is_said_and_stays(centre):
    make_room(centre)
    session = brought(centre, ROW).new[0]

    done = brought(centre, replace(ROW, uid="b", where="Ailleurs"))
    other = brought(centre, replace(ROW, uid="c", where="Ailleurs"), source="vdab")

    assert (done.vanished, other.vanished) == ([session], [])
    assert Session.objects.get(pk=session.pk).state == SessionState.DRAFT


def test_what_a_file_changes_is_held_at_once_whatever_the_order_of_its_rows(centre):
    make_room(centre)
    rows = [replace(ROW, uid=uid, where="") for uid in "ab"]
    first, second = brought(centre, *rows).new

    with CaptureQueriesContext(connection) as asked:
        brought(centre, *(replace(row, on_site=9) for row in reversed(rows)))

    held = [one["sql"] for one in asked if re.search("FOR (NO KEY )?UPDATE", one["sql"])][:4]
    tables = [re.search('FROM "(\\w+)"', sql)[1] for sql in held]
    assert tables == [
        "centres_centre",
        "activities_session",
        "centres_place",
        "activities_modecapacity",
    ]
    assert all(f"({first.pk}, {second.pk})" in sql for sql in (held[1], held[3]))


def test_a_place_that_is_no_room_is_an_address(centre):
    session = brought(centre, replace(ROW, where="Gare du Nord")).new[0]

    assert session.address == {"fr": "Gare du Nord", "nl": "Gare du Nord"}


def test_what_a_calendar_cancels_is_cancelled_and_what_it_never_had_is_not_made(centre):
    make_room(centre)
    session = brought(centre, ROW).new[0]

    done = brought(centre, replace(ROW, cancelled=True), replace(ROW, uid="b", cancelled=True))

    assert [one.pk for one in done.cancelled] == [session.pk]
    assert Session.objects.get().state == SessionState.CANCELLED


FOUND = """
import django
django.setup()
from tests.factories.centres import make_centre
make_centre()
"""
IMPORT = """
import django
django.setup()
from phare.activities.actions import importing
from phare.centres.queries import centre_named
from phare.ground import clock
from tests.activities.test_importing import ROW, brought
from tests.factories.centres import MORNING
{weakened}
with clock.stopped_at(MORNING):
    done = brought(centre_named(centre="house"), ROW)
raise SystemExit(10 * len(done.new) + len(done.refused))
"""
UNLOCKED = "importing.hold_importing = lambda *, centre: None"


@pytest.mark.parametrize(
    ("weakened", "ended"), [("", [0, 10]), (UNLOCKED, [1, 10])], ids=["locked", "unlocked"]
)
def test_a_file_brought_in_twice_at_once_is_brought_in_once(own_database, weakened, ended):
    assert started(FOUND, own_database).wait() == 0

    found = met(
        IMPORT.format(weakened=weakened),
        own_database,
        table="activities_session",
        processes=2,
    )

    # Without the lock the second one is refused a row that it should have found unchanged.
    assert sorted(found) == ended
