from datetime import date

import pytest

from phare.ground import clock
from phare.ground.periods import Days
from phare.indicators import queries
from phare.indicators.actions import drop_figures, import_figures
from phare.indicators.definitions import Precision
from phare.indicators.models import ImportedFigure
from phare.indicators.queries import Counted, Origin
from tests.factories.centres import MORNING, make_centre, make_network
from tests.factories.figures import import_published, published, reading
from tests.factories.year import record_invented_year

pytestmark = pytest.mark.django_db
Y2021, Y2025 = Days.of_year(2021), Days.of_year(2025)


@pytest.fixture(autouse=True)
def in_the_morning():
    with clock.stopped_at(MORNING):
        yield


def test_importing_twice_is_importing_once():
    centre = make_centre()
    lines = len(published().splitlines()) - 1

    first, second = import_published(centre), import_published(centre)

    assert (len(first.new), first.changed, first.unchanged) == (lines, (), 0)
    assert (second.new, second.changed, second.unchanged) == ((), (), lines)
    assert ImportedFigure.objects.count() == lines


def test_another_value_replaces_the_figure_and_is_said():
    centre = make_centre()
    import_published(centre)

    done = import_published(centre, ("2021,contacts,total,33060", "2021,contacts,total,33061"))

    (change,) = done.changed
    assert (change.before.value, change.after.value) == (33060, 33061)
    assert queries.contacts_total(Y2021, centres=[centre]).total == 33061


def test_what_a_source_stated_of_a_year_can_be_taken_back():
    centre = make_centre()
    import_published(centre)

    gone = drop_figures(centre=centre, year=2021, source="Annual report 2021 (English)")

    assert gone == 1
    assert "Annual report 2021 (English)" not in queries.sources_of(centre=centre, year=2021)


def test_figures_of_one_centre_are_not_those_of_another():
    network = make_network()
    one, other = make_centre("one", network), make_centre("other", network)
    import_published(one)

    assert queries.imported_years(centres=[other]) == []
    assert not queries.contacts_total(Y2021, centres=[other])
    assert queries.contacts_total(Y2021, centres=[one, other]).total == 33060


def test_own_contacts_are_used_and_imported_ones_of_the_same_year_never_added():
    centre = make_centre()
    record_invented_year(centre)
    import_figures(
        reading("year,indicator,breakdown,value\n2025,contacts,total,999\n").figures, centre=centre
    )

    found = queries.contacts_total(Y2025, centres=[centre])

    assert (found.origin, found.total) == (Origin.OWN, 1188)


def test_imported_figures_say_their_source_and_bounds_stay_bounds():
    centre = make_centre()
    import_published(centre)

    assert queries.contacts_by_mode(Y2021, centres=[centre]) == Counted(
        Origin.IMPORTED,
        {("ACTIVITY",): 14449, ("ADVICE",): 15916, ("MULTIMEDIA",): 2695},
        ("Annual report 2021",),
    )
    bound = queries.contacts_total(Days.of_year(2022), centres=[centre])
    assert (bound.total, bound.precision) == (52000, Precision.MORE_THAN)


def test_months_of_a_former_tool_are_used_for_the_months_they_tell_of():
    centre = make_centre()
    lines = "".join(f"2019-{m:02},contacts_by_mode,ADVICE,{m}\n" for m in (1, 2))
    days = "month,indicator,breakdown,value\n" + lines
    import_figures(reading(days, source="old tool").figures, centre=centre)
    one_day = "day,indicator,breakdown,value\n2019-01-09,contacts_by_mode,ADVICE,1\n"
    import_figures(reading(one_day, source="old tool").figures, centre=centre)

    january_february = Days(date(2019, 1, 1), date(2019, 2, 28))

    assert queries.contacts_by_month(january_february, centres=[centre]).values == {
        ("2019-01", "ADVICE"): 1,
        ("2019-02", "ADVICE"): 2,
    }
    assert queries.contacts_total(january_february, centres=[centre]).total == 3
    assert not queries.contacts_total(Days.of_year(2019), centres=[centre])


def test_themes_add_up_to_more_than_the_contacts():
    centre = make_centre()
    record_invented_year(centre)

    themes = queries.contacts_by_theme_and_language(Y2025, centres=[centre])

    assert themes.total > queries.contacts_total(Y2025, centres=[centre]).total
