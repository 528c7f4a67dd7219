import uuid
from dataclasses import replace
from datetime import date

import pytest
from django.db import IntegrityError, connection, transaction

from phare.centres.actions import set_training
from phare.contacts.actions import (
    NobodyToCorrect,
    correct_contact,
    count,
    fold_contacts,
    record_contact,
    record_history,
    shuffle_order,
)
from phare.contacts.facts import Fact, Profile
from phare.contacts.models import Contact
from phare.contacts.queries import contacts_in, counters_in, profiles_in, total_in
from phare.ground.periods import Days
from tests.factories.centres import make_centre, make_network

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 18)
TODAY = Days(DAY, DAY)
FACT = Fact(day=DAY, mode="ADVICE", channel="MAIL", themes=("work",), language="fr")


def record(centre, fact=FACT, key=None):
    return record_contact(fact, centre=centre, key=key or uuid.uuid4())


def test_the_same_form_sent_twice_counts_once():
    centre, key = make_centre(), uuid.uuid4()
    assert (record(centre, key=key), record(centre, key=key)) == (True, False)
    assert total_in(TODAY, centres=[centre]) == 1


def test_two_themes_are_one_contact_that_stands_under_each():
    centre = make_centre()
    record(centre, replace(FACT, themes=("work", "learn")))
    record(centre)

    assert total_in(TODAY, centres=[centre]) == 2
    by_theme = {r["theme"]: r["people"] for r in contacts_in(TODAY, centres=[centre], by=["theme"])}
    assert by_theme == {"learn": 1, "work": 2}


def test_a_contact_without_a_theme_is_not_lost_in_the_table():
    centre = make_centre()
    record(centre, replace(FACT, themes=()))
    assert contacts_in(TODAY, centres=[centre], by=["theme"]) == [{"theme": "", "people": 1}]


def test_a_correction_takes_away_and_says_why():
    centre = make_centre()
    record(centre)
    record(centre)
    correct_contact(FACT, centre=centre, key=uuid.uuid4(), reason="TYPED_TWICE")

    assert total_in(TODAY, centres=[centre]) == 1
    assert Contact.objects.filter(correction="TYPED_TWICE", people=-1).count() == 1


def test_nobody_is_taken_away_who_was_not_counted():
    centre = make_centre()
    record(centre)
    with pytest.raises(NobodyToCorrect):
        correct_contact(
            replace(FACT, language="nl"), centre=centre, key=uuid.uuid4(), reason="TYPED_TWICE"
        )


def test_the_database_refuses_a_negative_contact_without_a_reason():
    centre = make_centre()
    for people, reason in ((-1, ""), (0, ""), (1, "OTHER")):
        with pytest.raises(IntegrityError), transaction.atomic():
            Contact.objects.create(
                centre=centre, day=DAY, mode="ADVICE", people=people, correction=reason
            )


def test_training_never_enters_a_figure():
    centre = make_centre()
    set_training(centre=centre, training=True)
    assert record(centre) is False
    count("TICKET", centre=centre, day=DAY)
    assert total_in(TODAY, centres=[centre]) == 0
    assert counters_in(TODAY, centres=[centre]) == []


def test_what_is_not_said_is_kept_apart_from_every_answer():
    centre = make_centre()
    record(centre, replace(FACT, profile=Profile(gender="WOMAN")))
    record(centre, replace(FACT, profile=Profile()))

    assert profiles_in(TODAY, centres=[centre], question="gender") == {
        "NOT_STATED": 1,
        "WOMAN": 1,
    }


@pytest.mark.parametrize(
    "write", [record, lambda centre, fact: record_history([fact], centre=centre)]
)
def test_of_a_group_one_person_gave_the_answers_and_the_others_stated_nothing(write):
    centre = make_centre()
    write(centre, replace(FACT, people=12, profile=Profile(gender="WOMAN", municipality="21015")))
    write(centre, replace(FACT, people=3, profile=Profile()))
    write(centre, replace(FACT, people=40, profile=None))

    said = [profiles_in(TODAY, centres=[centre], question=q) for q in ("gender", "municipality")]

    assert said == [{"NOT_STATED": 14, "WOMAN": 1}, {"21015": 1, "NOT_STATED": 14}]


def test_centres_add_up_and_never_mix():
    network = make_network()
    here, there = make_centre(network=network), make_centre("there", network=network)
    record(here)
    record(there)

    assert total_in(TODAY, centres=[here]) == 1
    assert total_in(TODAY, centres=[here, there]) == 2


def test_counters_add_up_by_theme_and_language():
    centre = make_centre()
    count("TICKET", centre=centre, day=DAY, theme="work", language="fr")
    count("TICKET", centre=centre, day=DAY, theme="work", language="fr", by=2)
    count("TICKET", centre=centre, day=DAY, theme="learn", language="fr")

    assert counters_in(TODAY, centres=[centre]) == [{"counted": "TICKET", "total": 4}]


def test_folding_keeps_every_total_and_forgets_the_day():
    centre = make_centre()
    for day in (3, 9, 9):
        record(centre, replace(FACT, day=date(2024, 5, day), half_day="MORNING"))
    record(centre, replace(FACT, day=date(2024, 5, 9), language="nl"))
    may = Days(date(2024, 5, 1), date(2024, 5, 31))
    before = contacts_in(may, centres=[centre], by=["month", "language"])

    left = fold_contacts(centre=centre, before=date(2026, 6, 1))

    assert left == 2
    assert contacts_in(may, centres=[centre], by=["month", "language"]) == before
    assert set(Contact.objects.values_list("day", "half_day")) == {(date(2024, 5, 1), "")}


def test_the_order_of_rows_tells_nothing_after_the_night():
    centre = make_centre()
    for _ in range(20):
        record(centre, replace(FACT, profile=Profile()))
    keys = list(Contact.objects.order_by("key").values_list("key", flat=True))

    shuffle_order(centre=centre, days=TODAY)

    # In the heap, rows now lie in the order of their random keys.
    with connection.cursor() as cursor:
        cursor.execute("SELECT key FROM contacts_contact ORDER BY ctid")
        assert [key for (key,) in cursor.fetchall()] == keys
