"""Sessions at the desk: who registers now, who is here, and how many came."""

import json
import re
import uuid
from datetime import timedelta

import pytest

from phare.activities.choices import Mode, Presence, SeatState, SessionState
from phare.activities.models import Attendance, CallOwed, CheckIn, Registration, Seat, Session
from phare.contacts.queries import contacts_in
from phare.ground import clock
from phare.ground.periods import Days
from phare.people.choices import RoleKind
from tests.faces.desk.conftest import signed_in
from tests.factories.activities import AFTERNOON, make_activity, make_seat, make_session
from tests.factories.centres import make_centre
from tests.factories.people import make_person

LATER = AFTERNOON + timedelta(hours=3)
DAY = Days(AFTERNOON.date(), AFTERNOON.date())


@pytest.fixture
def reception(centre):
    return signed_in(make_person(centre, RoleKind.RECEPTION))


@pytest.fixture
def session(centre):
    return make_session(make_activity(centre), on_site=2, online=3, languages=["fr", "nl"])


def address(session, *parts):
    return f"/en/desk/activities/{session.key}/" + "".join(f"{part}/" for part in parts)


def registered(**more):
    given = {
        "key": uuid.uuid4(),
        "mode": "ON_SITE",
        "language": "nl",
        "source": "DESK",
        "kind": "PERSON",
        "people": 1,
    }
    return {**given, **more}


def test_nothing_but_the_way_to_take_part_is_needed(reception, session):
    answer = reception.post(address(session, "register"), registered(), follow=True)

    seat = Seat.objects.get()
    assert (seat.mode, seat.state) == ("ON_SITE", "SEATED")
    assert (seat.registration.name, seat.registration.mail) == ("", "")
    assert "it is reserved" in answer.text
    assert seat.code in answer.text


def test_when_all_is_taken_the_desk_says_which_number_in_the_list(reception, session):
    for _ in range(2):
        make_seat(session)

    answer = reception.post(address(session, "register"), registered(name="Ada"), follow=True)

    assert Seat.objects.get(registration__name="Ada").state == SeatState.WAITING
    assert re.search(r"\b1\b", re.sub(r"<[^>]+>", " ", answer.text))


def test_what_was_typed_stays_when_it_is_refused(reception, session):
    answer = reception.post(
        address(session, "register"), registered(name="Ada", mail="no-mail", people=3)
    )

    assert answer.status_code == 422
    assert 'value="Ada"' in answer.text
    assert not Registration.objects.exists()


def test_more_people_than_the_room_holds_are_told_how_many_may_come(reception, session):
    answer = reception.post(address(session, "register"), registered(people=5))

    assert answer.status_code == 422
    assert not Registration.objects.exists()


def test_somebody_is_noted_as_present_and_by_mistake(reception, session):
    seat = make_seat(session)

    reception.post(address(session, "mark"), {"seat": seat.pk, "do": "here"})
    assert Seat.objects.get().presence == Presence.PRESENT
    reception.post(address(session, "mark"), {"seat": seat.pk, "do": "undo"})

    assert Seat.objects.get().presence == Presence.UNKNOWN


def test_the_same_click_twice_adds_who_came_without_registering_once(reception, session):
    form = {"key": uuid.uuid4(), "people": 3, "mode": "ON_SITE"}

    for _ in range(2):
        reception.post(address(session, "mark"), form)

    assert [mark.people for mark in CheckIn.objects.all()] == [3]


def test_closing_counts_who_came_by_way_and_language(reception, session):
    with clock.stopped_at(LATER):
        reception.post(
            address(session, "close"),
            {
                "came_ON_SITE_fr": 2,
                "came_ON_SITE_nl": 0,
                "came_ONLINE_fr": 1,
                "came_ONLINE_nl": 4,
                "gender_WOMAN": 5,
            },
        )

    found = contacts_in(DAY, centres=[session.centre], by=("channel", "language"))
    assert [(row["channel"], row["language"], row["people"]) for row in found] == [
        ("FACE_TO_FACE", "fr", 2),
        ("VIDEO", "fr", 1),
        ("VIDEO", "nl", 4),
    ]
    assert Session.objects.get().state == SessionState.CLOSED


