"""What a sceptical reader found once, and must not find again."""

import uuid
from datetime import timedelta

import pytest

from phare.centres.queries import desks
from phare.config.quiet import covered
from phare.contacts.queries import counters_in
from phare.ground import clock
from phare.ground.periods import Days
from phare.people.actions import forget_person, let_go
from phare.tickets import actions, queries
from phare.tickets.choices import State
from phare.tickets.models import OpenDesk
from tests.factories.centres import MORNING, make_centre
from tests.factories.people import make_open_desk, make_person
from tests.factories.tickets import make_ticket
from tests.tickets.test_end_of_day import everything_written

pytestmark = pytest.mark.django_db
DAY = MORNING.date()


@pytest.fixture(autouse=True)
def in_the_morning():
    with clock.stopped_at(MORNING):
        yield


def test_nobody_is_sent_to_a_desk_that_has_closed():
    centre = make_centre()
    desk = make_open_desk(centre)
    make_ticket(centre)
    called = actions.call_next(desk, centre=centre)
    with pytest.raises(actions.DeskIsClosed):
        actions.transfer_ticket(called, theme="work", language="fr", desk=desks(centre=centre)[3])


def test_somebody_sent_to_a_desk_that_takes_a_pause_is_called_by_another():
    centre = make_centre()
    awaited = make_open_desk(centre, number=2)
    other = make_open_desk(centre)
    sent = make_ticket(centre)
    actions.transfer_ticket(sent, theme="work", language="fr", desk=awaited.desk)
    with pytest.raises(actions.NobodyIsWaiting):
        actions.call_next(other, centre=centre)
    actions.pause_desk(awaited, until=None)
    assert actions.call_next(other, centre=centre).pk == sent.pk


def test_a_second_counsellor_who_calls_the_next_one_sees_that_one():
    centre = make_centre()
    first, second = make_open_desk(centre), make_open_desk(centre, number=2)
    make_ticket(centre)
    actions.join_interview(actions.call_next(first, centre=centre), desk=second.desk)
    make_ticket(centre)
    own = actions.call_next(second, centre=centre)
    assert queries.current_at(second.desk_id, centre=centre).pk == own.pk


def test_reception_frees_a_desk_and_nobody_loses_the_place():
    centre = make_centre()
    desk = make_open_desk(centre)
    at_desk, aside = make_ticket(centre), make_ticket(centre)
    actions.park_ticket(actions.call_next(desk, centre=centre), slots=2)
    actions.call_next(desk, centre=centre)

    assert actions.free_desk(desk) == 2

    waiting = queries.waiting(centre=centre, day=DAY)
    assert [t.pk for t in waiting] == [at_desk.pk, aside.pk]


def test_the_desk_of_somebody_who_leaves_is_freed(django_capture_on_commit_callbacks):
    centre = make_centre()
    desk = make_open_desk(centre)
    with django_capture_on_commit_callbacks(execute=True):
        let_go(desk.person, centre=centre)
    assert OpenDesk.objects.count() == 0


def test_somebody_sent_to_one_desk_is_told_the_wait_for_that_desk():
    centre = make_centre()
    busy = make_open_desk(centre)
    make_open_desk(centre, number=2)
    make_ticket(centre)
    actions.call_next(busy, centre=centre)
    sent = make_ticket(centre)
    actions.transfer_ticket(sent, theme="work", language="fr", desk=busy.desk)
    sent.refresh_from_db()

    wait = queries.wait_for(centre=centre, theme="work", language="fr", ticket=sent)

    assert wait.high > 0 and wait.desks == 1


def test_an_audience_is_told_the_wait_for_the_desk_that_keeps_itself_for_it():
    centre = make_centre()
    special = make_open_desk(centre, audiences=["youth"])
    make_open_desk(centre, number=2)
    make_ticket(centre)
    actions.call_next(special, centre=centre)
    young = make_ticket(centre, audience="youth")

    wait = queries.wait_for(centre=centre, theme="work", language="fr", ticket=young)

    assert wait.high > 0 and wait.desks == 1


def test_yesterdays_interview_is_over_when_a_desk_opens_today():
    centre = make_centre()
    desk = make_open_desk(centre)
    old = make_ticket(centre)
    actions.call_next(desk, centre=centre)
    OpenDesk.objects.all().delete()
    with clock.stopped_at(MORNING + timedelta(days=1)):
        again = make_open_desk(centre)
        new = make_ticket(centre)
        assert actions.call_next(again, centre=centre).pk == new.pk
    old.refresh_from_db()
    assert old.state == State.DONE
    counted = {r["counted"]: r["total"] for r in counters_in(Days(DAY, DAY), centres=[centre])}
    assert counted["UNCLOSED"] == 1


def test_a_wait_ends_with_the_first_call_whatever_follows():
    centre = make_centre()
    desk = make_open_desk(centre)
    make_ticket(centre)
    with clock.stopped_at(MORNING + timedelta(minutes=4)):
        called = actions.call_next(desk, centre=centre)
    with clock.stopped_at(MORNING + timedelta(minutes=40)):
        actions.transfer_ticket(called, theme="work", language="fr")
        actions.call_next(desk, centre=centre)
    with clock.stopped_at(MORNING + timedelta(days=1)):
        actions.sweep_centre(centre=centre)
    counted = {r["counted"]: r["total"] for r in counters_in(Days(DAY, DAY), centres=[centre])}
    assert counted["WAIT_MINUTES"] == 4


def test_somebody_who_is_forgotten_is_in_no_table_any_more():
    centre = make_centre()
    person = make_person(centre, name="Canary Zandvoorttoren")
    email = person.email
    forget_person(person, centre=centre)
    assert "Zandvoorttoren" not in everything_written()
    assert email not in everything_written()


def test_the_same_key_gives_the_same_ticket():
    centre, key = make_centre(), uuid.uuid4()
    assert make_ticket(centre, key=key).pk == make_ticket(centre, key=key).pk


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/fr/voice/AbCdEfSecret/", "/fr/voice/…/"),
        ("/fr/desk/1234/close/", "/fr/desk/…/close/"),
        ("/fr/reception/", "/fr/reception/"),
    ],
)
def test_no_token_and_no_number_of_a_row_reaches_a_log(path, said):
    assert covered(path) == said
