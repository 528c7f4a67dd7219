"""A table of dates is read whatever program wrote it, and no cell becomes a formula."""

from datetime import UTC, datetime

import pytest

from phare.activities import bringing
from phare.activities.bringing import Refused
from phare.activities.reading_sheet import EXAMPLE, TEMPLATE, harmless, read_sheet, words_of

SINCE = datetime(2026, 11, 18, tzinfo=UTC)
KNOWN = {
    "themes": words_of({"work": {"fr": "Travailler", "nl": "Werken"}}),
    "audiences": words_of({"youth": {"fr": "Jeunes", "nl": "Jongeren"}}),
    "languages": words_of({c: {"fr": n} for c, n in (("fr", "français"), ("nl", "néerlandais"))}),
}
HEAD = "titre_fr;titel_nl;thema;jour;début;fin;langues;salle;places"


def read(text, encoding="utf-8"):
    return read_sheet(text.encode(encoding), zone="Europe/Brussels", since=SINCE, known=KNOWN)


def line(**more):
    given = {
        "titre": "Atelier",
        "titel": "Workshop",
        "thema": "Travailler",
        "jour": "01/12/2026",
        "de": "13h30",
        "a": "15.30 uur",
        "langues": "français/nl",
        "salle": "R1",
        "places": "12",
    }
    return f"{HEAD}\n" + ";".join({**given, **more}.values())


def test_french_and_dutch_heads_words_days_and_hours_are_understood():
    row = read(line()).rows[0]

    assert (row.title, row.themes) == ({"fr": "Atelier", "nl": "Workshop"}, ("work",))
    assert (row.start, row.end) == (
        datetime(2026, 12, 1, 12, 30, tzinfo=UTC),
        datetime(2026, 12, 1, 14, 30, tzinfo=UTC),
    )
    assert (row.languages, row.where, row.on_site, row.online) == (("fr", "nl"), "R1", 12, None)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_every_usual_encoding_is_read(encoding):
    assert read(line(titre="Évaluer"), encoding).rows[0].title["fr"] == "Évaluer"


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ({"jour": "demain"}, bringing.NOT_A_DAY),
        ({"de": "25:00"}, bringing.NOT_AN_HOUR),
        ({"a": "13:00"}, bringing.BACKWARDS),
        ({"titre": "", "titel": ""}, bringing.NO_TITLE),
        ({"thema": "Dormir"}, bringing.UNKNOWN),
        ({"places": "douze"}, bringing.NOT_A_NUMBER),
        ({"jour": "01/12/2099"}, bringing.TOO_FAR),
    ],
)
def test_a_row_that_cannot_be_read_says_where_and_why(wrong, why):
    found = read(line(**wrong))

    assert found.rows == ()
    assert [(one.place, one.reason) for one in found.refused] == [("2", why)]
    assert str(found.refused[0])


def test_a_table_without_its_columns_says_which_one():
    with pytest.raises(Refused) as refused:
        read("titre_fr;jour\nAtelier;2026-12-01")

    assert refused.value.values == {"column": "start"}


def test_a_quotation_mark_left_open_is_said_and_the_rows_before_are_kept():
    found = read(line() + '\n"Atelier;x')

    assert len(found.rows) == 1
    assert found.refused[-1].reason == bringing.QUOTE


def test_the_template_reads_itself():
    text = f"{','.join(TEMPLATE)}\n" + ",".join(f'"{cell}"' for cell in EXAMPLE)

    assert len(read(text).rows) == 1


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@x", "\tx"])
def test_no_cell_is_a_formula_and_reading_gives_back_what_was_written(cell):
    assert harmless(cell) == f"'{cell}"
    if cell != "\tx":
        assert read(line(titre=harmless(cell))).rows[0].title["fr"] == cell


def test_what_is_over_is_counted_and_left_out():
    assert read(line(jour="01/10/2026")).over == 1
