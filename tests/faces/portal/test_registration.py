"""The page of a registration: whoever holds the link may act, and a press counts once."""

import uuid
from datetime import timedelta

import pytest
from django.test import Client
from procrastinate.contrib.django.models import ProcrastinateJob

from phare.activities.actions import renew_link
from phare.activities.choices import Presence, SeatState
from phare.activities.links import link_of
from phare.activities.models import Registration, Seat
from phare.ground import clock
from tests.factories.activities import (
    AFTERNOON,
    make_activity,
    make_registration,
    make_seat,
    make_session,
)
from tests.factories.centres import MORNING

pytestmark = pytest.mark.django_db


@pytest.fixture
def session(centre):
    return make_session(make_activity(centre), on_site=2, online=3)


def path(registration, act=""):
    return f"/en/registration/{link_of(registration)}/{act}"


def shown(registration):
    answer = Client().get(path(registration))
    assert answer.status_code == 200
    return answer.content.decode()


def pressed(registration, act, **fields):
    return Client().post(path(registration, act), {"key": uuid.uuid4(), **fields})


def states():
    return [(s.mode, s.state) for s in Seat.objects.order_by("pk")]


def test_it_says_what_one_has_and_the_code_for_the_door(session):
    seat = make_seat(session)

    page = shown(seat.registration)

    assert "You have a place." in page and seat.code in page


def test_whoever_waits_reads_their_turn(session):
    make_seat(session, state=SeatState.WAITING)
    seat = make_seat(session, state=SeatState.WAITING)

    assert "You are number 2 on the waiting list." in shown(seat.registration)


def test_an_offer_is_taken_with_one_press(session):
    seat = make_seat(session, state=SeatState.OFFERED)
    assert "It is kept for you until" in shown(seat.registration)

    answer = pressed(seat.registration, "take/", seat=seat.pk)

    assert answer.status_code == 303
    assert states() == [("ON_SITE", "SEATED")]


def test_an_offer_that_has_ended_says_so(session):
    seat = make_seat(session, state=SeatState.OFFERED, offered_until=MORNING - timedelta(minutes=1))

    answer = pressed(seat.registration, "take/", seat=seat.pk)

    assert answer.status_code == 409
    assert "The offer has ended" in answer.content.decode()


def test_people_switch_to_online_by_themselves_and_back(session):
    seat = make_seat(session)

    pressed(seat.registration, "move/", seat=seat.pk, to=f"{session.key}:ONLINE")

    registration = Registration.objects.get()
    assert states() == [("ON_SITE", "CANCELLED"), ("ONLINE", "SEATED")]
    back = Seat.objects.get(mode="ONLINE")
    pressed(registration, "move/", seat=back.pk, to=f"{session.key}:ON_SITE")
    assert states()[-1] == ("ON_SITE", "SEATED")


def test_people_move_to_another_date_by_themselves(session):
    later = make_session(session.activity, starts_at=AFTERNOON + timedelta(days=7))
    seat = make_seat(session)
    assert later.key in shown(seat.registration)

    answer = pressed(seat.registration, "move/", seat=seat.pk, to=f"{later.key}:ON_SITE")

    assert answer.status_code == 303
    assert Seat.objects.get(state=SeatState.SEATED).session == later


def test_a_move_to_another_activity_is_refused(centre, session):
    other = make_session(make_activity(centre), starts_at=AFTERNOON + timedelta(days=7))
    seat = make_seat(session)

    answer = pressed(seat.registration, "move/", seat=seat.pk, to=f"{other.key}:ON_SITE")

    assert answer.status_code == 409
    assert states() == [("ON_SITE", "SEATED")]


def test_a_press_repeated_is_done_once_and_answered_alike(session):
    seat = make_seat(session)
    fields = {"key": uuid.uuid4(), "seat": seat.pk, "to": f"{session.key}:ONLINE"}
    address = path(seat.registration, "move/")

    first, second = (Client().post(address, fields) for _ in range(2))

    assert first.headers["Location"] == second.headers["Location"]
    assert states() == [("ON_SITE", "CANCELLED"), ("ONLINE", "SEATED")]


def test_whoever_gives_a_place_back_lets_the_next_one_in(session):
    seat = make_seat(session)
    make_seat(session)
    waits = make_seat(session, state=SeatState.WAITING)

    pressed(seat.registration, "leave/", seat=seat.pk)

    waits.refresh_from_db()
    assert waits.state == SeatState.OFFERED
    assert "You no longer come." in shown(seat.registration)


