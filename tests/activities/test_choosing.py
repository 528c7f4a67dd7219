"""What people do with what they have, and what becomes of the places they give up."""

import uuid
from datetime import timedelta
from unittest import mock

import pytest
from django.db.models import QuerySet
from procrastinate.contrib.django.models import ProcrastinateJob

from phare.activities.actions import (
    AlreadyThere,
    OfferIsOver,
    RegistrationIsClosed,
    SeatIsGone,
    TooManyPeople,
    accept_offer,
    cancel_registration,
    cancel_seat,
    change_people,
    change_reach,
    drop_seats,
    expire_offers,
    move_seat,
    move_seats,
    owe_change,
    register_for_series,
    send_link,
)
from phare.activities.actions.registering import Asked
from phare.activities.choices import Mode, SeatState
from phare.activities.links import (
    LinkIsOver,
    LinkIsReplaced,
    LinkIsWrong,
    link_of,
    registration_at,
)
from phare.activities.models import ModeCapacity, Seat
from phare.ground import clock
from tests.factories.activities import (
    AFTERNOON,
    make_activity,
    make_registration,
    make_seat,
    make_series,
    make_session,
)
from tests.factories.centres import MORNING, make_centre

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def morning():
    with clock.stopped_at(MORNING):
        yield


@pytest.fixture
def session():
    return make_session(make_activity(make_centre()), on_site=2, online=2)


def state(seat):
    return Seat.objects.get(pk=seat.pk).state


def states(session, mode=Mode.ON_SITE):
    seats = Seat.objects.filter(session=session, mode=mode).order_by("number", "pk")
    return [seat.state for seat in seats]


def counted(session, mode=Mode.ON_SITE):
    row = ModeCapacity.objects.get(session=session, mode=mode)
    return row.taken, row.waiting


def letters():
    jobs = ProcrastinateJob.objects.filter(task_name="letters.send").order_by("pk")
    return [(job.args["kind"], job.args["seat"]) for job in jobs]


def full(session, waiting=2):
    seated = [make_seat(session) for _ in range(2)]
    return seated, [make_seat(session, state=SeatState.WAITING) for _ in range(waiting)]


def test_a_cancelled_place_is_offered_to_the_first_in_the_list_in_the_same_act(session):
    (one, _), (first, second) = full(session)

    cancel_seat(one)

    assert [state(seat) for seat in (one, first, second)] == ["CANCELLED", "OFFERED", "WAITING"]
    assert counted(session) == (2, 1)
    assert letters() == [("FAREWELL", one.pk), ("OFFER", first.pk)]


def test_an_offer_that_is_taken_is_a_place(session):
    (one, _), (first, _) = full(session)
    cancel_seat(one)

    accept_offer(first)
    accept_offer(first)

    assert state(first) == SeatState.SEATED
    assert counted(session) == (2, 1)
    assert letters()[2:] == [("CONFIRMATION", first.pk)]


def test_an_offer_that_is_declined_goes_to_the_next(session):
    (one, _), (first, second) = full(session)
    cancel_seat(one)

    cancel_seat(first)

    assert [state(seat) for seat in (first, second)] == ["CANCELLED", "OFFERED"]


def test_an_offer_nobody_takes_in_time_goes_to_the_next_and_says_so(session):
    (one, _), (first, second) = full(session)
    cancel_seat(one)

    with clock.stopped_at(MORNING + timedelta(hours=25)):
        assert expire_offers(centre=session.centre) == 1
        assert expire_offers(centre=session.centre) == 0
        with pytest.raises(OfferIsOver):
            accept_offer(first)

    assert [state(seat) for seat in (first, second)] == ["LAPSED", "OFFERED"]
    assert letters()[2:] == [("LAPSED", first.pk), ("OFFER", second.pk)]


def test_an_offer_is_over_by_the_clock_even_before_the_night_says_so(session):
    (one, _), (first, _) = full(session)
    cancel_seat(one)

    with clock.stopped_at(MORNING + timedelta(hours=25)), pytest.raises(OfferIsOver):
        accept_offer(first)


