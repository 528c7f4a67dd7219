import csv
from pathlib import Path

import pytest
from django.utils import translation

from phare.indicators import refusals
from phare.indicators.definitions import PeriodKind, Precision
from phare.indicators.refusals import Refusal
from tests.factories.figures import PUBLISHED, published, reading

HEAD = "year,indicator,breakdown,value,source\n"
GOOD = "2021,contacts,total,33060,report\n"
SHARED = Path(__file__).parents[3] / "shared" / "data" / "figures"


def said(found):
    return [(r.line, r.column, r.reason) for r in found.refused]


def test_the_file_of_the_demo_is_read_without_a_refusal():
    found = reading(published())

    assert found.refused == ()
    assert len(found.figures) == len(PUBLISHED.read_text().splitlines()) - 1


@pytest.mark.parametrize("name", ["published_figures.csv", "published_figures_external.csv"])
def test_every_row_of_the_published_figures_is_read(name):
    path = SHARED / name
    if not path.exists():
        pytest.skip("the folder of published figures is not beside this checkout")

    found = reading(path.read_bytes())

    with path.open(encoding="utf-8", newline="") as lines:
        rows = sum(1 for _ in csv.reader(lines)) - 1
    assert (len(found.figures), found.refused, found.repeated) == (rows, (), 0)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_encodings_and_separators_change_nothing(encoding, separator):
    text = "année,indicateur,ventilation,valeur,source\n2021,contacts,total,33 060,été\n"

    found = reading(text.replace(",", separator).encode(encoding))

    (figure,) = found.figures
    assert (figure.indicator, figure.item, figure.value, figure.source) == (
        "contacts",
        "ALL",
        33060,
        "été",
    )


def test_quotes_hold_separators_and_line_breaks_and_lines_keep_their_numbers():
    text = HEAD + '2021,contacts,total,"33,060","a\nsource"\nabc,contacts,total,1,x\n'

    found = reading(text)

    assert found.figures[0].value == 33060
    assert said(found) == [(4, "year", refusals.NOT_YEAR)]


@pytest.mark.parametrize(
    ("line", "column", "reason"),
    [
        ("21,contacts,total,5,x", "year", refusals.NOT_YEAR),
        ("2031,contacts,total,5,x", "year", refusals.FUTURE),
        ("1889,contacts,total,5,x", "year", refusals.TOO_OLD),
        ("2021,,total,5,x", "indicator", refusals.NO_INDICATOR),
        ("2021,contatcs,total,5,x", "indicator", refusals.UNKNOWN_NEAR),
        ("2021,zzz,total,5,x", "indicator", refusals.UNKNOWN),
        ("2021,contacts_by_mode,CHATTING,5,x", "breakdown", refusals.UNKNOWN_ITEM),
        ("2021,contacts,,5,x", "breakdown", refusals.NO_ITEM),
        ("2021,contacts,total,,x", "value", refusals.NO_VALUE),
        ("2021,contacts,total,many,x", "value", refusals.NOT_NUMBER),
        ("2021,contacts,total,5.5,x", "value", refusals.NOT_WHOLE),
        ("2021,contacts,total,-5,x", "value", refusals.NEGATIVE),
        ("2021,website_origin,OTHER,170,x", "value", refusals.NOT_SHARE),
        ("2021,contacts", "", refusals.TOO_FEW),
        ("2021,contacts,total,33,060,x", "", refusals.TOO_MANY),
    ],
)
def test_a_refused_line_says_where_and_why_and_the_others_are_read(line, column, reason):
    found = reading(HEAD + GOOD + line + "\n")

    assert len(found.figures) == 1
    assert said(found) == [(3, column, reason)]
    assert "%(" not in str(found.refused[0])


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", refusals.EMPTY),
        (b"\n \n", refusals.EMPTY),
        (b"year,indicator,value\n2021,contacts,5\n", refusals.NO_COLUMN),
        (b"indicator,breakdown,value\ncontacts,total,5\n", refusals.NO_COLUMN),
        (HEAD.encode(), refusals.ONLY_HEADER),
        (b"PK\x03\x04\0\0\0binary\0", refusals.NOT_TEXT),
    ],
)
def test_a_file_that_is_no_table_is_refused_whole(content, reason):
    found = reading(content)

    assert found.figures == ()
    assert said(found) == [(1, "", reason)]


def test_a_quotation_mark_that_never_closes_is_found_and_what_stands_before_is_read():
    found = reading(HEAD + GOOD + '2020,contacts,"total,5,x\n2019,contacts,total,6,x\n')

    assert [figure.year for figure in found.figures] == [2021]
    assert said(found) == [(3, "", refusals.QUOTE)]


def test_the_same_line_twice_counts_once_and_another_value_is_refused():
    found = reading(HEAD + GOOD + GOOD + "2021,contacts,total,33061,report\n")

    assert (len(found.figures), found.repeated) == (1, 1)
    assert found.refused == (
        Refusal(4, "value", refusals.TWO_VALUES, {"line": 2, "other": "33060", "text": "33061"}),
    )


def test_a_bound_is_kept_beside_the_exact_figure():
    found = reading(HEAD + GOOD + "2021,contacts,total (more than),33000,report\n")

    assert [(f.precision, f.value) for f in found.figures] == [
        (Precision.EXACT, 33060),
        (Precision.MORE_THAN, 33000),
    ]


@pytest.mark.parametrize(
    ("column", "cell", "kind", "first"),
    [
        ("month", "2021-03", PeriodKind.MONTH, "2021-03-01"),
        ("month", "3/2021", PeriodKind.MONTH, "2021-03-01"),
        ("day", "2021-03-15", PeriodKind.DAY, "2021-03-15"),
        ("jour", "15/03/2021", PeriodKind.DAY, "2021-03-15"),
    ],
)
def test_months_and_days_of_former_tools_are_read(column, cell, kind, first):
    found = reading(f"{column},indicator,breakdown,value\n{cell},contacts_by_mode,ADVICE,52\n")

    (figure,) = found.figures
    assert (figure.kind, figure.first_on.isoformat(), figure.value) == (kind, first, 52)


@pytest.mark.parametrize(
    ("language", "name"), [("fr", "Conseil individuel"), ("nl", "Individueel advies")]
)
def test_the_lines_that_are_known_are_named_in_the_language_of_the_reader(language, name):
    lines = "year,indicator,breakdown,value,source\n2021,contacts_by_mode,moon,1,x\n"
    (refused,) = reading(lines).refused

    with translation.override(language):
        said = str(refused)

    assert f"ADVICE ({name})" in said
    assert "individual advice" not in said.lower()
