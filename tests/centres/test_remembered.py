"""What a centre is, is read once a revision, and never after somebody changed it."""

import uuid
from concurrent.futures import ThreadPoolExecutor
from datetime import date, time, timedelta
from threading import Barrier

import pytest
from django.db import OperationalError, connection, transaction
from django.test.utils import CaptureQueriesContext

from phare.centres import remembered
from phare.centres.actions import add_screen, running, set_opening_hours, set_training
from phare.centres.choices import ScreenKind
from phare.centres.models import Centre, Revision
from phare.centres.queries import centre_at, known_codes, openness, screen_with, themes
from tests.factories.centres import MORNING, make_centre

pytestmark = pytest.mark.django_db(transaction=True)


def at_the_door():
    found = centre_at(centre="nobody.example")
    assert found is not None
    return found


def test_what_was_read_once_is_not_asked_again():
    make_centre()
    openness(centre=at_the_door(), at=MORNING)

    with CaptureQueriesContext(
        connection,
    ) as asked:
        house = openness(centre=at_the_door(), at=MORNING + timedelta(minutes=1))

    assert house.is_open
    assert len(asked) == 1, "the stamp only"


def test_a_change_is_seen_by_the_next_request():
    centre = make_centre()
    assert openness(centre=at_the_door(), at=MORNING).is_open

    set_opening_hours(
        centre=centre,
        kind="CENTRE",
        weekday=MORNING.weekday(),
        spans=[(time(20), time(21))],
        valid_from=date(2020, 1, 1),
    )

    assert not openness(centre=at_the_door(), at=MORNING).is_open


def test_a_theme_switched_off_is_forgotten():
    centre = make_centre()
    assert "work" in known_codes(centre=at_the_door())["themes"]

    centre.themes.set(centre.themes.exclude(code="work"))

    assert "work" not in known_codes(centre=at_the_door())["themes"]


def test_what_is_not_committed_is_remembered_by_nobody():
    centre = make_centre()
    before = {theme.code for theme in themes(centre=at_the_door())}

    with transaction.atomic():
        centre.themes.clear()
        assert themes(centre=at_the_door()) == []
        transaction.set_rollback(True)

    assert {theme.code for theme in themes(centre=at_the_door())} == before


def test_nobody_changes_what_another_request_reads():
    make_centre()
    spoilt = at_the_door()
    spoilt.parked_at_most = 0
    themes(centre=spoilt).clear()

    assert at_the_door().parked_at_most == 2
    assert themes(centre=at_the_door())


def test_what_is_not_there_is_not_remembered():
    make_centre()
    remembered._remembered.clear()
    for number in range(50):
        assert (
            screen_with(centre=at_the_door(), key=f"wrong{number}", kind=ScreenKind.KIOSK) is None
        )
    assert len(remembered._remembered) == 1, "the centre itself"


def settled_at_once(centre, rounds):
    """A screen is added while training is switched, from two connections, so often."""
    ready = Barrier(2)

    def settle(act):
        try:
            with transaction.atomic():
                ready.wait()
                act()
        finally:
            connection.close()

    acts = (
        lambda: add_screen(centre=centre, kind=ScreenKind.KIOSK, name=str(uuid.uuid4())),
        lambda: set_training(centre=centre, training=False),
    )
    with ThreadPoolExecutor(2) as managers:
        for _ in range(rounds):
            for settled in [managers.submit(settle, act) for act in acts]:
                settled.result()


def test_two_who_settle_the_centre_at_once_do_not_wait_for_each_other():
    settled_at_once(make_centre(), rounds=10)


def test_looking_at_a_row_before_taking_the_stamp_would_make_them_wait_for_each_other(monkeypatch):
    centre = make_centre()

    def look_first():
        Centre.objects.select_for_update().get(pk=centre.pk)

    monkeypatch.setattr(running, "hold_room", look_first)
    with pytest.raises(OperationalError, match="deadlock"):
        settled_at_once(centre, rounds=100)


def test_every_table_of_the_room_is_stamped():
    """Whoever adds a table adds it to a migration like `0002_revision`."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT relname FROM pg_class WHERE relkind = 'r' AND relname LIKE 'centres\\_%'"
            " AND relname NOT LIKE '%event'"
        )
        tables = {name for (name,) in cursor.fetchall()} - {Revision._meta.db_table}
        cursor.execute(
            "SELECT tgrelid::regclass::text FROM pg_trigger WHERE tgname='centres_stamp'"
        )
        stamped = {name for (name,) in cursor.fetchall()}

    assert stamped == tables
    assert Centre._meta.db_table in stamped
