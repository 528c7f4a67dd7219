"""The next-steps sheet: handed over, kept nowhere."""

import logging
import re

import pytest

from phare.contacts.models import Counter
from tests.faces.desk.conftest import signed_in
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
