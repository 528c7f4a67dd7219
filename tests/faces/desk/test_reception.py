"""Reception: requests become tickets, and what may happen to them there."""

import logging
import re
import uuid
from datetime import timedelta

import pytest

from phare.activities.actions import mark_seat
from phare.centres.choices import ScreenKind
from phare.centres.models import Screen
from phare.faces.desk.house import wait_rows
from phare.ground import clock
from phare.tickets import actions
from phare.tickets.actions import add_cue, ask_for_help
from phare.tickets.models import HelpCall, Ticket
from tests.faces.desk.conftest import signed_in
from tests.factories.activities import make_activity, make_seat, make_session
from tests.factories.centres import MORNING
from tests.factories.people import make_open_desk, make_person
from tests.factories.tickets import make_ticket


@pytest.fixture
def client(centre):
    return signed_in(make_person(centre, "RECEPTION"))


def asked(**more):
    return {"key": uuid.uuid4(), "language": "fr", "theme": "work", "people": "1"} | more


def test_a_request_becomes_a_ticket_that_is_printed(client):
    answer = client.post("/en/reception/give/", asked())

    ticket = Ticket.objects.get()
    assert answer.status_code == 303
    assert (ticket.series, ticket.number, ticket.language, ticket.source) == (
        "T",
        1,
        "fr",
        "RECEPTION",
    )
    page = client.get(answer["Location"]).content.decode()
    assert "data-print-now" in page
    assert 'class="slip printonly"' in page


def test_without_paper_nothing_is_printed(client):
    answer = client.post("/en/reception/give/", asked(without="1"))

    page = client.get(answer["Location"]).content.decode()
    assert "data-print-now" not in page
    assert "Undo" in page


def test_the_same_form_sent_twice_gives_one_ticket(client):
    form = asked(reason="CHILD")

    client.post("/en/reception/give/", form)
    client.post("/en/reception/give/", form)

    ticket = Ticket.objects.get()
    assert (ticket.priority, ticket.priority_reason) == (1, "CHILD")


def test_a_question_not_known_yet_is_a_full_answer(client):
    client.post("/en/reception/give/", asked(theme="unknown", people="4", signing="on"))

    ticket = Ticket.objects.get()
    assert (ticket.series, ticket.theme, ticket.people, ticket.signing) == ("R", "", 4, True)


def test_a_request_without_a_theme_comes_back_with_what_was_typed(client):
    answer = client.post(
        "/en/reception/give/", {"key": uuid.uuid4(), "language": "nl", "people": "3"}
    )

    page = answer.content.decode()
    assert answer.status_code == 422
    assert 'role="alert"' in page
    assert re.search(r'value="nl"[^>]* checked', page)
    assert 'value="3"' in page
    assert not Ticket.objects.exists()


def test_after_the_last_ticket_reception_decides(centre, client):
    actions.stop_tickets(centre=centre, day=make_ticket(centre).day)

    refused = client.post("/en/reception/give/", asked())
    given = client.post("/en/reception/give/", asked(after_last="on"))

    assert (refused.status_code, given.status_code) == (422, 303)
    assert Ticket.objects.count() == 2


def test_words_suggest_and_choose_nothing(centre, client):
    add_cue(centre=centre, theme="learn", language="fr", word="formation")

    page = client.post(
        "/en/reception/suggest/",
        {"words": "je cherche une formation en soirée"},
        HTTP_HX_REQUEST="true",
    ).content.decode()

    assert 'for="id_theme_1"' in page
    assert 'for="id_language_0"' in page
    assert "checked" not in page


def test_words_are_in_no_table_no_log_and_no_session(centre, client, caplog):
    with caplog.at_level(logging.DEBUG):
        client.post("/en/reception/suggest/", {"words": "canari Zwartkop"})

    assert "Zwartkop" not in caplog.text
    assert "Zwartkop" not in str(dict(client.session))
    assert not Ticket.objects.exists()