def test_more_answers_than_people_keep_what_was_typed(reception, session):
    form = {"came_ON_SITE_fr": 2, "came_ON_SITE_nl": 0, "came_ONLINE_fr": 0, "came_ONLINE_nl": 0}

    with clock.stopped_at(LATER):
        answer = reception.post(address(session, "close"), {**form, "gender_WOMAN": 3})

    assert answer.status_code == 422
    assert 'name="gender_WOMAN" value="3"' in answer.text
    assert Session.objects.get().state == SessionState.PUBLISHED


def test_the_numbers_of_a_closed_session_are_corrected(reception, session):
    form = {"came_ON_SITE_fr": 2, "came_ON_SITE_nl": 0, "came_ONLINE_fr": 0, "came_ONLINE_nl": 0}
    with clock.stopped_at(LATER):
        reception.post(address(session, "close"), form)

        reception.post(address(session, "close"), {**form, "came_ON_SITE_fr": 1})

    row = Attendance.objects.get(mode=Mode.ON_SITE)
    assert row.present == 1
    assert contacts_in(DAY, centres=[session.centre]) == [{"people": 1}]


def test_advice_after_an_activity_takes_one_click(reception, session):
    form = {"key": uuid.uuid4(), "language": "nl"}

    with clock.stopped_at(LATER):
        for _ in range(2):
            reception.post(address(session, "advice"), form)

    found = contacts_in(DAY, centres=[session.centre], by=("mode", "channel", "language"))
    assert found == [{"mode": "ADVICE", "channel": "AFTER_ACTIVITY", "language": "nl", "people": 1}]


def test_a_tablet_sends_what_it_noted_twice_and_it_counts_once(reception, session):
    seat = make_seat(session)
    lost = str(uuid.uuid4())
    marks = [{"key": str(uuid.uuid4()), "code": seat.code}, {"key": lost, "code": "ZZZZZZ"}]

    said = [
        reception.post(
            address(session, "marks"),
            json.dumps({"marks": marks}),
            content_type="application/json",
        ).json()
        for _ in range(2)
    ]

    assert said == [{"noted": 1, "unknown": [lost]}] * 2
    assert CheckIn.objects.count() == 1


@pytest.mark.parametrize(
    "body",
    ["", "[]", "{}", '{"marks": [1]}', '{"marks": [{"key": "x"}]}', '{"marks": [{"people": -1}]}'],
)
def test_what_is_no_mark_is_refused_and_breaks_nothing(reception, session, body):
    answer = reception.post(address(session, "marks"), body, content_type="application/json")
    as_a_form = reception.post(address(session, "marks"), {"marks": body})

    assert (answer.status_code, as_a_form.status_code) == (400, 400)


def test_the_list_of_a_closed_session_names_nobody(reception, session):
    make_seat(session, name="Ada")
    assert "Ada" in reception.get(address(session, "people")).text

    session.state = SessionState.CLOSED
    session.save()

    said = reception.get(address(session, "people")).json()
    assert (said["over"], said["people"], said["noted"]) == (True, [], [])


def test_what_a_tablet_sends_after_the_numbers_changes_nothing(reception, session):
    seat = make_seat(session)
    Session.objects.update(state=SessionState.CLOSED)
    Seat.objects.update(presence=Presence.ABSENT)
    sent = {"marks": [{"key": str(uuid.uuid4()), "code": seat.code}]}

    said = reception.post(address(session, "marks"), sent, content_type="application/json")
    by_hand = reception.post(address(session, "mark"), {"seat": seat.pk}, follow=True)

    assert said.json() == {"over": True}
    assert "correct the numbers instead" in by_hand.text
    assert (CheckIn.objects.count(), Seat.objects.get().presence) == (0, Presence.ABSENT)


def test_every_tablet_reads_what_the_others_noted(reception, session):
    seat = make_seat(session, name="Ada")
    noted = {"key": str(uuid.uuid4()), "code": seat.code, "mode": "ON_SITE", "people": 1}
    walked = {"key": str(uuid.uuid4()), "code": "", "mode": "ONLINE", "people": 2}
    gone = {"key": str(uuid.uuid4()), "code": "", "mode": "ON_SITE", "people": 9}
    back = {"key": str(uuid.uuid4()), "undoes": gone["key"]}

    reception.post(
        address(session, "marks"),
        {"marks": [noted, walked, gone, back]},
        content_type="application/json",
    )

    said = reception.get(address(session, "people")).json()["noted"]
    assert sorted(said, key=lambda one: one["people"]) == [noted, walked]


def test_the_check_in_page_itself_names_nobody(reception, session):
    make_seat(session, name="Adalbert")

    assert "Adalbert" not in reception.get(address(session, "checkin")).text


