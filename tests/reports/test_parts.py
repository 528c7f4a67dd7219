"""Reports of parts of a year, taken from one another, tell no small cell of a month."""

from datetime import date

import pytest

from phare.contacts.actions import record_history
from phare.contacts.choices import Channel
from phare.contacts.facts import Fact
from phare.faces.shared.reporting.words import speaking
from phare.ground import clock
from phare.ground.periods import Days
from phare.reports.annual import annual
from phare.reports.parts import pieces_of
from phare.reports.sentences import OTHER_ALONE
from tests.factories.centres import MORNING, make_centre

pytestmark = pytest.mark.django_db
OUTINGS = "Outings, fairs and events"
USUAL = {"ADVICE": 40, "ACTIVITY": 60, "OUTREACH": 30, "MULTIMEDIA": 35}


@pytest.fixture(autouse=True)
def a_year_later():
    with clock.stopped_at(MORNING.replace(year=2027)), speaking("en"):
        yield


@pytest.fixture
def centre():
    """December 2026 has two people on outings; every other number is large."""
    centre = make_centre()
    record_history(
        [
            Fact(day=date(2026, month, 3), mode=mode, people=2 if small(month, mode) else people)
            for month in range(1, 13)
            for mode, people in USUAL.items()
        ],
        centre=centre,
    )
    return centre


def small(month, mode):
    return (month, mode) == (12, "OUTREACH")


def modes(centre, first=1, last=12):
    """Mode to what is printed of it: a number, or a mark."""
    report = annual(centres=[centre], year=2026, language="en", months=(first, last))
    found = {}
    for line in report.table("modes").lines:
        number = line.numbers[0]
        found[str(line.label)] = number.mark or number.value
    return found


def months(centre, first=1, last=12):
    report = annual(centres=[centre], year=2026, language="en", months=(first, last))
    return [[n.mark or n.value for n in line.numbers] for line in report.table("months").lines]


def test_the_year_without_its_last_month_does_not_tell_that_month(centre):
    year, part = modes(centre), modes(centre, last=11)

    assert (year[OUTINGS], part[OUTINGS]) == (332, "–")
    report = annual(centres=[centre], year=2026, language="en", months=(1, 11))
    assert OTHER_ALONE in report.table("modes").notes
    # Something else has to go, or the total would tell it.
    assert list(part.values()).count("–") >= 2


def test_a_channel_of_one_month_is_not_told_by_the_rest_of_the_year():
    centre = make_centre()
    facts = [
        Fact(day=date(2026, month, 3), mode="ADVICE", channel=channel, people=people)
        for month in range(1, 13)
        for channel, people in (("MAIL", 3 if month == 5 else 50), ("CHAT", 50), ("VIDEO", 50))
    ]
    record_history(facts, centre=centre)

    after = annual(centres=[centre], year=2026, language="en", months=(6, 12)).table("channels")
    before = annual(centres=[centre], year=2026, language="en", months=(1, 4)).table("channels")

    mail = str(Channel.MAIL.label)
    marks = [
        line.numbers[0].mark
        for table in (before, after)
        for line in table.lines
        if line.label == mail
    ]
    assert "–" in marks


@pytest.mark.parametrize("last", range(1, 12))
def test_no_part_shows_more_than_the_months_of_the_year(centre, last):
    year = months(centre)
    for first in range(1, last + 1):
        inside = year[first - 1 : last]
        columns = zip(*inside, strict=True)
        expected = ["–" if "–" in c or "c" in c else sum(c) for c in columns]

        printed = list(modes(centre, first, last).values())

        for shown, known in zip(printed, expected, strict=True):
            assert shown in (known, "–")


def test_the_months_of_a_part_are_those_of_the_year_or_hidden(centre):
    year = months(centre)

    part = months(centre, 7, 12)

    for row, of_year in zip(part[:-1], year[6:12], strict=True):
        for shown, known in zip(row, of_year, strict=True):
            assert shown == known or shown == "–"


def test_the_days_beside_a_running_year_are_a_part_of_theirs():
    centre = make_centre()
    outings = [(date(2026, 11, 10), 30), (date(2026, 11, 25), 3), (date(2026, 5, 4), 30)]
    facts = [Fact(day=day, mode="OUTREACH", people=people) for day, people in outings]
    facts += [
        Fact(day=date(year, month, 3), mode=mode, people=40)
        for year in (2026, 2027)
        for month in range(1, 12)
        for mode in ("ADVICE", "MULTIMEDIA", "ACTIVITY")
    ]
    record_history(facts, centre=centre)

    report = annual(centres=[centre], year=2027, language="en")

    assert report.compared == Days(date(2026, 1, 1), date(2026, 11, 18))
    before = {str(line.label): line.numbers[2] for line in report.table("modes").lines}
    assert before[OUTINGS].mark == "–"


def test_a_part_is_cut_out_of_the_months_of_its_year():
    year = Days(date(2026, 1, 1), date(2026, 3, 31))

    pieces = pieces_of(year, Days(date(2026, 1, 1), date(2026, 2, 10)))

    assert pieces == {
        "2026-01": Days(date(2026, 1, 1), date(2026, 1, 31)),
        "2026-02-01/2026-02-10": Days(date(2026, 2, 1), date(2026, 2, 10)),
        "2026-02-11/2026-02-28": Days(date(2026, 2, 11), date(2026, 2, 28)),
        "2026-03": Days(date(2026, 3, 1), date(2026, 3, 31)),
    }
