"""What is typed in as late as a form accepts is put in random order by the next night."""

import uuid
from datetime import timedelta

import pytest
from django.db import connection

from phare.contacts.actions import record_contact
from phare.contacts.facts import DAYS_BACK, Fact, Profile
from phare.ground import clock
from phare.tickets.actions import sweep_centre
from tests.factories.centres import MORNING, make_centre

pytestmark = pytest.mark.django_db


def heap(table: str) -> list[uuid.UUID]:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT key FROM {table} ORDER BY ctid")
        return [key for (key,) in cursor.fetchall()]


@pytest.mark.parametrize("nights", [1, 2, 20])
@pytest.mark.parametrize("back", [1, DAYS_BACK - 1, DAYS_BACK])
def test_no_late_entry_stays_where_it_was_written(back, nights):
    # The last of a month, so that the day lies in another one.
    typed = MORNING.replace(day=30)
    day = typed.date() - timedelta(days=back)
    with clock.stopped_at(typed):
        centre = make_centre()
        for _ in range(12):
            fact = Fact(day=day, mode="ADVICE", profile=Profile())
            record_contact(fact, centre=centre, key=uuid.uuid4())
    assert heap("contacts_contact") != sorted(heap("contacts_contact"))

    with clock.stopped_at(typed + timedelta(days=nights)):
        sweep_centre(centre=centre)

    for table in ("contacts_contact", "contacts_voluntaryprofile"):
        assert heap(table) == sorted(heap(table))
