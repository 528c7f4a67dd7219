"""Today: live, exact, never a figure."""

import re
import uuid
from datetime import timedelta

import pytest

from phare.activities.actions import mark_seat
from phare.centres.actions import set_training
from phare.contacts.actions import record_contact
from phare.contacts.facts import Fact
from phare.ground import clock
from phare.ground.periods import Period
from phare.rota.actions import plan_shift
from tests.faces.office.conftest import page, signed_in
from tests.factories.activities import make_activity, make_seat, make_session
from tests.factories.centres import MORNING
from tests.factories.people import make_open_desk, make_person
from tests.factories.tickets import make_ticket


def advice(centre, channel="MAIL", weeks_ago=0):
    day = MORNING.date() - timedelta(weeks=weeks_ago)
    fact = Fact(day=day, mode="ADVICE", channel=channel, themes=("work",), language="fr")
    record_contact(fact, centre=centre, key=uuid.uuid4())


def test_today_shows_who_waits_which_desks_are_open_and_what_was_counted(centre, manager):
    make_open_desk(centre)
    make_ticket(centre)
    advice(centre)
    advice(centre, "FACE_TO_FACE")

    text = page(manager.get("/en/office/today/"))

    assert "1 ticket waiting" in text
    assert "1 free · 0 busy · 0 on a break" in text
    assert '<div class="fig">2</div>' in text
    assert "E-mail" in text
    assert "Never a figure: nothing here is published." in text


def test_the_day_is_compared_with_the_mean_of_the_same_weekday_before(centre, manager):
    for people, weeks in ((1, 1), (3, 2)):
        for _ in range(people):
            advice(centre, weeks_ago=weeks)

    text = page(manager.get("/en/office/today/"))

    assert "A whole Wednesday: 2 on average, over the last 2 counted." in text


def test_without_an_earlier_day_nothing_is_compared(manager):
    assert "No earlier Wednesday to compare with yet." in page(manager.get("/en/office/today/"))


def test_today_says_who_is_in_the_house_by_post(centre, manager):
    period = Period(MORNING - timedelta(hours=1), MORNING + timedelta(hours=1))
    plan_shift(make_person(centre, name="Opal"), centre=centre, post="CHAT", period=period)

    text = page(manager.get("/en/office/today/"))

    assert "Opal" in text
    assert "Chat" in text


def test_today_is_honest_when_the_centre_is_closed(manager):
    with clock.stopped_at(MORNING.replace(hour=21)):
        text = page(manager.get("/en/office/today/"))

    assert "The centre is closed; it opens on Thursday 19 November, 9:30." in text


def test_today_is_honest_in_training(centre, manager):
    set_training(centre=centre, training=True)

    assert "what happens now is not counted" in page(manager.get("/en/office/today/"))


def test_the_part_is_sent_again_only_when_it_changed(manager):
    first = manager.get("/en/office/today/part/")

    second = manager.get("/en/office/today/part/", headers={"if-none-match": first["ETag"]})

    assert (first.status_code, second.status_code) == (200, 304)


@pytest.mark.parametrize(("role", "status"), [("COUNSELLOR", 200), ("PARTNER", 403)])
def test_the_whole_house_sees_today_and_partners_do_not(centre, role, status):
    assert signed_in(make_person(centre, role)).get("/en/office/today/").status_code == status


def test_nothing_of_another_centre_is_seen(annex, manager):
    make_open_desk(annex)
    make_ticket(annex)
    advice(annex)

    text = page(manager.get("/en/office/today/"))

    assert "0 tickets waiting" in text
    assert '<div class="fig">0</div>' in text


def test_the_sessions_of_the_day_stand_there_in_exact_numbers(centre, manager):
    session = make_session(make_activity(centre), starts_at=MORNING + timedelta(hours=1), on_site=1)
    mark_seat(make_seat(session))
    make_seat(session, state="WAITING")
    assert "No session today." not in page(manager.get("/en/office/today/"))

    text = page(manager.get("/en/office/today/"))

    rows = re.findall(r"Atelier CV \(en\)</th>(.*?)</tr>", text)
    assert [re.findall(r">(\d+)<", row) for row in rows] == [["1", "1", "1"]]
