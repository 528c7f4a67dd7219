"""The paper pack: printed beforehand, typed in once."""

import pytest

from phare.contacts.models import Contact
from phare.tickets.models import Ticket
from tests.faces.desk.conftest import signed_in
from tests.factories.people import make_person

LINE = {
    "number": "1",
    "theme": "work",
    "language": "fr",
    "taken": "09:40",
    "called": "09:55",
    "outcome": "SERVED",
}


@pytest.fixture
def client(centre):
    return signed_in(make_person(centre, "RECEPTION"))


def typed(*lines, day="2026-11-17"):
    sent = {"day": day, "row-TOTAL_FORMS": "15", "row-INITIAL_FORMS": "0"}
    for i, line in enumerate(lines):
        sent |= {f"row-{i}-{name}": value for name, value in line.items()}
    return sent


def test_the_pack_holds_numbers_and_a_tally_for_each_half_hour(client):
    page = client.get("/en/reception/fallback/pack/?first=5&tickets=3").content.decode()

    assert page.count('class="f-number"') == 3
    assert "<i>F</i>5" in page and "<i>F</i>7" in page
    assert "9:30" in page and "15:30" in page
    assert 'lang="fr"' in page and 'lang="nl"' in page


def test_lines_become_tickets_with_their_hours_and_contacts(client):
    answer = client.post(
        "/en/reception/fallback/enter/",
        typed(LINE, LINE | {"number": "2", "called": "", "outcome": "LEFT"}),
    )

    assert answer.status_code == 303
    assert list(Ticket.objects.order_by("number").values_list("series", "number", "state")) == [
        ("F", 1, "DONE"),
        ("F", 2, "LEFT"),
    ]
    contact = Contact.objects.get()
    assert (str(contact.day), contact.half_day, contact.themes) == (
        "2026-11-17",
        "MORNING",
        ["work"],
    )


def test_sent_twice_it_counts_once_and_says_why(client):
    client.post("/en/reception/fallback/enter/", typed(LINE))

    answer = client.post("/en/reception/fallback/enter/", typed(LINE, LINE | {"number": "9"}))

    page = answer.content.decode()
    assert answer.status_code == 422
    assert "This number is written already" in page
    assert 'value="09:40"' in page
    assert 'value="9"' not in page
    assert Contact.objects.count() == 2


def test_a_wrong_line_is_explained_and_nothing_is_written_yet(client):
    answer = client.post(
        "/en/reception/fallback/enter/",
        typed(
            LINE,
            LINE | {"number": "2", "called": "09:10"},
            LINE | {"number": "3", "called": ""},
        ),
    )

    page = answer.content.decode()
    assert answer.status_code == 422
    assert "F 2 · Called at · Called before it was taken: look at the hours." in page
    assert "F 3 · Called at · Somebody served was called: at what hour?" in page
    assert 'value="09:10"' in page
    assert not Ticket.objects.exists()


def test_an_hour_that_has_not_come_yet_is_refused(client):
    answer = client.post(
        "/en/reception/fallback/enter/",
        typed(LINE | {"taken": "23:00", "called": "23:30"}, day="2026-11-18"),
    )

    page = answer.content.decode()
    assert answer.status_code == 422
    assert "F 1 · Called at · This hour has not come yet." in page
    assert 'value="23:30"' in page
    assert not Ticket.objects.exists()


@pytest.mark.parametrize("day", ["2026-11-19", "2026-10-01", "soon"])
def test_a_day_that_cannot_be_is_refused(client, day):
    answer = client.post("/en/reception/fallback/enter/", typed(LINE, day=day))

    assert answer.status_code == 422
    assert 'value="09:40"' in answer.content.decode()
    assert not Ticket.objects.exists()


def test_a_counsellor_types_no_pack_in(centre):
    client = signed_in(make_person(centre))

    assert client.post("/en/reception/fallback/enter/", typed(LINE)).status_code == 403
