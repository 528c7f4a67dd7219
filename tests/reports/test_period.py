from datetime import date

import pytest

from phare.centres.actions import grant_derogation
from phare.ground import clock
from phare.ground.periods import Days
from phare.reports.annual import annual
from phare.reports.question import same_days
from tests.factories.centres import MORNING, both, make_centre
from tests.factories.figures import import_published
from tests.factories.year import record_invented_year

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def in_the_morning():
    with clock.stopped_at(MORNING):
        yield


def test_january_and_february_stand_beside_the_same_months_of_any_year():
    centre = make_centre()
    record_invented_year(centre)

    report = annual(centres=[centre], year=2025, compare=2021, months=(1, 2), language="en")

    assert report.days == Days(date(2025, 1, 1), date(2025, 2, 28))
    assert report.compared == Days(date(2021, 1, 1), date(2021, 2, 28))
    assert report.poster.value == 219
    assert not report.is_whole_year


def test_a_year_that_still_runs_stops_today_and_so_does_the_year_beside_it():
    centre = make_centre()
    record_invented_year(centre)

    report = annual(centres=[centre], year=2026, language="en")

    assert report.days == Days(date(2026, 1, 1), date(2026, 11, 18))
    assert report.compared == Days(date(2025, 1, 1), date(2025, 11, 18))


def test_the_29th_of_february_is_the_28th_of_another_year():
    leap = Days(date(2024, 2, 1), date(2024, 2, 29))

    assert same_days(leap, 2025) == Days(date(2025, 2, 1), date(2025, 2, 28))


def test_a_bound_is_shown_as_one_and_gives_no_growth():
    centre = make_centre()
    import_published(centre)

    report = annual(centres=[centre], year=2023, language="en")

    years = {str(line.label): line.numbers for line in report.table("years").lines}
    assert years["2021"][1].value is not None
    assert years["2023"][1].value is None


def test_two_centres_add_up():
    one = make_centre("one")
    two = make_centre("two", one.network)
    record_invented_year(one)
    record_invented_year(two)

    report = annual(centres=[one, two], year=2025, language="fr")

    assert report.poster.value == 2 * 1188


def test_a_lifted_rule_of_the_charter_and_training_are_told():
    centre = make_centre()
    grant_derogation(
        centre=centre,
        rule="WALK_IN",
        granted_by="the network",
        granted_on=date(2021, 1, 1),
        first_on=date(2021, 3, 1),
        last_on=date(2021, 12, 31),
        reason=both("health"),
    )

    report = annual(centres=[centre], year=2021, language="fr")

    (lifted,) = report.lifted
    assert lifted.days == Days(date(2021, 3, 1), date(2021, 12, 31))
    assert report.training is False
