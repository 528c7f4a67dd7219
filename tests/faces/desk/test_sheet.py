"""The next-steps sheet: handed over, kept nowhere."""

import logging
import re
from datetime import timedelta

import pytest

from phare.contacts.models import Counter
from tests.faces.desk.conftest import signed_in
from tests.factories.activities import (
    AFTERNOON,
    make_activity,
    make_room,
    make_seat,
    make_session,
)
from tests.factories.people import make_counsellor

ADDRESS = "/en/desk/sheet/"


@pytest.fixture
def client(centre):
    return signed_in(make_counsellor(centre))


def test_lines_are_added_one_by_one_without_script(client):
    page = client.post(
        ADDRESS, {"line": ["Call the school"], "new": "Tuesday 24, 14:00", "do": "add"}
    ).content.decode()

    assert page.index('value="Call the school"') < page.index('value="Tuesday 24, 14:00"')


def test_a_line_is_removed(client):
    page = client.post(ADDRESS, {"line": ["One", "Two"], "do": "remove-0"}).content.decode()

    assert 'value="One"' not in page
    assert 'value="Two"' in page


def test_the_paper_speaks_the_language_of_the_visitor_and_is_counted(centre, client):
    answer = client.post(ADDRESS, {"line": ["Bel de school"], "do": "print", "in": "nl"})

    assert '<html lang="nl"' in answer.content.decode()
    counter = Counter.objects.get(counted="SHEET")
    assert (counter.value, counter.language) == (1, "nl")


def test_the_code_holds_the_text_itself(client):
    page = client.post(ADDRESS, {"line": ["Call the school"], "do": "qr"}).content.decode()

    assert "<svg" in page
    assert "data:" not in page
    assert Counter.objects.get(counted="SHEET").value == 1


def test_a_sheet_printed_twice_and_shown_is_one_sheet(client):
    page = client.post(ADDRESS, {"new": "Call the school", "do": "add"}).content.decode()
    key = re.search(r'name="key" value="([^"]+)"', page)[1]

    for do in ("print", "print", "qr"):
        client.post(ADDRESS, {"line": ["Call the school"], "do": do, "key": key})

    assert Counter.objects.get(counted="SHEET").value == 1


def test_a_text_too_long_for_a_code_says_so(client):
    page = client.post(ADDRESS, {"line": ["x" * 190] * 6, "do": "qr"}).content.decode()

    assert "too long for a code" in page
    assert not Counter.objects.exists()


def test_a_national_number_is_masked(client):
    page = client.post(ADDRESS, {"new": "Mine is 85.07.30-033 28", "do": "add"}).content.decode()

    assert "033" not in page


def test_nothing_of_it_is_kept(client, caplog):
    with caplog.at_level(logging.DEBUG):
        answer = client.post(ADDRESS, {"new": "canari Zwartkop", "do": "print"})

    assert answer["Cache-Control"] == "no-store"
    assert "Zwartkop" not in caplog.text
    assert "Zwartkop" not in str(dict(client.session))


@pytest.fixture
def session(centre):
    activity = make_activity(centre, title="Atelier CV")
    return make_session(activity, rooms=[make_room(centre)], on_site=1, online=5)


def test_a_session_to_come_is_added_in_one_click_in_the_language_of_the_sheet(client, session):
    form = {"line": ["Bel de school"], "in": "nl", "do": f"session-{session.key}"}

    first = client.post(ADDRESS, form).content.decode()
    lines = re.findall(r'name="line" value="([^"]+)"', first)
    again = client.post(ADDRESS, form | {"line": lines}).content.decode()

    said = "Atelier CV (nl) · woensdag 25 november, 13.30\u00a0uur · Room R1 (nl) / online · FR"
    assert lines == ["Bel de school", said]
    assert re.findall(r'name="line" value="([^"]+)"', again) == lines


def test_sessions_about_the_theme_of_the_interview_are_offered_first(centre, client, session):
    other = make_session(make_activity(centre, title="Créer", themes=["start"]))

    def offered(theme):
        page = client.post(ADDRESS, {"about": theme}).content.decode()
        return re.findall(r'value="session-([^"]+)"', page)

    assert offered("start") == [other.key]
    assert offered("work") == [session.key]
    assert sorted(offered("")) == sorted(offered("move")) == sorted([other.key, session.key])


def test_only_what_one_can_still_come_to_is_offered_or_added(centre, client, session):
    make_seat(session)
    because = {"fr": "Malade", "nl": "Ziek"}
    gone = make_session(
        make_activity(centre, title="Fini"), state="CANCELLED", cancelled_because=because
    )

    page = client.post(ADDRESS, {"do": f"session-{gone.key}"}).content.decode()

    assert "Fini" not in page
    assert 'name="line"' not in page


def test_offering_sessions_costs_the_same_for_one_and_for_three(
    centre, client, django_assert_num_queries
):
    def offer():
        client.post(ADDRESS, {"new": "One"})

    for hours in range(3):
        make_session(make_activity(centre), starts_at=AFTERNOON + timedelta(hours=hours))
        if hours in (0, 2):
            with django_assert_num_queries(9):
                offer()
