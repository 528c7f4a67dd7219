"""Each language of the house writes hours, numbers and waits in its own way."""

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phare.faces.shared import wording

NB = "\u00a0"
NARROW = "\u202f"


@pytest.mark.parametrize(
    ("language", "written"),
    [("fr", f"33{NARROW}060"), ("nl", "33.060"), ("en", "33,060"), ("de", "33.060")],
)
def test_thousands_are_grouped_as_the_language_does(language, written):
    assert wording.number(33060, language) == written


@pytest.mark.parametrize(
    ("language", "written"),
    [("fr", f"11,98{NARROW}%"), ("nl", "11,98%"), ("en", "11.98%"), ("de", f"11,98{NB}%")],
)
def test_a_percentage_keeps_its_decimals_and_its_space(language, written):
    assert wording.percent(11.98, language, 2) == written


def test_a_negative_number_has_a_real_minus():
    assert wording.number(-1200, "en") == "\u22121,200"


@pytest.mark.parametrize(
    ("language", "table", "sentence"),
    [
        ("fr", "13:30", "13:30"),
        ("nl", "13.30", f"13.30{NB}uur"),
        ("en", "13:30", "13:30"),
        ("de", "13:30", f"13:30{NB}Uhr"),
    ],
)
def test_an_hour_is_written_as_each_language_does(language, table, sentence):
    at = time(13, 30)

    assert wording.hour(at, language) == table
    assert wording.hour(at, language, running=True) == sentence


@pytest.mark.parametrize(
    ("language", "written"),
    [
        ("fr", f"10{NB}à{NB}20{NB}min"),
        ("nl", f"10{NB}tot{NB}20{NB}min"),
        ("en", f"10{NB}to{NB}20{NB}min"),
        ("de", f"10{NB}bis{NB}20{NB}Min."),
    ],
)
def test_a_wait_is_a_range_in_words(language, written):
    assert wording.wait_range(10, 20, language) == written


@pytest.mark.parametrize(
    ("language", "written"),
    [("fr", "tout de suite"), ("nl", "meteen"), ("en", "right away"), ("de", "sofort")],
)
def test_no_wait_is_said_so(language, written):
    assert wording.wait_range(0, 1, language) == written


def test_a_wait_from_nothing_is_told_by_its_end():
    assert wording.wait_range(0, 5, "en") == f"less than{NB}5{NB}min"


def test_a_long_wait_is_told_in_hours():
    assert wording.wait_range(95, 120, "fr") == f"1{NB}h{NB}35 à 2{NB}h"


def test_the_board_writes_a_wait_without_a_word():
    assert wording.wait_short(10, 20, "de") == f"10\u201320{NB}Min."


def test_where_there_is_no_room_no_wait_still_is_a_word_and_never_a_nought():
    assert wording.wait_short(0, 0, "nl") == "meteen"
    assert wording.wait_short(0, 15, "fr") == f"<{NB}15{NB}min"


def test_a_text_falls_back_and_says_in_which_language_it_is():
    assert wording.said({"nl": "Werken", "fr": ""}, "de") == ("Werken", "nl")
    assert wording.said({"nl": "Werken", "fr": "Travailler"}, "fr-be") == ("Travailler", "fr")
    assert wording.said("plain", "nl") == ("plain", "nl")
    assert wording.said(None, "nl") == ("", "nl")


@given(st.integers(0, 300), st.integers(0, 300), st.sampled_from(wording.LANGUAGES))
def test_every_wait_can_be_said_in_every_language(one, other, language):
    low, high = sorted((one, other))

    assert wording.wait_range(low, high, language).strip()
