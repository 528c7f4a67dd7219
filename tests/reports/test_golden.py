"""The whole report of an invented year, number by number. A change shows here, on purpose."""

import json

import pytest

from phare.ground import clock
from phare.reports.annual import annual
from tests.factories.centres import MORNING, make_centre
from tests.factories.year import GOLDEN, record_invented_year

pytestmark = pytest.mark.django_db
EXPECTED = GOLDEN / "report.json"


@pytest.fixture(autouse=True)
def in_the_morning():
    with clock.stopped_at(MORNING):
        yield


def numbers_of(report):
    """Every table as its lines of values or marks."""
    return {
        table.key: [[_shown(number) for number in line.numbers] for line in table.lines]
        for section in report.sections
        for table in section.tables
    }


def _shown(number):
    if number.value is None:
        return number.mark
    value = round(float(number.value), 4)
    return int(value) if value == int(value) else value


def test_the_report_of_the_invented_year_is_the_one_we_know():
    centre = make_centre()
    record_invented_year(centre)

    report = annual(centres=[centre], year=2025, language="fr")

    assert numbers_of(report) == json.loads(EXPECTED.read_text())
    assert report.poster.value == 1188
