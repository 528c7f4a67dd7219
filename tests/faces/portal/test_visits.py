"""A class asks to come: dates back and forth on one page, agreed at once with its room."""

from datetime import timedelta

import pytest
from django.test import Client

from phare.activities.actions import propose_dates
from phare.activities.choices import Presence, RequestState, SessionState, Side
from phare.activities.models import GroupRequest, RoomUse, Seat, Session
from phare.activities.visit_links import link_of_request
from phare.faces.shared.gate.stamps import YOUNGEST
from phare.ground import clock
from tests.factories.activities import (
    AFTERNOON,
    make_activity,
    make_group_request,
    make_room,
)
from tests.gate import filled

pytestmark = pytest.mark.django_db
ASKED = {
    "kind": "CLASS",
    "organisation": "École du Fanal",
    "name": "Camille",
    "mail": "c@example.org",
    "people": "22",
}


@pytest.fixture
def activity(centre):
    return make_activity(centre, on_request=True, preparation={"fr": "Une question", "nl": "Vraag"})


@pytest.fixture
def proposed(centre, activity):
    """A request the centre has answered with a date."""
    request = make_group_request(centre)
    make_room(centre, capacity=30)
    propose_dates(
        request,
        dates=[(AFTERNOON, AFTERNOON + timedelta(hours=2))],
        activity=activity,
        answer="Avec plaisir",
    )
    return GroupRequest.objects.get()


def path(request, act=""):
    return f"/en/visit/{link_of_request(request)}/{act}"


def test_a_class_asks_and_has_a_page_of_its_own(centre, activity, send):
    answer = send("/en/visit/", **ASKED, activity=activity.key, date1="2026-11-25T13:30")

    request = GroupRequest.objects.get()
    assert (request.organisation, request.people, request.state) == ("École du Fanal", 22, "ASKED")
    assert request.activity == activity
    page = Client().get(answer.headers["Location"]).content.decode()
    assert "We have your request." in page and "13:30" in page


def test_without_script_a_class_confirms_once(centre, send):
    confirm = send("/en/visit/", work=False, **ASKED)

    assert "One more click" in confirm.content.decode()
    assert not GroupRequest.objects.exists()


def test_the_same_request_sent_twice_is_one(centre):
    page = Client().get("/en/visit/").content.decode()
    given = filled(page, **ASKED)
    with clock.stopped_at(clock.now() + YOUNGEST):
        first, second = (Client().post("/en/visit/", given) for _ in range(2))

    assert first.headers["Location"] == second.headers["Location"]
    assert GroupRequest.objects.count() == 1


def test_what_is_missing_is_said_and_the_rest_is_kept(centre, send):
    answer = send("/en/visit/", **{**ASKED, "organisation": "", "date1": "2020-01-01T10:00"})

    page = answer.content.decode()
    assert answer.status_code == 422
    assert 'value="Camille"' in page and "Choose a day to come." in page


def test_a_group_takes_one_of_the_dates(proposed):
    page = Client().get(path(proposed)).content.decode()
    assert "Avec plaisir" in page and "This one" in page

    fields = {"date": filled(page)["date"]}
    answers = [Client().post(path(proposed, "agree/"), fields) for _ in range(2)]

    assert {one.status_code for one in answers} == {303}
    proposed.refresh_from_db()
    assert proposed.state == RequestState.AGREED
    assert (Session.objects.count(), RoomUse.objects.count(), Seat.objects.count()) == (1, 1, 1)
    assert "We expect you." in Client().get(path(proposed)).content.decode()


def test_a_group_proposes_other_dates(proposed):
    answer = Client().post(path(proposed, "propose/"), {"date1": "2026-12-02T09:30"})

    assert answer.status_code == 303
    proposed.refresh_from_db()
    assert proposed.state == RequestState.COUNTERED
    empty = Client().post(path(proposed, "propose/"), {})
    assert empty.status_code == 422


def test_a_group_withdraws_and_its_room_is_free_again(proposed):
    page = Client().get(path(proposed)).content.decode()
    Client().post(path(proposed, "agree/"), {"date": filled(page)["date"]})

    Client().post(path(proposed, "withdraw/"))

    proposed.refresh_from_db()
    assert proposed.state == RequestState.WITHDRAWN
    assert Session.objects.get().state == SessionState.CANCELLED
    assert set(Session.objects.get().cancelled_because) == {"fr", "nl", "en", "de"}
    assert not RoomUse.objects.exists()


def test_what_is_settled_cannot_be_proposed_again(proposed):
    Client().post(path(proposed, "withdraw/"))

    answer = Client().post(path(proposed, "propose/"), {"date1": "2026-12-02T09:30"})

    assert answer.status_code == 409


def test_a_date_one_proposed_oneself_cannot_be_agreed_on_alone(centre, activity):
    request = make_group_request(centre, dates=[AFTERNOON], side=Side.GROUP, activity=activity)
    own = request.pk

    answer = Client().post(path(request, "agree/"), {"date": own})

    assert answer.status_code == 409
    assert not Session.objects.exists()


def test_the_sheet_to_prepare_and_the_certificate_of_a_group(proposed):
    page = Client().get(path(proposed)).content.decode()
    Client().post(path(proposed, "agree/"), {"date": filled(page)["date"]})
    assert "Une question" in Client().get(f"/fr/visit/{path(proposed)[10:]}sheet/").content.decode()

    early = Client().post(path(proposed, "certificate.pdf"), {"name": "6e B"})
    Seat.objects.update(presence=Presence.PRESENT)
    paper = Client().post(path(proposed, "certificate.pdf"), {"name": "6e B"})

    assert early.status_code == 409
    assert paper.content.startswith(b"%PDF")


def test_a_link_that_is_cut_opens_nothing(proposed):
    assert Client().get(path(proposed)[:-5] + "/").status_code == 404


def test_the_form_on_paper_asks_the_same(centre, activity):
    paper = Client().get("/en/visit/paper/").content.decode()

    for label in ("School or organisation", "Contact person", "How many people?"):
        assert label in paper
    assert "<input" not in paper