def test_nothing_is_offered_once_the_session_has_begun(session):
    (one, _), (first, _) = full(session)

    with clock.stopped_at(AFTERNOON + timedelta(minutes=1)):
        cancel_seat(one)

    assert state(first) == SeatState.WAITING


def test_switching_to_the_other_mode_takes_a_free_place_and_gives_the_old_one_back(session):
    (one, _), (first, _) = full(session)

    answer = move_seat(one, session=session, mode=Mode.ONLINE)

    assert (answer.seat.mode, answer.seat.state, answer.place) == ("ONLINE", "SEATED", None)
    assert [state(one), state(first)] == ["CANCELLED", "OFFERED"]
    assert (counted(session), counted(session, Mode.ONLINE)) == ((2, 1), (1, 0))


def test_switching_where_all_is_taken_keeps_the_old_place_until_a_new_one_is_accepted(session):
    full(session, waiting=0)
    online = make_seat(session, mode=Mode.ONLINE)

    answer = move_seat(online, session=session, mode=Mode.ON_SITE)
    cancel_seat(Seat.objects.filter(session=session, mode=Mode.ON_SITE).order_by("pk")[0])
    accept_offer(answer.seat)

    assert answer.place == 1
    assert state(online) == SeatState.CANCELLED
    assert state(answer.seat) == SeatState.SEATED
    assert (counted(session), counted(session, Mode.ONLINE)) == ((2, 0), (0, 0))


def test_moving_to_another_date_of_the_same_activity(session):
    later = make_session(session.activity, starts_at=AFTERNOON + timedelta(days=7), on_site=1)
    seat = make_seat(session)

    answer = move_seat(seat, session=later, mode=Mode.ON_SITE)

    assert (answer.seat.session_id, state(answer.seat), state(seat)) == (
        later.pk,
        "SEATED",
        "CANCELLED",
    )


def test_nobody_moves_to_another_activity_or_to_where_they_are(session):
    other = make_session(make_activity(session.centre), online=3)
    seat = make_seat(session)

    with pytest.raises(RegistrationIsClosed):
        move_seat(seat, session=other, mode=Mode.ON_SITE)
    with pytest.raises(AlreadyThere):
        move_seat(seat, session=session, mode=Mode.ON_SITE)

    assert state(seat) == SeatState.SEATED


def test_a_seat_that_was_given_up_cannot_be_moved(session):
    seat = make_seat(session)
    cancel_seat(seat)

    with pytest.raises(SeatIsGone):
        move_seat(seat, session=session, mode=Mode.ONLINE)


def test_fewer_people_give_places_back_and_more_need_free_ones(session):
    family = make_seat(session, people=2)
    first = make_seat(session, state=SeatState.WAITING)

    change_people(family, people=1)

    assert state(first) == SeatState.OFFERED
    with pytest.raises(TooManyPeople) as refused:
        change_people(family, people=2)
    assert refused.value.at_most == 1
    assert counted(session) == (2, 0)


def test_everything_of_a_registration_is_given_up_together():
    centre = make_centre()
    series = make_series(centre)
    activity = make_activity(centre)
    days = [
        make_session(activity, series=series, starts_at=AFTERNOON + timedelta(days=day), on_site=1)
        for day in range(2)
    ]
    answers = register_for_series(
        series,
        wanted=[(day, Mode.ON_SITE) for day in days],
        asked=Asked(mail="guest@example.org"),
        key=uuid.uuid4(),
        centre=centre,
    )

    cancel_registration(answers[0].registration)

    assert [counted(day) for day in days] == [(0, 0), (0, 0)]
    assert [kind for kind, _ in letters()] == ["CONFIRMATION", "CONFIRMATION", "FAREWELL"]


def test_what_is_over_is_not_given_up_any_more(session):
    later = make_session(session.activity, starts_at=AFTERNOON + timedelta(days=3), on_site=2)
    been = make_seat(session)
    next_time = make_seat(later, registration=been.registration, state=SeatState.WAITING)

    with clock.stopped_at(AFTERNOON + timedelta(days=1)):
        cancel_registration(been.registration)

    assert (state(been), state(next_time)) == (SeatState.SEATED, SeatState.CANCELLED)
    assert counted(session) == (1, 0)


