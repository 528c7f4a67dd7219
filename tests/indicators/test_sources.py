"""Of several sources the one that gives the parts is believed, never the first of the alphabet."""

from datetime import date

import pytest

from phare.ground import clock
from phare.indicators import queries
from phare.indicators.actions import import_figures
from phare.indicators.checks import check_figures
from phare.indicators.findings import Check
from phare.indicators.sources import preferred
from phare.reports.annual import annual
from tests.factories.centres import MORNING, make_centre
from tests.factories.figures import import_published, reading

HEAD = "year,indicator,breakdown,value,source\n"


def chosen(lines, indicator="contacts"):
    """Who is believed, and what."""
    best = preferred(reading(HEAD + lines).figures).values()
    return {(f.item, int(f.value), f.source) for f in best if f.indicator == indicator}


@pytest.fixture
def centre():
    with clock.stopped_at(MORNING):
        yield make_centre()


@pytest.mark.django_db
@pytest.mark.parametrize("source", ["AAA note", "Zzz note", "="])
def test_a_note_with_a_total_alone_moves_neither_the_headline_nor_the_table(centre, source):
    import_published(centre)
    note = reading(f"{HEAD}2021,contacts,total,12345,{source}\n")
    import_figures(note.figures, centre=centre)

    report = annual(centres=[centre], year=2021, language="en")

    total = next(line for line in report.table("modes").lines if line.is_total)
    assert report.poster.value == total.numbers[0].value == 33060
    aside = [f.values for f in report.contradictions if f.check == Check.SOURCES]
    assert {(said["one"], said["other"]) for said in aside} >= {(33060, 12345)}


@pytest.mark.django_db
def test_of_two_sources_that_say_as_much_the_first_imported_is_believed(centre):
    for source, value in (("Zzz", 100), ("AAA", 200)):
        said = reading(f"{HEAD}2021,contacts,total,{value},{source}\n")
        import_figures(said.figures, centre=centre)

    found = queries.imported_figures(centres=[centre])

    ((key, figure),) = preferred(found).items()
    assert (key[3], figure.source, figure.value) == (date(2021, 1, 1), "Zzz", 100)


def test_parts_with_their_total_go_before_a_source_that_says_more_and_does_not_add_up():
    fits = "2021,contacts,total,30,Zzz\n2021,contacts_by_mode,ADVICE,30,Zzz\n"
    more = (
        "2021,contacts,total,50,AAA\n2021,contacts_by_mode,ADVICE,20,AAA\n"
        "2021,contacts_by_mode,ACTIVITY,20,AAA\n"
    )

    assert chosen(more + fits) == {("ALL", 30, "Zzz")}
    assert chosen(more + fits, "contacts_by_mode") == {("ADVICE", 30, "Zzz")}


def test_parts_are_not_printed_under_the_total_of_somebody_else_unless_they_add_up_to_it():
    total = "2021,contacts,total,40,AAA\n"
    parts = "2021,contacts_by_mode,ADVICE,10,B\n2021,contacts_by_mode,ACTIVITY,20,B\n"

    assert chosen(total + parts) == set()
    assert len(chosen(total + parts, "contacts_by_mode")) == 2
    assert chosen(total.replace("40", "30") + parts) == {("ALL", 30, "AAA")}


def test_parts_of_a_part_come_from_another_source_when_they_fit():
    report = "2021,contacts,total,30,B\n2021,contacts_by_mode,ADVICE,30,B\n"
    channels = "2021,advice_by_channel,MAIL,30,AAA\n"

    assert chosen(report + channels, "advice_by_channel") == {("MAIL", 30, "AAA")}
    assert chosen(report + channels.replace("30", "31"), "advice_by_channel") == set()
    assert [f.check for f in check_figures(reading(HEAD + report + channels).figures)] == []
