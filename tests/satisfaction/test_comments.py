from datetime import date

import pytest

from phare.contacts.choices import Mode
from phare.ground import clock
from phare.satisfaction.actions import (
    Answers,
    answer_questionnaire,
    forget_comments,
    open_questionnaire,
)
from phare.satisfaction.models import Opinion
from tests.factories.centres import MORNING, make_centre

pytestmark = pytest.mark.django_db


def written(centre, **answers):
    day = MORNING.date()
    token = open_questionnaire(
        centre=centre, day=day, mode=Mode.ADVICE, theme="work", language="fr"
    )
    with clock.stopped_at(MORNING):
        answer_questionnaire(token, Answers(**answers), centre=centre)


def test_what_was_written_goes_at_the_end_of_the_year_after_and_the_answers_stay():
    centre = make_centre()
    written(centre, found="YES", comment="I am Somebody Known")
    written(centre, comment="Only a word of Somebody Known")

    assert forget_comments(centre=centre, day=date(2027, 12, 31)) == 0
    assert forget_comments(centre=centre, day=date(2028, 1, 1)) == 2

    assert list(Opinion.objects.values_list("found", "comment")) == [("YES", "")]