def test_a_later_date_that_is_offered_and_taken_leaves_what_is_over_as_it_was(session):
    then = AFTERNOON + timedelta(days=3)
    later = make_session(session.activity, starts_at=then, on_site=2, online=2)
    been = make_seat(session)
    again = make_seat(
        later,
        registration=been.registration,
        state=SeatState.OFFERED,
        offered_until=AFTERNOON + timedelta(days=2),
    )

    with clock.stopped_at(AFTERNOON + timedelta(days=1)):
        accept_offer(again)
        move_seat(Seat.objects.get(pk=again.pk), session=later, mode=Mode.ONLINE)

    assert state(been) == SeatState.SEATED
    assert counted(session) == (1, 0)


def test_a_link_asked_for_by_somebody_who_read_the_place_before_is_another_letter(session):
    seat = make_seat(session)
    stale = Seat.objects.get(pk=seat.pk)

    with mock.patch.object(QuerySet, "first", return_value=stale):
        send_link(seat.registration)
        stale.version = seat.version
        send_link(seat.registration)

    assert letters() == [("LINK", seat.pk), ("LINK", seat.pk)]


def test_when_a_session_is_cancelled_everybody_is_told_once_and_nobody_is_promoted(session):
    (one, two), (first, second) = full(session)

    assert drop_seats(session) == 4

    assert states(session) == ["DROPPED"] * 4
    assert counted(session) == (0, 0)
    assert letters() == [("CANCELLED", seat.pk) for seat in (one, two, first, second)]


def test_when_a_session_moves_the_places_move_with_it(session):
    seat = make_seat(session)
    session.starts_at += timedelta(hours=1)
    session.ends_at += timedelta(hours=1)
    session.save()

    dropped = move_seats(session)
    owe_change(session)

    assert dropped == []
    assert Seat.objects.get(pk=seat.pk).during.lower == session.starts_at
    assert letters() == [("CHANGE", seat.pk)]


def test_an_offer_ends_before_a_session_that_is_now_earlier_begins(session):
    offer = make_seat(
        session, state=SeatState.OFFERED, offered_until=AFTERNOON - timedelta(hours=1)
    )
    session.starts_at = AFTERNOON - timedelta(days=1)
    session.save()

    move_seats(session)

    offer.refresh_from_db()
    assert offer.offered_until == session.starts_at


def test_the_link_that_was_replaced_no_longer_opens_anything_and_knows_its_successor(session):
    registration = make_seat(session).registration
    old = link_of(registration)

    change_reach(registration, mail="new@example.org", phone="", language="nl")

    with pytest.raises(LinkIsReplaced) as replaced:
        registration_at(old, centre=session.centre)
    assert replaced.value.registration == registration
    assert registration_at(link_of(registration), centre=session.centre) == registration
    assert [kind for kind, _ in letters()] == ["LINK"]


def test_a_link_ends_a_week_after_the_session(session):
    registration = make_seat(session).registration
    link = link_of(registration)

    with clock.stopped_at(session.ends_at + timedelta(days=6, hours=23)):
        assert registration_at(link, centre=session.centre) == registration
    with clock.stopped_at(session.ends_at + timedelta(days=7, hours=1)), pytest.raises(LinkIsOver):
        registration_at(link, centre=session.centre)


@pytest.mark.parametrize("spoilt", ["", "abc", "~", "0.1~AAAA"])
def test_a_spoilt_link_is_wrong(session, spoilt):
    with pytest.raises(LinkIsWrong):
        registration_at(spoilt, centre=session.centre)


def test_a_link_of_one_house_opens_nothing_in_another(session):
    registration = make_registration(session.centre)
    other = make_centre("annexe", network=session.centre.network)

    with pytest.raises(LinkIsOver):
        registration_at(link_of(registration), centre=other)