def test_nobody_touches_the_place_of_another(session):
    mine, theirs = make_seat(session), make_seat(session)

    answer = pressed(mine.registration, "leave/", seat=theirs.pk)

    assert answer.status_code == 409
    assert states() == [("ON_SITE", "SEATED")] * 2


def test_another_address_replaces_the_link_and_the_old_one_opens_nothing(session):
    seat = make_seat(session)
    old = path(seat.registration)

    answer = pressed(seat.registration, "reach/", mail="new@example.org", language="nl")

    registration = Registration.objects.get()
    assert (registration.mail, registration.language) == ("new@example.org", "nl")
    assert answer.headers["Location"] == path(registration)
    closed = Client().get(old)
    assert closed.status_code == 410
    assert "n…@example.org" in closed.content.decode()
    assert link_of(registration) not in closed.content.decode()


def test_whoever_holds_an_old_link_has_the_newest_one_sent_to_the_address_known(session):
    seat = make_seat(session)
    old = path(seat.registration, "renew/")
    renew_link(seat.registration)

    answer = Client().post(old)

    assert answer.status_code == 200
    assert "We send it to v…@example.org" in answer.content.decode()
    assert link_of(Registration.objects.get()) not in answer.content.decode()


def test_an_old_link_pressed_again_and_again_fills_no_letter_box(session):
    seat = make_seat(session)
    old = path(seat.registration, "renew/")
    renew_link(seat.registration)

    for _ in range(3):
        assert Client().post(old).status_code == 200
    assert links_owed() == 1

    with clock.stopped_at(clock.now() + timedelta(minutes=11)):
        Client().post(old)
    assert links_owed() == 2


def links_owed():
    jobs = ProcrastinateJob.objects.filter(task_name="letters.send")
    return sum(job.args["kind"] == "LINK" for job in jobs)


def test_an_old_link_acts_on_nothing(session):
    seat = make_seat(session)
    old = path(seat.registration, "leave/")
    renew_link(seat.registration)

    answer = Client().post(old, {"seat": seat.pk, "key": uuid.uuid4()})

    assert answer.status_code == 410
    assert states() == [("ON_SITE", "SEATED")]


def test_a_link_cut_in_two_or_of_another_centre_opens_nothing(session):
    registration = make_registration(session.centre)

    assert Client().get(path(registration)[:-4] + "/").status_code == 404
    assert Client().get("/en/registration/nothing/").status_code == 404


def test_once_names_are_erased_the_link_is_over(session):
    seat = make_seat(session)
    address = path(seat.registration)
    with clock.stopped_at(AFTERNOON + timedelta(days=8)):
        assert Client().get(address).status_code == 410


def test_the_way_into_the_video_is_shown_only_in_time_and_only_to_whoever_has_a_place(centre):
    session = make_session(
        make_activity(centre), online=5, video="ADDRESS", video_address="https://video.example/x"
    )
    online, on_site = make_seat(session, mode="ONLINE"), make_seat(session)
    waits = make_seat(session, mode="ONLINE", state=SeatState.WAITING)

    assert "video.example" not in shown(online.registration)
    with clock.stopped_at(AFTERNOON - timedelta(minutes=10)):
        assert "https://video.example/x" in shown(online.registration)
        assert "video.example" not in shown(on_site.registration)
        assert "video.example" not in shown(waits.registration)


def test_a_certificate_is_made_for_whoever_came_in_the_name_they_type(session):
    seat = make_seat(session)
    with clock.stopped_at(AFTERNOON + timedelta(hours=3)):
        early = pressed(seat.registration, "certificate.pdf", seat=seat.pk, name="Ada Byron")
        Seat.objects.update(presence=Presence.PRESENT)
        answer = pressed(seat.registration, "certificate.pdf", seat=seat.pk, name="Ada Byron")

    assert early.status_code == 409
    assert answer.content.startswith(b"%PDF") and b"/MarkInfo" in answer.content
    assert not Registration.objects.filter(name__contains="Byron").exists()


def test_a_page_behind_a_link_is_kept_nowhere_and_told_to_nobody(session):
    answer = Client().get(path(make_seat(session).registration))

    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    assert not answer.cookies


def test_a_place_left_for_another_of_the_same_session_is_not_said_to_be_given_up(session):
    seat = make_seat(session)

    pressed(seat.registration, "move/", seat=seat.pk, to=f"{session.key}:ONLINE")
    moved = shown(Registration.objects.get())
    newest = Seat.objects.get(mode="ONLINE")
    pressed(Registration.objects.get(), "leave/", seat=newest.pk)

    assert "You have a place." in moved and "You no longer come." not in moved
    assert shown(Registration.objects.get()).count("<strong>You no longer come.") == 1
