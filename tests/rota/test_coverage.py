"""What a planning covers, half-day by half-day."""

from datetime import date, datetime, time

from phare.ground.periods import Period
from phare.rota.coverage import Cell, HalfDay, coverage, half_days
from phare.rota.queries import Cover
from tests.factories.centres import BRUSSELS

DAY = date(2026, 11, 17)


def at(hour, minute=0):
    return datetime.combine(DAY, time(hour, minute), tzinfo=BRUSSELS)


def cover(start, end, themes=("work",), languages=("nl",)):
    return Cover(Period(at(start), at(end)), ((themes, languages),))


NOON = {DAY: at(13)}
MORNING = HalfDay(DAY, "MORNING", (Period(at(9), at(12)),))


def cells(*covers):
    return coverage(covers, half_days=[MORNING], themes=["work"], languages=["nl"])


def test_a_day_is_cut_at_noon():
    spans = {DAY: [Period(at(9), at(12)), Period(at(14), at(16))]}

    assert half_days(spans, noon=NOON) == [
        MORNING,
        HalfDay(DAY, "AFTERNOON", (Period(at(14), at(16)),)),
    ]


def test_one_long_span_makes_two_half_days_and_a_closed_day_none():
    assert half_days({DAY: [Period(at(9), at(16))]}, noon=NOON) == [
        HalfDay(DAY, "MORNING", (Period(at(9), at(13)),)),
        HalfDay(DAY, "AFTERNOON", (Period(at(13), at(16)),)),
    ]
    assert half_days({DAY: []}, noon=NOON) == []


def test_nobody_is_a_hole():
    assert cells() == [Cell("work", "nl", MORNING, 0, (Period(at(9), at(12)),))]
    assert cells()[0].is_hole


def test_another_theme_or_language_covers_nothing():
    others = [cover(9, 12, themes=("learn",)), cover(9, 12, languages=("fr",))]

    assert cells(*others)[0].is_hole


def test_two_halves_make_a_whole():
    found = cells(cover(9, 10), cover(10, 12))[0]

    assert (found.desks, found.gaps, found.is_hole, found.is_partial) == (2, (), False, False)


def test_part_of_the_time_says_when_nobody_is_there():
    found = cells(cover(8, 11))[0]

    assert (found.desks, found.gaps) == (1, (Period(at(11), at(12)),))
    assert found.is_partial


def test_somebody_of_the_afternoon_does_not_cover_the_morning():
    assert cells(cover(12, 16))[0].is_hole
