"""500 people at once for 20 places in the room and 40 online, from separate processes."""

import json
import subprocess
import sys

import psycopg

from tests.house import ROOT, environment

PROCESSES, PEOPLE = 10, 50
PLACES = {"ON_SITE": 20, "ONLINE": 40}
WITHOUT_LOCKS = [
    "ALTER TABLE activities_modecapacity DROP CONSTRAINT modecapacity_never_oversold",
]
FILL = """
import django
django.setup()
from phare.ground import clock
from tests.factories.activities import make_activity, make_session
from tests.factories.centres import MORNING, make_centre
with clock.stopped_at(MORNING):
    session = make_session(make_activity(make_centre()), on_site=20, online=40)
print(session.pk)
"""


def rush(url, *words):
    """What everybody was answered, and what the database holds afterwards."""
    made = subprocess.run(
        [sys.executable, "-c", FILL],
        cwd=ROOT,
        env=environment(url),
        stdout=subprocess.PIPE,
        check=True,
    )
    session = made.stdout.decode().strip()
    command = [sys.executable, "-m", "tests.activities.registrants", session, str(PEOPLE), *words]
    crowd = [
        subprocess.Popen(command, cwd=ROOT, env=environment(url), stdout=subprocess.PIPE)
        for _ in range(PROCESSES)
    ]
    said = [answer for one in crowd for answer in json.loads(one.communicate(timeout=180)[0])]
    assert all(one.returncode == 0 for one in crowd)
    with psycopg.connect(url) as connection:
        seats = connection.execute(
            "SELECT mode, state, number FROM activities_seat WHERE session_id = %s"
            " ORDER BY mode, number",
            [session],
        ).fetchall()
    return said, seats


def seated(seats, mode):
    return sum(1 for of, state, _ in seats if of == mode and state == "SEATED")


def test_exactly_the_places_there_are_and_a_dense_ordered_list(own_database):
    said, seats = rush(own_database)

    half = PROCESSES * PEOPLE // 2
    for mode, places in PLACES.items():
        answered = [place for of, place, _ in said if of == mode]
        assert seated(seats, mode) == places == answered.count(None)
        waiting = sorted(place for place in answered if place is not None)
        assert waiting == list(range(1, half - places + 1))
        numbers = [number for of, _, number in seats if of == mode]
        assert numbers == list(range(1, half + 1))
        assert [state for of, state, _ in seats if of == mode] == (
            ["SEATED"] * places + ["WAITING"] * (half - places)
        )


def test_the_same_rush_oversells_without_the_lock(own_database):
    with psycopg.connect(own_database) as connection:
        for words in WITHOUT_LOCKS:
            connection.execute(words)

    _, seats = rush(own_database, "naive")

    assert any(seated(seats, mode) > places for mode, places in PLACES.items())