def test_words_without_script_come_back_on_the_whole_page(centre, client):
    add_cue(centre=centre, theme="work", language="fr", word="emploi")

    page = client.post("/en/reception/suggest/", {"words": "un emploi"}).content.decode()

    assert "New request" in page
    assert 'for="id_theme_2"' in page


def test_words_do_not_travel_in_an_address(client):
    assert client.get("/en/reception/suggest/?words=emploi").status_code == 405


def test_going_to_a_kiosk_ends_its_call_for_help(centre, client):
    screen = Screen.objects.create(centre=centre, kind=ScreenKind.KIOSK, name="Door")
    ask_for_help(screen, centre=centre, language="fr")
    asked = ask_for_help(screen, centre=centre, language="nl")
    assert "Door" in client.get("/en/reception/today/").content.decode()

    client.post(f"/en/reception/help/{asked.pk}/")

    assert not HelpCall.objects.exists()


def test_a_counsellor_does_not_receive(centre):
    assert signed_in(make_person(centre)).get("/en/reception/").status_code == 403


def test_the_wait_says_which_desk_is_free(centre, client):
    make_open_desk(centre)

    page = client.get("/en/reception/wait/?theme=work&language=fr").content.decode()

    assert "is free" in page
    assert "right away" in page


@pytest.mark.parametrize("people", [1, 3])
def test_the_floor_costs_the_same_whoever_waits(centre, client, people, django_assert_num_queries):
    for number in range(people):
        make_open_desk(centre, number=number + 1)
        make_ticket(centre)

    with django_assert_num_queries(23):
        page = client.get("/en/reception/floor/").content.decode()

    assert page.count('class="q"') == people


@pytest.mark.parametrize("people", [1, 3])
def test_the_day_costs_the_same_whoever_missed_a_call(
    centre, client, people, django_assert_num_queries
):
    opened = make_open_desk(centre)
    for _ in range(people):
        make_ticket(centre)
        actions.mark_no_show(actions.call_next(opened, centre=centre))

    with django_assert_num_queries(16):
        page = client.get("/en/reception/today/").content.decode()

    assert page.count("Is here after all") == people


def test_reception_is_reminded_of_the_last_ticket_until_it_is_given(centre, client):
    with clock.stopped_at(MORNING.replace(hour=14, minute=20)):
        assert "time for the last ticket" not in client.get("/en/reception/").content.decode()
    with clock.stopped_at(MORNING.replace(hour=15, minute=45)):
        assert "time for the last ticket" in client.get("/en/reception/").content.decode()
        client.post("/en/reception/closing/no-more/")
        assert "time for the last ticket" not in client.get("/en/reception/").content.decode()


def test_the_paper_speaks_the_language_of_the_visitor(centre, client):
    answer = client.post("/fr/reception/give/", asked(language="nl"))

    page = client.get(answer["Location"]).content.decode()

    assert '<html lang="fr"' in page
    paper = page[page.index('<div class="printonly" lang="nl">') :]
    assert "Papieren ticket" in paper


def test_a_floor_that_did_not_change_is_not_sent_again(client):
    first = client.get("/en/reception/floor/")

    again = client.get("/en/reception/floor/", HTTP_IF_NONE_MATCH=first["ETag"])

    assert again.status_code == 304


def test_a_desk_that_is_free_is_no_minutes_in_the_table_of_who_waits(centre):
    make_open_desk(centre)

    _codes, rows = wait_rows(centre)

    work = next(row for row in rows if row.code == "work")
    assert work.cells[0] == (0, "0")


def test_the_day_shows_its_sessions_with_who_is_expected_and_who_is_here(centre, client):
    session = make_session(make_activity(centre), starts_at=MORNING + timedelta(hours=1), on_site=9)
    make_seat(session)
    mark_seat(make_seat(session))
    over = make_session(make_activity(centre), starts_at=MORNING - timedelta(hours=3))

    page = client.get("/en/reception/").content.decode()

    assert "2 registered of 9, 1 here" in page
    assert f"/en/desk/activities/{session.key}/checkin/" in page
    assert over.key not in page
