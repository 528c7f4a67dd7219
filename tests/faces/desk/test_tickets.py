"""One ticket at reception: corrected, moved, put first, ended, given back."""

import pytest

from phare.tickets import actions
from phare.tickets.models import Ticket
from tests.faces.desk.conftest import signed_in
from tests.factories.centres import make_centre
from tests.factories.people import make_open_desk, make_person
from tests.factories.tickets import make_ticket


@pytest.fixture
def client(centre):
    return signed_in(make_person(centre, "RECEPTION"))


def test_a_ticket_is_undone_and_counts_nowhere(centre, client):
    ticket = make_ticket(centre)

    client.post(f"/en/reception/ticket/{ticket.pk}/undo/")

    ticket.refresh_from_db()
    assert ticket.state == "CANCELLED"


def test_a_ticket_is_corrected_and_keeps_its_number(centre, client):
    ticket = make_ticket(centre)

    client.post(
        f"/en/reception/ticket/{ticket.pk}/correct/",
        {"language": "nl", "theme": "learn", "people": "2"},
    )

    corrected = Ticket.objects.get()
    assert (corrected.series, corrected.number, corrected.theme, corrected.language) == (
        ticket.series,
        ticket.number,
        "learn",
        "nl",
    )


def test_a_correction_that_cannot_be_right_comes_back(centre, client):
    ticket = make_ticket(centre)

    answer = client.post(
        f"/en/reception/ticket/{ticket.pk}/correct/",
        {"language": "xx", "theme": "learn", "people": "0"},
    )

    assert answer.status_code == 422
    assert 'value="0"' in answer.content.decode()


def test_a_ticket_goes_to_a_desk_and_back_to_whoever_is_free(centre, client):
    opened, ticket = make_open_desk(centre), make_ticket(centre)

    client.post(f"/en/reception/ticket/{ticket.pk}/assign/", {"desk": opened.desk_id})
    ticket.refresh_from_db()
    assert ticket.for_desk == opened.desk

    client.post(f"/en/reception/ticket/{ticket.pk}/assign/", {"desk": ""})
    ticket.refresh_from_db()
    assert ticket.for_desk is None


def test_somebody_at_a_desk_is_not_moved_from_reception(centre, client):
    opened = make_open_desk(centre)
    make_ticket(centre)
    ticket = actions.call_next(opened, centre=centre)

    page = client.post(
        f"/en/reception/ticket/{ticket.pk}/assign/", {"desk": ""}, follow=True
    ).content.decode()

    ticket.refresh_from_db()
    assert ticket.state == "CALLED"
    assert "no longer possible" in page


@pytest.mark.parametrize(("reason", "priority"), [("TRAIN", 1), ("", 0), ("BECAUSE", 0)])
def test_priority_needs_a_reason_of_the_list(centre, client, reason, priority):
    ticket = make_ticket(centre)

    client.post(f"/en/reception/ticket/{ticket.pk}/first/", {"reason": reason})

    ticket.refresh_from_db()
    assert ticket.priority == priority


def test_somebody_who_missed_the_call_gets_the_place_back(centre, client):
    opened = make_open_desk(centre)
    make_ticket(centre)
    ticket = actions.mark_no_show(actions.call_next(opened, centre=centre))
    assert "Missed their call" in client.get("/en/reception/today/").content.decode()

    client.post(f"/en/reception/ticket/{ticket.pk}/return/")

    ticket.refresh_from_db()
    assert ticket.state == "WAITING"


def test_somebody_who_left_is_counted_as_left(centre, client):
    ticket = make_ticket(centre)

    client.post(f"/en/reception/ticket/{ticket.pk}/left/")

    ticket.refresh_from_db()
    assert ticket.state == "LEFT"


def test_reception_calls_a_number_to_a_free_desk_and_not_to_a_busy_one(centre, client):
    opened = make_open_desk(centre)
    first, second = make_ticket(centre), make_ticket(centre)

    client.post(f"/en/reception/ticket/{second.pk}/call/", {"desk": opened.desk_id})
    page = client.post(
        f"/en/reception/ticket/{first.pk}/call/", {"desk": opened.desk_id}, follow=True
    ).content.decode()

    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.state, second.state) == ("WAITING", "CALLED")
    assert "Somebody is at that desk already." in page


@pytest.mark.parametrize(
    "act", ["", "correct/", "assign/", "first/", "left/", "undo/", "return/", "call/"]
)
def test_a_ticket_of_another_centre_is_not_found(centre, client, act):
    ticket = make_ticket(make_centre("annex", centre.network))
    address = f"/en/reception/ticket/{ticket.pk}/{act}"

    answer = client.post(address) if act else client.get(address)

    assert answer.status_code == 404


def test_nothing_changes_by_following_a_link(centre, client):
    ticket = make_ticket(centre)

    assert client.get(f"/en/reception/ticket/{ticket.pk}/left/").status_code == 405
