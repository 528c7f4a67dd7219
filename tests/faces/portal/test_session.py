"""Registering on the site: an answer at once, nothing lost on the way, no dead end."""

import json
import re
from datetime import timedelta

import pytest
from django.test import Client
from procrastinate.contrib.django.models import ProcrastinateJob

from phare.activities.choices import LetterKind, SeatState, SessionState
from phare.activities.models import Registration, Seat, UsedChallenge
from phare.faces.shared.gate.stamps import OLDEST, YOUNGEST
from phare.ground import clock
from tests.factories.activities import AFTERNOON, make_activity, make_seat, make_session
from tests.factories.centres import both
from tests.gate import fields_of, filled

pytestmark = pytest.mark.django_db


@pytest.fixture
def session(centre):
    return make_session(make_activity(centre), on_site=2, online=3)


def path(session, language="fr"):
    return f"/{language}/session/{session.key}/"


def page_after(answer):
    assert answer.status_code == 303, answer.content.decode()[:2000]
    return Client().get(answer.headers["Location"]).content.decode()


def test_whoever_registers_has_a_place_at_once(session, send):
    answer = send(path(session, "en"), mode="ONLINE", mail="a@example.org", name="Ada")

    (seat,) = Seat.objects.all()
    assert (seat.mode, seat.state, seat.registration.name) == ("ONLINE", "SEATED", "Ada")
    assert seat.registration.language == "en"
    assert "You have a place." in page_after(answer)


def test_whoever_comes_too_late_is_told_their_turn_at_once(session, send):
    for _ in range(2):
        make_seat(session)
    make_seat(session, state=SeatState.WAITING)

    answer = send(path(session, "en"), mail="a@example.org")

    assert "You are number 2 on the waiting list." in page_after(answer)


def test_a_telephone_is_enough_and_a_name_is_not_needed(session, send):
    answer = send(path(session), phone="0470 00 00 00")

    assert answer.status_code == 303
    assert Registration.objects.get().name == ""


def test_without_any_way_to_be_reached_what_was_typed_is_kept(session, send):
    answer = send(path(session, "en"), name="Ada", needs_note="A quiet corner")

    page = answer.content.decode()
    assert answer.status_code == 422
    assert 'value="Ada"' in page and "A quiet corner" in page
    assert "Leave one way to reach you" in page
    assert not Registration.objects.exists()


def test_a_form_that_was_wrong_needs_no_second_work(session, send):
    wrong = send(path(session), name="Ada").content.decode()
    form = fields_of(wrong).found
    with clock.stopped_at(clock.now() + YOUNGEST):
        answer = Client().post(path(session), {**form, "mail": "a@example.org"})

    assert answer.status_code == 303


def test_a_national_number_is_not_kept(session, send):
    send(path(session), mail="a@example.org", name="Ada 85.07.30-033 28")

    assert "033" not in Registration.objects.get().name


def test_without_script_one_more_click_and_everything_is_kept(session, send):
    typed = {"name": "Ada", "mail": "a@example.org", "needs": ["WHEELCHAIR", "HEARING"]}
    confirm = send(path(session, "en"), work=False, **typed)
    assert "One more click" in confirm.content.decode()
    assert not Registration.objects.exists()
    kept = re.findall(r'name="([^"]+)" value="([^"]*)"', confirm.content.decode())
    given = {}
    for name, value in kept:
        given.setdefault(name, []).append(value)
    with clock.stopped_at(clock.now() + 2 * YOUNGEST):
        answer = Client().post(path(session), given)

    assert answer.status_code == 303
    assert Registration.objects.get().needs == ["WHEELCHAIR", "HEARING"]


def test_a_form_sent_at_once_is_shown_again_with_everything(session):
    page = Client().get(path(session, "en")).content.decode()

    answer = Client().post(path(session, "en"), filled(page, mail="a@example.org", name="Ada"))

    said = answer.content.decode()
    assert answer.status_code == 422
    assert "That was very quick" in said and 'value="a@example.org"' in said


