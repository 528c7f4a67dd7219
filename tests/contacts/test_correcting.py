"""After a correction every sum is back where it was before the mistake."""

import uuid
from dataclasses import replace
from datetime import date
from itertools import combinations

import pytest

from phare.contacts.actions import (
    NobodySaidSo,
    NobodyToCorrect,
    WhichHalfDay,
    correct_contact,
    record_contact,
)
from phare.contacts.facts import Fact, Profile
from phare.contacts.queries import (
    DIMENSIONS,
    PROFILE_QUESTIONS,
    SEVERAL,
    contacts_in,
    counters_in,
    profiles_in,
    total_in,
)
from phare.ground.periods import Days
from phare.indicators import queries
from tests.factories.centres import make_centre

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 18)
YEAR = Days.of_year(2026)
RIGHT = Fact(
    day=DAY,
    half_day="MORNING",
    mode="ADVICE",
    channel="MAIL",
    themes=("work",),
    language="fr",
    profile=Profile(gender="MAN"),
)
MISTAKE = Fact(
    day=DAY,
    half_day="AFTERNOON",
    mode="ADVICE",
    channel="FACE_TO_FACE",
    themes=("learn", "work"),
    language="nl",
    audience="youth",
    schemes=("validation", "euroguidance"),
    referred_to=("TRAINING", "EMPLOYER"),
    people=3,
    profile=Profile(gender="WOMAN", age_band="A18_24", status="STUDENT", municipality="21015"),
)


def record(centre, fact):
    return record_contact(fact, centre=centre, key=uuid.uuid4())


def correct(centre, fact):
    return correct_contact(fact, centre=centre, key=uuid.uuid4(), reason="OTHER")


def every_sum(centre):
    """All sums that leave the room, by one dimension and by every two."""
    names = [*DIMENSIONS, *SEVERAL]
    cuts = [*((name,) for name in names), *combinations(names, 2)]
    return (
        total_in(YEAR, centres=[centre]),
        {cut: contacts_in(YEAR, centres=[centre], by=cut) for cut in cuts},
        {q: profiles_in(YEAR, centres=[centre], question=q) for q in PROFILE_QUESTIONS},
        counters_in(YEAR, centres=[centre]),
    )


@pytest.mark.parametrize(
    "mistake",
    [
        MISTAKE,
        replace(MISTAKE, profile=Profile(), half_day=""),
        replace(MISTAKE, mode="MULTIMEDIA", channel="NONE", themes=(), profile=None, people=45),
    ],
)
def test_every_sum_is_back_where_it_was(mistake):
    centre = make_centre()
    record(centre, RIGHT)
    before = every_sum(centre)
    record(centre, mistake)
    assert every_sum(centre) != before

    correct(centre, mistake)

    assert every_sum(centre) == before


def test_a_published_figure_by_scheme_and_one_by_audience_go_back():
    centre = make_centre()
    record(centre, RIGHT)
    record(centre, replace(RIGHT, audience="youth", schemes=("validation",)))
    record(centre, MISTAKE)

    correct(centre, MISTAKE)

    assert queries.schemes(YEAR, centres=[centre]).values == {("validation",): 1}
    assert contacts_in(YEAR, centres=[centre], by=["audience"]) == [
        {"audience": "", "people": 1},
        {"audience": "youth", "people": 1},
    ]


@pytest.mark.parametrize(
    "words",
    [
        {"audience": ""},
        {"schemes": ("validation",)},
        {"schemes": ()},
        {"referred_to": ("TRAINING",)},
        {"themes": ("work",)},
        {"half_day": "MORNING"},
        {"people": 4},
    ],
)
def test_one_column_that_differs_is_another_contact(words):
    centre = make_centre()
    record(centre, MISTAKE)

    with pytest.raises(NobodyToCorrect):
        correct(centre, replace(MISTAKE, **words))


def test_the_order_of_codes_does_not_matter():
    centre = make_centre()
    before = every_sum(centre)
    record(centre, MISTAKE)

    turned = {name: getattr(MISTAKE, name)[::-1] for name in ("themes", "schemes", "referred_to")}
    correct(centre, replace(MISTAKE, **turned))

    assert every_sum(centre)[1:] == before[1:]


def test_the_half_day_nobody_remembers_is_the_one_that_was_counted():
    centre = make_centre()
    record(centre, RIGHT)

    correct(centre, replace(RIGHT, half_day=""))

    assert contacts_in(YEAR, centres=[centre], by=["half_day"]) == []


def test_between_two_half_days_somebody_has_to_say_which():
    centre = make_centre()
    record(centre, RIGHT)
    record(centre, replace(RIGHT, half_day="AFTERNOON"))

    with pytest.raises(WhichHalfDay):
        correct(centre, replace(RIGHT, half_day=""))
    correct(centre, replace(RIGHT, half_day="AFTERNOON"))

    assert contacts_in(YEAR, centres=[centre], by=["half_day"]) == [
        {"half_day": "MORNING", "people": 1}
    ]


def test_answers_that_nobody_gave_are_not_taken_away():
    centre = make_centre()
    record(centre, MISTAKE)
    before = every_sum(centre)

    with pytest.raises(NobodySaidSo):
        correct(centre, replace(MISTAKE, profile=Profile(gender="MAN")))

    assert every_sum(centre) == before


def test_a_group_goes_as_it_came_one_with_the_answers_and_the_others_not_stated():
    centre = make_centre()
    record(centre, RIGHT)
    before = every_sum(centre)
    record(centre, replace(RIGHT, people=12, profile=Profile(gender="WOMAN")))

    correct(centre, replace(RIGHT, people=12, profile=Profile(gender="WOMAN")))

    assert every_sum(centre) == before


def test_part_of_a_group_goes_without_its_answers():
    centre = make_centre()
    record(centre, replace(RIGHT, people=12, profile=Profile(gender="WOMAN")))

    correct(centre, replace(RIGHT, people=4, profile=Profile()))

    said = profiles_in(YEAR, centres=[centre], question="gender")
    assert said == {"NOT_STATED": 7, "WOMAN": 1}


def test_single_contacts_with_answers_do_not_go_as_a_group():
    centre = make_centre()
    for _ in range(3):
        record(centre, RIGHT)
    before = every_sum(centre)

    with pytest.raises(NobodySaidSo):
        correct(centre, replace(RIGHT, people=3))

    assert every_sum(centre) == before


def test_answers_nobody_remembers_stay_and_one_not_stated_goes():
    centre = make_centre()
    record(centre, RIGHT)

    correct(centre, replace(RIGHT, profile=Profile()))

    said = profiles_in(YEAR, centres=[centre], question="gender")
    assert said == {"MAN": 1, "NOT_STATED": -1}
