"""What a report says when corrections took away more than was counted."""

import uuid
from datetime import date

import pytest

from phare.contacts.actions import correct_contact, record_history
from phare.contacts.facts import Fact, Profile
from phare.faces.shared.reporting.pages import standalone
from phare.ground import clock
from phare.reports.annual import annual
from tests.factories.centres import MORNING, make_centre

pytestmark = pytest.mark.django_db


def advice(**said):
    return Fact(
        day=date(2026, 11, 2),
        mode="ADVICE",
        channel="MAIL",
        themes=("work",),
        language="fr",
        profile=Profile(**said),
    )


def test_answers_of_people_who_were_taken_away_are_named_as_a_contradiction():
    centre = make_centre()
    facts = [advice(gender="WOMAN")] * 8 + [advice(gender="MAN")] * 6
    record_history(facts, centre=centre)
    for _ in range(2):
        correct_contact(advice(), centre=centre, key=uuid.uuid4(), reason="OTHER")

    with clock.stopped_at(MORNING):
        report = annual(centres=[centre], year=2026, language="en")

    table = report.table("profile-gender")
    people = [(line.numbers[0].value, line.numbers[0].mark) for line in table.lines]
    assert people == [(8, ""), (6, ""), (0, ""), (None, "!"), (14, "")]
    assert "took away 2 more than was counted" in standalone(report)
