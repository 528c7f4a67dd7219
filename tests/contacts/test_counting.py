import uuid
from datetime import date, timedelta

import pytest

from phare.centres.actions import set_training
from phare.contacts.actions import count_once, drop_counted_forms
from phare.contacts.models import CountedForm
from phare.contacts.queries import counters_in
from phare.ground.periods import Days
from tests.factories.centres import make_centre

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 18)


def once(centre, key):
    return count_once("NOBODY_IN", centre=centre, day=DAY, key=key, theme="work", language="nl")


def counted(centre):
    return [row["total"] for row in counters_in(Days(DAY, DAY), centres=[centre])]


def test_a_form_sent_again_is_counted_once_and_another_one_too():
    centre, key = make_centre(), uuid.uuid4()

    assert [once(centre, key), once(centre, key), once(centre, uuid.uuid4())] == [True, False, True]
    assert counted(centre) == [2]


def test_training_keeps_not_even_the_key():
    centre = make_centre()
    set_training(centre=centre, training=True)

    assert once(centre, uuid.uuid4()) is False
    assert not CountedForm.objects.exists()


def test_the_keys_go_after_a_week_and_the_figure_stays():
    centre = make_centre()
    once(centre, uuid.uuid4())

    assert drop_counted_forms(centre=centre, today=DAY + timedelta(days=7)) == 0
    assert drop_counted_forms(centre=centre, today=DAY + timedelta(days=8)) == 1
    assert counted(centre) == [1]
