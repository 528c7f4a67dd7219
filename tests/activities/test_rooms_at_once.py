"""Rooms and dates wanted by several processes at the same moment."""

import psycopg
import pytest

from tests.meeting import met, started

FOUND = """
import django
django.setup()
from tests.factories.centres import make_centre
from tests.factories.activities import make_activity, make_room
centre = make_centre()
make_activity(centre)
for code in "AB":
    make_room(centre, code)
"""
SET_UP = """
import django
django.setup()
from datetime import timedelta
from phare.activities import actions
from phare.activities.models import Activity, Recurrence
from phare.activities.actions import rooming
from phare.centres.models import Place
from phare.ground import clock
from tests.factories.activities import AFTERNOON
from tests.factories.centres import MORNING
activity = Activity.objects.get()
"""
PLAN = (
    SET_UP
    + """
rooms = {rooms}
{weakened}
plan = actions.Plan(
    start=AFTERNOON, end=AFTERNOON + timedelta(hours=2), languages=["fr"],
    places={{"ON_SITE": 5}}, rooms=rooms,
)
with clock.stopped_at(MORNING):
    try:
        actions.plan_session(activity, plan=plan)
    except actions.RoomIsTaken:
        raise SystemExit(3)
"""
)
ONE_ROOM = 'list(Place.objects.filter(code="A"))'
EXTEND = (
    SET_UP
    + """
with clock.stopped_at(MORNING):
    actions.extend_recurrence(Recurrence.objects.get(), until=AFTERNOON.date() + timedelta(days=7))
"""
)
PATTERN = (
    SET_UP
    + """
from phare.activities.repeating import weekly
plan = actions.Plan(
    start=AFTERNOON, end=AFTERNOON + timedelta(hours=2), languages=["fr"], places={"ON_SITE": 5}
)
with clock.stopped_at(MORNING):
    actions.plan_recurrence(
        activity, rule=weekly(every=1, weekdays=[2], until=AFTERNOON.date()), plan=plan
    )
"""
)


def counted(url, table):
    with psycopg.connect(url) as connection:
        return connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]  # noqa: S608


def dropped(url, table, constraint):
    with psycopg.connect(url) as connection:
        connection.execute(f"ALTER TABLE {table} DROP CONSTRAINT {constraint}")


@pytest.mark.parametrize("constrained", [True, False])
def test_a_room_wanted_four_times_at_once_is_held_once_and_the_constraint_sees_to_it(
    own_database, constrained
):
    assert started(FOUND, own_database).wait() == 0
    if not constrained:
        dropped(own_database, "activities_roomuse", "roomuse_one_at_a_time")

    ended = met(
        PLAN.format(rooms=ONE_ROOM, weakened=""),
        own_database,
        table="activities_session",
        processes=4,
    )

    assert sorted(ended) == ([0, 3, 3, 3] if constrained else [0, 0, 0, 0])
    assert counted(own_database, "activities_roomuse") == (1 if constrained else 4)


# Each takes its first room, and only then looks for the other one.
SLOWLY = """
import time
create = rooming.RoomUse.objects.create
def slow(**row):
    made = create(**row)
    time.sleep(0.5)
    return made
rooming.RoomUse.objects.create = slow
"""
UNORDERED = SLOWLY + "rooming.held_rooms = lambda rooms, *, centre: list(rooms)\n"


@pytest.mark.parametrize("ordered", [True, False])
def test_two_plans_for_two_rooms_in_another_order_never_wait_for_each_other(own_database, ordered):
    assert started(FOUND, own_database).wait() == 0
    weakened = SLOWLY if ordered else UNORDERED
    orders = ['list(Place.objects.filter(code__in="AB").order_by("code"))'] * 2
    orders[1] = orders[1].replace('"code")', '"-code")')

    both = [started(PLAN.format(rooms=rooms, weakened=weakened), own_database) for rooms in orders]
    ended = sorted(one.wait(60) for one in both)

    # In key order one is refused with a word; in any order the database kills one for both.
    assert (ended == [0, 3]) is ordered
    assert counted(own_database, "activities_roomuse") == 2


@pytest.mark.parametrize("constrained", [True, False])
def test_a_pattern_extended_twice_at_once_has_no_doubles_and_the_constraint_sees_to_it(
    own_database, constrained
):
    assert started(FOUND, own_database).wait() == 0
    assert started(PATTERN, own_database).wait() == 0
    if not constrained:
        dropped(own_database, "activities_session", "session_once_a_recurrence")

    ended = met(EXTEND, own_database, table="activities_session", processes=2)

    assert ended == [0, 0]
    assert counted(own_database, "activities_session") == (2 if constrained else 3)
