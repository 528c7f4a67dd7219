"""What does not fit together tells nobody how few people were counted."""

import re

import pytest

from phare.faces.shared.reporting.pages import standalone
from phare.ground import clock
from phare.indicators.actions import import_figures
from phare.indicators.checks import check_figures
from phare.indicators.queries import imported_figures
from phare.indicators.reading import read_figures
from phare.reports.annual import annual
from tests.factories.centres import MORNING, make_centre

pytestmark = pytest.mark.django_db
SMALL = """year,indicator,breakdown,value,source
2021,contacts_by_mode,ADVICE,503,A
2021,contacts_by_mode,ACTIVITY,504,A
2021,contacts_by_mode,OUTREACH,3,A
2021,contacts_by_mode,OUTREACH,2,B
"""


@pytest.fixture(autouse=True)
def in_the_morning():
    with clock.stopped_at(MORNING):
        yield


def centre_with(lines):
    centre = make_centre()
    found = read_figures(lines.encode(), today=MORNING.date())
    assert found.refused == ()
    import_figures(found.figures, centre=centre)
    return centre


def printed(centre, **asked):
    """The contradictions as a reader sees them, and the report."""
    report = annual(centres=[centre], year=2021, language="en", **asked)
    page = standalone(report)
    page = page[page.index("What does not fit together") :]
    return re.findall(r"</span> (.*?)</li>", page), report


def test_a_cell_that_is_hidden_is_not_told_by_the_sources_that_disagree_about_it():
    centre = centre_with(SMALL)

    (said,), report = printed(centre)

    assert "c" in [line.numbers[0].mark for line in report.table("modes").lines]
    assert "two sources disagree" in said
    assert re.findall(r"[0-9]+", said) == ["2021"]


def test_a_number_hidden_beside_a_small_one_is_not_told_either():
    large = "2021,contacts_by_mode,ADVICE,505,B\n2021,contacts_by_mode,ACTIVITY,500,B\n"
    centre = centre_with(SMALL + large)

    told, report = printed(centre)

    hidden = [line.numbers[0].mark for line in report.table("modes").lines]
    assert hidden.count("–") == 1
    exact = [said for said in told if re.search("50[0-9]", said)]
    assert (len(told), len(exact)) == (3, 1)


def test_a_growth_does_not_tell_a_hidden_number():
    centre = centre_with(
        "year,indicator,breakdown,value,source\n2020,contacts,total,100,A\n"
        "2021,contacts,total,3,A\n2021,growth,total contacts,50,A\n"
    )

    told, report = printed(centre)

    assert report.poster.mark == "c"
    assert [re.findall(r"[0-9]+", one) for one in told] == [["2021"]]


def test_numbers_everybody_sees_are_told_as_before():
    centre = centre_with(SMALL.replace("OUTREACH,3", "OUTREACH,300").replace("CH,2,", "CH,200,"))

    (said,), _ = printed(centre)

    assert "300" in said and "200" in said


def test_a_part_of_the_year_does_not_tell_what_the_year_hides():
    centre = centre_with(SMALL)

    said, _ = printed(centre, months=(1, 6))

    assert all(re.findall(r"[0-9]+", one) == ["2021"] for one in said)


def test_the_office_sees_the_exact_numbers():
    centre = centre_with(SMALL)

    (finding,) = check_figures(imported_figures(centres=[centre]))

    assert {finding.values["one"], finding.values["other"]} == {2, 3}
