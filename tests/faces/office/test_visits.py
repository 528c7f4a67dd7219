"""The office answers groups: who waits, dates, agreed or not, and only for those who plan."""

import pytest
from django.test import Client

from phare.activities.choices import RequestState
from phare.activities.models import DateProposal, Seat
from phare.ground import clock
from phare.people.choices import RoleKind
from tests.factories.activities import AFTERNOON, make_activity, make_group_request, make_room
from tests.factories.centres import MORNING, make_centre
from tests.factories.people import make_person

pytestmark = pytest.mark.django_db


@pytest.fixture
def centre():
    with clock.stopped_at(MORNING):
        yield make_centre()


@pytest.fixture
def planner(centre):
    client = Client()
    client.force_login(
        make_person(centre, RoleKind.MANAGER),
        backend="django.contrib.auth.backends.ModelBackend",
    )
    return client


@pytest.fixture
def request_of_a_class(centre):
    activity = make_activity(centre, on_request=True)
    return make_group_request(centre, dates=[AFTERNOON], activity=activity)


def test_whoever_waits_for_a_word_is_on_top(planner, centre, request_of_a_class):
    make_group_request(centre, state=RequestState.PROPOSED, organisation="Asked back")
    make_group_request(centre, state=RequestState.DECLINED, organisation="Declined")

    page = planner.get("/en/office/visits/").content.decode()

    order = [page.index(n) for n in (request_of_a_class.organisation, "Asked back", "Declined")]
    assert order == sorted(order)


def test_an_empty_list_says_so(planner):
    assert "Nobody waits for an answer" in planner.get("/en/office/visits/").content.decode()


def test_dates_are_proposed_with_a_word(planner, request_of_a_class):
    answer = planner.post(
        f"/en/office/visits/{request_of_a_class.pk}/propose/",
        {
            "activity": request_of_a_class.activity.key,
            "date1": "2026-12-02T09:30",
            "answer": "Avec plaisir",
        },
    )

    assert answer.status_code == 303
    request_of_a_class.refresh_from_db()
    assert request_of_a_class.state == RequestState.PROPOSED
    assert request_of_a_class.answer == "Avec plaisir"


def test_a_proposal_without_a_date_is_refused_and_kept(planner, request_of_a_class):
    answer = planner.post(
        f"/en/office/visits/{request_of_a_class.pk}/propose/",
        {"activity": request_of_a_class.activity.key, "answer": "Avec plaisir"},
    )

    assert answer.status_code == 422
    assert "Avec plaisir" in answer.content.decode()


def test_a_date_of_the_group_is_agreed_on_with_its_room(planner, centre, request_of_a_class):
    make_room(centre, "L", 40)
    proposal = DateProposal.objects.get()

    planner.post(f"/en/office/visits/{request_of_a_class.pk}/agree/", {"date": proposal.pk})

    request_of_a_class.refresh_from_db()
    assert request_of_a_class.state == RequestState.AGREED
    assert Seat.objects.get().people == 22


def test_a_room_that_is_not_free_is_said(planner, centre, request_of_a_class):
    make_room(centre, "S", 40)
    other = make_group_request(centre, dates=[AFTERNOON], activity=request_of_a_class.activity)
    for request in (other, request_of_a_class):
        proposal = DateProposal.objects.get(request=request)
        planner.post(f"/en/office/visits/{request.pk}/agree/", {"date": proposal.pk})

    page = planner.get(f"/en/office/visits/{request_of_a_class.pk}/").content.decode()
    assert "No room that is large enough is free then." in page
    assert Seat.objects.count() == 1


def test_a_group_is_told_why_it_is_not_possible(planner, request_of_a_class):
    address = f"/en/office/visits/{request_of_a_class.pk}/decline/"

    assert planner.post(address, {}).status_code == 422
    planner.post(address, {"because": "La maison est fermée."})

    request_of_a_class.refresh_from_db()
    assert request_of_a_class.state == RequestState.DECLINED


def test_reception_and_another_centre_do_not_answer(centre, request_of_a_class):
    address = f"/en/office/visits/{request_of_a_class.pk}/"
    other = make_centre("other", centre.network)
    client = Client()
    client.force_login(
        make_person(centre, RoleKind.RECEPTION),
        backend="django.contrib.auth.backends.ModelBackend",
    )
    stranger = Client(headers={"host": "other.localhost"})
    stranger.force_login(
        make_person(other, RoleKind.MANAGER),
        backend="django.contrib.auth.backends.ModelBackend",
    )

    assert client.get(address).status_code == 403
    assert stranger.get(address).status_code == 404


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_asks_the_same_whatever_its_length(
    planner, centre, rows, django_assert_num_queries
):
    for _ in range(rows):
        make_group_request(centre, dates=[AFTERNOON])

    with django_assert_num_queries(8):
        planner.get("/en/office/visits/")