def test_a_form_from_an_hour_ago_is_shown_again_with_everything(session):
    page = Client().get(path(session, "en")).content.decode()
    with clock.stopped_at(clock.now() + OLDEST):
        answer = Client().post(path(session, "en"), filled(page, mail="a@example.org"))
        again = filled(answer.content.decode())
    with clock.stopped_at(clock.now() + OLDEST + YOUNGEST):
        accepted = Client().post(path(session, "en"), again)

    assert answer.status_code == 422 and "open for a long time" in answer.content.decode()
    assert accepted.status_code == 303


def test_the_same_form_sent_twice_registers_once_and_answers_alike(session):
    page = Client().get(path(session)).content.decode()
    given = filled(page, mail="a@example.org")
    with clock.stopped_at(clock.now() + YOUNGEST):
        first, second = (Client().post(path(session), given) for _ in range(2))

    assert first.headers["Location"] == second.headers["Location"]
    assert Registration.objects.count() == 1


def test_work_handed_in_once_opens_nothing_a_second_time(session):
    page = Client().get(path(session)).content.decode()
    given = filled(page, mail="a@example.org")
    with clock.stopped_at(clock.now() + YOUNGEST):
        first = Client().post(path(session), given)
        for number in range(5):
            again = Client().post(path(session), {**given, "mail": f"robot{number}@example.org"})
            assert again.headers["Location"] == first.headers["Location"]

    assert Registration.objects.count() == 1
    assert UsedChallenge.objects.count() == 1


def test_whatever_is_refused_leaves_the_form_to_be_sent_again(session, send):
    answer = send(path(session, "en"), mail="a@example.org", people="7", kind="FAMILY")

    assert answer.status_code == 422
    assert "at most" in answer.content.decode()
    assert not UsedChallenge.objects.exists()


@pytest.mark.parametrize(
    "changed",
    [
        {"state": SessionState.CANCELLED, "cancelled_because": both("ill")},
        {"closes_at": AFTERNOON - timedelta(days=8)},
    ],
)
def test_a_session_that_closes_meanwhile_says_so(session, centre, changed):
    page = Client().get(path(session)).content.decode()
    for name, value in changed.items():
        setattr(session, name, value)
    session.save()
    with clock.stopped_at(clock.now() + YOUNGEST):
        answer = Client().post(path(session), filled(page, mail="a@example.org"))

    assert answer.status_code == 409
    assert not Registration.objects.exists()


def test_a_draft_and_a_visit_of_a_group_are_shown_to_nobody(centre):
    activity = make_activity(centre)
    hidden = [
        make_session(activity, state=SessionState.DRAFT),
        make_session(activity, by_request=True),
        make_session(activity, training=True),
    ]

    assert {Client().get(path(one)).status_code for one in hidden} == {404}


def test_machines_read_the_session_as_an_event(session):
    page = Client().get(path(session, "nl")).content.decode()

    (said,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page)
    event = json.loads(said)
    assert event["@type"] == "Event"
    assert event["startDate"] == "2026-11-25T13:30:00+01:00"
    assert event["eventAttendanceMode"] == "https://schema.org/MixedEventAttendanceMode"
    assert [where["@type"] for where in event["location"]] == ["Place", "VirtualLocation"]
    assert event["eventStatus"] == "https://schema.org/EventScheduled"
    assert event["isAccessibleForFree"] is True


def test_what_somebody_writes_in_a_title_ends_no_data_block(centre):
    activity = make_activity(centre, title="</script><script>alert(1)</script>")
    page = Client().get(path(make_session(activity))).content.decode()

    assert "<script>alert" not in page


def test_nobody_who_leads_it_and_no_way_in_is_on_the_page(centre):
    session = make_session(
        make_activity(centre), online=5, video="ADDRESS", video_address="https://video.example/x"
    )

    assert "video.example" not in Client().get(path(session)).content.decode()


def test_the_form_on_paper_asks_the_same(session):
    screen = Client().get(path(session, "en")).content.decode()
    paper = Client().get(f"{path(session, 'en')}paper/").content.decode()

    for label in ("For whom?", "First name, true or invented", "Mail address", "Telephone"):
        assert label in screen and label in paper
    assert "<input" not in paper


def test_registering_owes_one_letter(session, send):
    send(path(session), mail="a@example.org")

    kinds = [job.args["kind"] for job in ProcrastinateJob.objects.filter(task_name="letters.send")]
    assert kinds == [LetterKind.CONFIRMATION]
