from datetime import timedelta

import pytest

from phare.centres.queries import desks
from phare.ground.periods import Period
from phare.rota.actions import AlreadyPlanned, DeskIsNeeded, plan_shift, record_absence
from phare.rota.queries import next_cover, on_duty
from tests.factories.centres import MORNING, make_centre
from tests.factories.people import make_counsellor

pytestmark = pytest.mark.django_db
HALF_DAY = Period(MORNING - timedelta(hours=1), MORNING + timedelta(hours=2))


def test_nobody_is_at_two_posts_at_once():
    centre = make_centre()
    person = make_counsellor(centre)
    plan_shift(person, centre=centre, post="CHAT", period=HALF_DAY)
    with pytest.raises(AlreadyPlanned):
        plan_shift(person, centre=centre, post="PHONE", period=HALF_DAY)


def test_a_desk_holds_one_person_at_a_time():
    centre = make_centre()
    desk = desks(centre=centre)[0]
    plan_shift(make_counsellor(centre), centre=centre, post="DESK", period=HALF_DAY, place=desk)
    with pytest.raises(AlreadyPlanned):
        plan_shift(make_counsellor(centre), centre=centre, post="DESK", period=HALF_DAY, place=desk)


def test_a_desk_shift_names_the_desk():
    centre = make_centre()
    with pytest.raises(DeskIsNeeded):
        plan_shift(make_counsellor(centre), centre=centre, post="DESK", period=HALF_DAY)


def test_shifts_that_touch_do_not_overlap():
    centre = make_centre()
    person = make_counsellor(centre)
    plan_shift(person, centre=centre, post="CHAT", period=HALF_DAY)
    later = Period(HALF_DAY.end, HALF_DAY.end + timedelta(hours=1))
    plan_shift(person, centre=centre, post="PHONE", period=later)
    assert [s.post for s in on_duty(centre=centre, at=HALF_DAY.end)] == ["PHONE"]


def test_somebody_absent_covers_nothing():
    centre = make_centre()
    person = make_counsellor(centre, themes=["start"], languages=["nl"])
    plan_shift(person, centre=centre, post="DESK", period=HALF_DAY, place=desks(centre=centre)[0])
    early = HALF_DAY.start - timedelta(minutes=30)
    assert next_cover(centre=centre, theme="start", language="nl", at=early) == HALF_DAY.start
    record_absence(person, centre=centre, first_on=MORNING.date(), last_on=MORNING.date())
    assert next_cover(centre=centre, theme="start", language="nl", at=early) is None