def test_a_place_is_moved_given_up_and_taken_at_the_desk(reception, session):
    seat, other = make_seat(session), make_seat(session)
    waits = make_seat(session, state=SeatState.WAITING)

    reception.post(address(session, "seat", seat.pk, "move"), {"to": f"{session.key} ONLINE"})
    reception.post(address(session, "seat", waits.pk, "accept"))
    reception.post(address(session, "seat", other.pk, "cancel"))

    found = Seat.objects.order_by("pk").values_list("mode", "state")
    assert list(found) == [
        ("ON_SITE", "CANCELLED"),
        ("ON_SITE", "CANCELLED"),
        ("ON_SITE", "SEATED"),
        ("ONLINE", "SEATED"),
    ]


def test_more_people_than_another_date_holds_stay_where_they_are(reception, session):
    seat = make_seat(session, mode="ONLINE", people=3)
    smaller = make_session(
        session.activity, starts_at=AFTERNOON + timedelta(days=1), on_site=2, online=2
    )

    answer = reception.post(
        address(session, "seat", seat.pk, "move"), {"to": f"{smaller.key} ONLINE"}, follow=True
    )

    assert "There are not that many places there." in answer.text
    assert Seat.objects.get().state == SeatState.SEATED


def test_a_place_at_a_session_that_is_over_is_not_given_up(reception, session):
    seat = make_seat(session)

    with clock.stopped_at(LATER):
        answer = reception.post(address(session, "seat", seat.pk, "cancel"), follow=True)

    assert "the session is over" in answer.text
    assert Seat.objects.get().state == SeatState.SEATED


def test_whoever_cannot_be_written_to_is_on_the_list_of_calls(reception, centre, session):
    seat = make_seat(session, phone="02 555 00 12", mail="")
    call = CallOwed.objects.create(
        centre=centre, seat=seat, kind="REMINDER", version=1, owed_at=clock.now()
    )
    assert "02 555 00 12" in reception.get("/en/desk/activities/").text

    reception.post(f"/en/desk/activities/call/{call.pk}/")

    assert "02 555 00 12" not in reception.get("/en/desk/activities/").text


def test_a_session_that_is_over_waits_to_be_closed(reception, session):
    with clock.stopped_at(LATER):
        assert f"{session.key}/#close" in reception.get("/en/desk/activities/").text


def test_a_draft_or_a_session_of_another_house_is_not_there(reception, centre, session):
    elsewhere = make_session(make_activity(make_centre("annexe", network=centre.network)))
    session.state = SessionState.DRAFT
    session.save()

    assert reception.get(address(session)).status_code == 404
    assert reception.get(address(elsewhere)).status_code == 404


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_costs_the_same_for_one_session_and_for_three(
    reception, centre, rows, django_assert_num_queries
):
    for _ in range(rows):
        make_seat(make_session(make_activity(centre)))

    with django_assert_num_queries(10):
        reception.get("/en/desk/activities/")


@pytest.mark.parametrize("page", ["", "checkin", "paper"])
def test_every_page_of_a_session_opens(reception, session, page):
    seat = make_seat(session, needs=["WHEELCHAIR"])
    parts = [page] if page else []

    assert reception.get(address(session, *parts)).status_code == 200
    assert reception.get(address(session, "seat", seat.pk, "paper")).status_code == 200
    assert reception.get(address(session, "seat", seat.pk)).status_code == 200


def test_slips_carry_a_questionnaire_each(reception, session):
    with clock.stopped_at(LATER):
        answer = reception.post(address(session, "slips"), {"number": 3})

    assert answer.text.count('role="img"') == 3


def test_a_session_where_nobody_was_noted_is_not_closed_without_a_number(reception, session):
    with clock.stopped_at(LATER):
        answer = reception.post(address(session, "close"), {})
        assert answer.status_code == 422
        assert Session.objects.get().state == SessionState.PUBLISHED

        reception.post(address(session, "close"), {"came_ON_SITE_fr": 0})

    assert Session.objects.get().state == SessionState.CLOSED


@pytest.mark.parametrize(("before", "offered"), [(timedelta(hours=2), True), (timedelta(2), False)])
def test_somebody_is_noted_as_present_from_the_day_itself(reception, session, before, offered):
    make_seat(session)

    with clock.stopped_at(AFTERNOON - before):
        page = reception.get(address(session)).text

    assert ("Is here" in page) is offered
