"""The stamp of a form: whose it is, how old, what was worked for it."""

from datetime import timedelta

import pytest
from django.test import RequestFactory

from phare.faces.shared.gate.limits import BUCKETS
from phare.faces.shared.gate.passing import Verdict, judged
from phare.faces.shared.gate.stamps import OLDEST, YOUNGEST, new_stamp, stamp_of
from phare.ground import clock
from tests.factories.activities import make_settings
from tests.factories.centres import MORNING, make_centre
from tests.gate import work_for

LATER = MORNING + YOUNGEST
FORM = "session-abc"


@pytest.fixture
def stamp():
    with clock.stopped_at(MORNING):
        return new_stamp(FORM)


@pytest.fixture
def centre(db):
    return make_centre()


def sent(centre, *, at=LATER, address="192.0.2.7", form=FORM, **fields):
    request = RequestFactory().post("/", fields, REMOTE_ADDR=address)
    request.centre = centre
    with clock.stopped_at(at):
        return judged(request, form)


def test_a_stamp_comes_back_as_it_left(stamp):
    assert stamp_of(stamp.text, form=FORM) == stamp


def test_a_stamp_is_of_its_form_and_of_this_house(stamp):
    assert stamp_of(stamp.text, form="session-other") is None
    assert stamp_of(stamp.text[:-2], form=FORM) is None
    assert stamp_of("", form=FORM) is None


def test_who_worked_for_it_passes(stamp, centre):
    passage = sent(centre, stamp=stamp.text, work=work_for(stamp.task), name="Ada")

    assert passage.passes


@pytest.mark.parametrize("work", ["", "1:00", "x", "9" * 30 + ":00", "-1:00", "1:" + "g" * 64])
def test_who_did_no_work_is_asked_to_confirm(stamp, centre, work):
    passage = sent(centre, stamp=stamp.text, work=work, name="Ada")

    assert passage.verdict is Verdict.CONFIRM


def test_the_confirmation_passes_once_it_is_as_old_as_a_person(stamp, centre):
    asked = sent(centre, stamp=stamp.text, name="Ada")

    quick = sent(centre, stamp=asked.stamp.text, name="Ada")
    passage = sent(centre, at=LATER + YOUNGEST, stamp=asked.stamp.text, name="Ada")

    assert quick.verdict is Verdict.QUICK and quick.asks_to_confirm
    assert passage.passes
    assert (passage.stamp.key, passage.stamp.digest) == (stamp.key, stamp.digest)


def test_a_confirmation_is_of_what_was_typed_and_of_nothing_else(stamp, centre):
    asked = sent(centre, stamp=stamp.text, name="Ada")

    other = sent(centre, at=LATER + YOUNGEST, stamp=asked.stamp.text, name="Bob")

    assert other.verdict is Verdict.CONFIRM


def test_a_form_sent_at_once_is_there_again_with_the_same_stamp(stamp, centre):
    passage = sent(centre, at=MORNING, stamp=stamp.text, work=work_for(stamp.task))

    assert passage.verdict is Verdict.QUICK
    assert passage.stamp == stamp
    assert passage.said


def test_a_form_open_for_too_long_is_there_again_with_a_fresh_stamp(stamp, centre):
    passage = sent(centre, at=MORNING + OLDEST, stamp=stamp.text, work=work_for(stamp.task))

    assert passage.verdict is Verdict.OLD
    assert passage.stamp.nonce != stamp.nonce
    assert passage.said


def test_whoever_fills_in_what_nobody_sees_is_asked_to_confirm(stamp, centre):
    passage = sent(centre, stamp=stamp.text, work=work_for(stamp.task), website="x.example")

    assert passage.verdict is Verdict.CONFIRM


@pytest.mark.parametrize("address", ["198.51.100.9", "2001:db8:5::1"])
def test_the_machines_of_the_house_need_neither_work_nor_patience(stamp, centre, address):
    make_settings(centre, house_networks=["198.51.100.0/24", "2001:db8:5::/48"])

    assert sent(centre, at=MORNING, address=address, stamp=stamp.text).passes
    assert not sent(centre, at=MORNING, address="192.0.2.7", stamp=stamp.text).passes
    assert all(BUCKETS.allows(address) for _ in range(500))


def test_a_stamp_is_remembered_no_longer_than_it_is_accepted(stamp):
    assert stamp.until == MORNING + timedelta(hours=1)
