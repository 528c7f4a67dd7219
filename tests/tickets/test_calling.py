import uuid
from dataclasses import replace
from datetime import timedelta

import pytest

from phare.contacts.facts import Fact, Profile
from phare.contacts.queries import contacts_in, profiles_in
from phare.ground import clock
from phare.ground.periods import Days
from phare.tickets import actions, queries
from phare.tickets.choices import State
from tests.factories.centres import MORNING, make_centre
from tests.factories.people import make_open_desk
from tests.factories.tickets import make_ticket

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def in_the_morning():
    with clock.stopped_at(MORNING):
        yield


def test_a_question_becomes_a_contact_and_a_number_nobody_else_has():
    centre = make_centre()
    desk = make_open_desk(centre)
    taken = make_ticket(centre)

    called = actions.call_next(desk, centre=centre)
    fact = Fact(
        day=called.day,
        mode="ADVICE",
        themes=("work", "learn"),
        language="fr",
        profile=Profile(age_band="A30_39"),
    )
    closed = actions.close_ticket(called, fact, centre=centre, key=uuid.uuid4())

    assert (str(taken), called.pk, closed.counted) == ("T 1", taken.pk, True)
    day = Days(taken.day, taken.day)
    assert contacts_in(day, centres=[centre], by=["theme"]) == [
        {"theme": "learn", "people": 1},
        {"theme": "work", "people": 1},
    ]
    assert contacts_in(day, centres=[centre], by=["mode"]) == [{"mode": "ADVICE", "people": 1}]
    assert profiles_in(day, centres=[centre], question="age_band") == {"A30_39": 1}


def test_the_longest_wait_goes_first_among_what_the_desk_answers():
    centre = make_centre()
    desk = make_open_desk(centre, themes=["work", "learn"])
    other = make_ticket(centre, theme="start")
    first = make_ticket(centre, theme="learn")
    make_ticket(centre, theme="work")

    assert actions.call_next(desk, centre=centre).pk == first.pk
    other.refresh_from_db()
    assert other.state == State.WAITING


def test_whoever_a_shared_desk_may_call_first_stands_before():
    centre = make_centre()
    make_open_desk(centre, themes=["work", "learn"])
    make_open_desk(centre, themes=["start"], number=2)
    make_ticket(centre, theme="learn")
    make_ticket(centre, theme="start")
    last = make_ticket(centre, theme="work")

    assert queries.place_of(last, centre=centre).before == 1


def test_a_centre_may_prefer_to_shorten_the_longest_queue():
    centre = make_centre()
    desk = make_open_desk(centre, themes=["work", "learn"])
    make_ticket(centre, theme="learn")
    first_of_two = make_ticket(centre, theme="work")
    make_ticket(centre, theme="work")
    centre.longest_wait_first = False

    assert actions.call_next(desk, centre=centre).pk == first_of_two.pk


def test_a_desk_that_alone_speaks_a_language_takes_that_language_first():
    centre = make_centre()
    make_open_desk(centre, languages=["fr"], number=2)
    alone = make_open_desk(centre, languages=["fr", "nl"])
    make_ticket(centre, language="fr")
    dutch = make_ticket(centre, language="nl")

    assert actions.call_next(alone, centre=centre).pk == dutch.pk


def test_priority_and_a_colleague_sent_to_go_before_the_longest_wait():
    centre = make_centre()
    desk = make_open_desk(centre)
    make_ticket(centre)
    urgent = make_ticket(centre)
    actions.prioritise_ticket(urgent, reason="CHILD")
    sent = make_ticket(centre, theme="move")
    actions.transfer_ticket(sent, theme="move", language="fr", desk=desk.desk)

    first = actions.call_next(desk, centre=centre)
    assert first.pk == sent.pk
    actions.mark_no_show(first)
    assert actions.call_next(desk, centre=centre).pk == urgent.pk


def test_a_second_click_gives_the_ticket_already_at_the_desk():
    centre = make_centre()
    desk = make_open_desk(centre)
    make_ticket(centre)
    make_ticket(centre)

    first = actions.call_next(desk, centre=centre)

    assert actions.call_next(desk, centre=centre).pk == first.pk
    assert len(queries.waiting(centre=centre, day=first.day)) == 1


def test_an_audience_waits_for_its_desk_while_that_desk_is_open():
    centre = make_centre()
    special = make_open_desk(centre, audiences=["youth"], number=2)
    general = make_open_desk(centre)
    young = make_ticket(centre, audience="youth")

    with pytest.raises(actions.NobodyIsWaiting):
        actions.call_next(general, centre=centre)
    actions.pause_desk(special, until=None)
    assert actions.call_next(general, centre=centre).pk == young.pk


def test_somebody_who_comes_back_later_keeps_the_place_and_is_not_called_before():
    centre = make_centre()
    desk = make_open_desk(centre)
    away = make_ticket(centre)
    here = make_ticket(centre)
    actions.postpone_ticket(away, minutes=15)

    first = actions.call_next(desk, centre=centre)
    assert first.pk == here.pk
    actions.mark_no_show(first)
    with clock.stopped_at(MORNING + timedelta(minutes=16)):
        assert actions.call_next(desk, centre=centre).pk == away.pk


def test_a_transfer_keeps_number_and_place():
    centre = make_centre()
    desk = make_open_desk(centre)
    other = make_open_desk(centre, themes=["start"], number=2)
    taken = make_ticket(centre)
    make_ticket(centre, theme="start")

    actions.transfer_ticket(actions.call_next(desk, centre=centre), theme="start", language="fr")
    called = actions.call_next(other, centre=centre)

    assert (called.pk, str(called), called.queued_at) == (taken.pk, "T 1", taken.queued_at)


def test_two_can_be_set_aside_and_a_third_cannot():
    centre = make_centre()
    desk = make_open_desk(centre)
    for _ in range(3):
        make_ticket(centre)
    for _ in range(2):
        actions.park_ticket(actions.call_next(desk, centre=centre), slots=2)

    third = actions.call_next(desk, centre=centre)
    with pytest.raises(actions.NoSlotIsFree):
        actions.park_ticket(third, slots=2)
    with pytest.raises(actions.DeskIsBusy):
        actions.unpark_ticket(queries.parked_at(desk.desk_id, centre=centre)[0])


def test_closing_twice_counts_once():
    centre = make_centre()
    desk = make_open_desk(centre)
    make_ticket(centre)
    called = actions.call_next(desk, centre=centre)
    fact, key = Fact(day=called.day, mode="ADVICE", themes=("work",), language="fr"), uuid.uuid4()

    actions.close_ticket(called, fact, centre=centre, key=key)
    again = actions.close_ticket(called, replace(fact, themes=("learn",)), centre=centre, key=key)

    assert again.counted is False
    day = Days(called.day, called.day)
    assert contacts_in(day, centres=[centre]) == [{"people": 1}]


def test_a_group_is_one_ticket_and_several_contacts():
    centre = make_centre()
    desk = make_open_desk(centre)
    make_ticket(centre, people=3)
    called = actions.call_next(desk, centre=centre)

    actions.close_ticket(
        called, Fact(day=called.day, mode="ADVICE"), centre=centre, key=uuid.uuid4()
    )

    day = Days(called.day, called.day)
    assert contacts_in(day, centres=[centre]) == [{"people": 3}]
