"""The closing ritual: last ticket, who is left, and a way back."""

import pytest

from phare.tickets.models import ServiceDay
from tests.faces.desk.conftest import signed_in
from tests.factories.people import make_person
from tests.factories.tickets import make_ticket


@pytest.fixture
def client(centre):
    return signed_in(make_person(centre, "RECEPTION"))


def test_the_page_proposes_when_to_give_the_last_ticket(client):
    page = client.get("/en/reception/closing/").content.decode()

    assert "Advice closes at 16:00. Give the last ticket around 15:40." in page


def test_no_more_tickets_are_given(centre, client):
    client.post("/en/reception/closing/no-more/")

    assert ServiceDay.objects.get(centre=centre).state == "LAST_CALL"


def test_closing_counts_who_was_not_served_and_may_be_undone(centre, client):
    ticket = make_ticket(centre)

    page = client.post("/en/reception/closing/close/", {"sure": "1"}, follow=True).content.decode()

    ticket.refresh_from_db()
    assert ticket.state == "NOT_SERVED"
    assert "1 person was not served" in page
    client.post("/en/reception/closing/reopen/")
    assert ServiceDay.objects.get(centre=centre).state == "OPEN"
    client.post(f"/en/reception/ticket/{ticket.pk}/return/")
    ticket.refresh_from_db()
    assert ticket.state == "WAITING"


def test_nobody_is_sent_away_without_saying_so(centre, client):
    ticket = make_ticket(centre)

    answer = client.post("/en/reception/closing/close/")

    ticket.refresh_from_db()
    assert answer.status_code == 422
    assert "Tick this first" in answer.content.decode()
    assert ticket.state == "WAITING"
    assert not ServiceDay.objects.filter(state="CLOSED").exists()


def test_an_empty_queue_is_closed_without_a_question(centre, client):
    page = client.get("/en/reception/closing/").content.decode()

    client.post("/en/reception/closing/close/")

    assert 'name="sure"' not in page
    assert ServiceDay.objects.get(centre=centre).state == "CLOSED"


def test_all_who_were_not_served_take_their_places_again_at_once(centre, client):
    tickets = [make_ticket(centre) for _ in range(3)]
    client.post("/en/reception/closing/close/", {"sure": "1"})
    client.post("/en/reception/closing/reopen/")

    page = client.post("/en/reception/closing/return/", follow=True).content.decode()
    again = client.post("/en/reception/closing/return/", follow=True).content.decode()

    assert "3 people have their old places back." in page
    assert "0 people" in again
    for ticket in tickets:
        ticket.refresh_from_db()
        assert ticket.state == "WAITING"


@pytest.mark.parametrize("step", ["no-more", "close", "return", "reopen"])
def test_only_reception_closes_the_day(centre, step):
    client = signed_in(make_person(centre))

    assert client.post(f"/en/reception/closing/{step}/").status_code == 403
    assert not ServiceDay.objects.exists()
