import uuid
from datetime import timedelta

import pytest
from django.db import connection

from phare.centres.actions import set_training
from phare.contacts.facts import Fact, Profile
from phare.contacts.queries import contacts_in, counters_in
from phare.ground import clock
from phare.ground.periods import Days
from phare.satisfaction.actions import Answers, answer_questionnaire
from phare.satisfaction.models import Opinion
from phare.tickets import actions, queries
from phare.tickets.choices import DayState, State
from phare.tickets.models import Pace, Ticket
from tests.factories.centres import MORNING, make_centre
from tests.factories.people import make_open_desk
from tests.factories.tickets import make_ticket

pytestmark = pytest.mark.django_db
DAY = MORNING.date()
NIGHT = MORNING.replace(hour=0, minute=15) + timedelta(days=1)


def after(minutes):
    return clock.stopped_at(MORNING + timedelta(minutes=minutes))


def serve(desk, centre, *, waited, lasts):
    with after(waited):
        called = actions.call_next(desk, centre=centre)
    with after(waited + lasts):
        fact = Fact(day=DAY, mode="ADVICE", themes=("work",), language="fr", profile=Profile())
        return actions.close_ticket(called, fact, centre=centre, key=uuid.uuid4())


def test_the_night_counts_what_became_of_every_ticket_and_forgets_the_rest():
    centre = make_centre()
    desk = make_open_desk(centre)
    with after(0):
        tickets = [make_ticket(centre) for _ in range(5)]
    serve(desk, centre, waited=4, lasts=10)
    serve(desk, centre, waited=20, lasts=10)
    with after(31):
        actions.mark_no_show(actions.call_next(desk, centre=centre))
        actions.leave_queue(tickets[3])

    with clock.stopped_at(NIGHT):
        assert actions.sweep_centre(centre=centre) == [DAY]
        assert actions.sweep_centre(centre=centre) == []

    counted = {r["counted"]: r["total"] for r in counters_in(Days(DAY, DAY), centres=[centre])}
    assert counted == {
        "CALLED": 3,
        "LEFT": 1,
        "NOT_SERVED": 1,
        "NO_SHOW": 1,
        "QUESTIONNAIRE": 2,
        "TICKET": 5,
        "WAIT_5": 1,
        "WAIT_30": 1,
        "WAIT_60": 1,
        "WAIT_MINUTES": 55,
    }
    kept = Ticket.objects.values_list("desk", "queued_at", "called_at", "closed_at").distinct()
    assert list(kept) == [(None, None, None, None)]


def test_a_ticket_taken_by_mistake_counts_nowhere():
    centre = make_centre()
    with after(0):
        actions.cancel_ticket(make_ticket(centre))
    with clock.stopped_at(NIGHT):
        actions.sweep_centre(centre=centre)
    assert counters_in(Days(DAY, DAY), centres=[centre]) == []


def test_the_closing_ritual_stops_tickets_then_counts_who_could_not_be_served():
    centre = make_centre()
    with after(0):
        left_over = make_ticket(centre)
        actions.stop_tickets(centre=centre, day=DAY)
        with pytest.raises(actions.NoMoreTickets):
            make_ticket(centre)
        by_reception = make_ticket(centre, after_last=True)
        assert actions.close_day(centre=centre, day=DAY) == 2
        for ticket in (left_over, by_reception):
            ticket.refresh_from_db()
            assert ticket.state == State.NOT_SERVED
        actions.reopen_day(centre=centre, day=DAY)
        assert queries.day_state(centre=centre, day=DAY) == DayState.OPEN


def test_the_paper_pack_is_typed_in_once_with_its_hours():
    centre = make_centre()
    row = actions.FallbackRow(
        day=DAY,
        number=7,
        theme="work",
        language="nl",
        taken_at=MORNING,
        called_at=MORNING + timedelta(minutes=12),
        closed_at=None,
        served=True,
    )
    with after(60):
        actions.enter_fallback_row(row, centre=centre)
        with pytest.raises(actions.RowIsRefused) as refused:
            actions.enter_fallback_row(row, centre=centre)
    assert refused.value.reason == "NUMBER_USED"
    with clock.stopped_at(NIGHT):
        actions.sweep_centre(centre=centre)
    counted = {r["counted"]: r["total"] for r in counters_in(Days(DAY, DAY), centres=[centre])}
    assert counted == {"CALLED": 1, "TICKET": 1, "WAIT_15": 1, "WAIT_MINUTES": 12}


def test_a_pack_typed_in_after_the_night_is_counted_and_forgotten_at_once():
    centre = make_centre()
    with after(0):
        make_ticket(centre)
    with clock.stopped_at(NIGHT):
        actions.sweep_centre(centre=centre)
        row = actions.FallbackRow(
            DAY, 1, "work", "fr", MORNING, MORNING + timedelta(minutes=3), None, True
        )
        actions.enter_fallback_row(row, centre=centre)
    counted = {r["counted"]: r["total"] for r in counters_in(Days(DAY, DAY), centres=[centre])}
    assert (counted["TICKET"], counted["WAIT_5"]) == (2, 1)
    assert Ticket.objects.exclude(queued_at=None).count() == 0


def test_whole_days_teach_how_long_interviews_last():
    centre = make_centre()
    desk = make_open_desk(centre)
    with after(0):
        for _ in range(6):
            make_ticket(centre)
    for rank in range(6):
        serve(desk, centre, waited=rank * 40, lasts=40)
    with clock.stopped_at(NIGHT):
        actions.sweep_centre(centre=centre)
    pace = Pace.objects.get(centre=centre, theme="work")
    assert 20 < pace.minutes < 40 and pace.interviews == 6


def everything_written():
    """Every text of every table of the database, as one string."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'"
        )
        found = []
        for (table,) in cursor.fetchall():
            cursor.execute(f'SELECT row_to_json(t)::text FROM "{table}" AS t')
            found += [f"{table}: {row[0]}" for row in cursor.fetchall()]
    return "\n".join(found)


def test_canary_names_written_everywhere_are_found_nowhere_after_the_night():
    canary = "Zandvoorttoren"
    number = "85.07.30-033 28"
    centre = make_centre()
    desk = make_open_desk(centre)
    with after(0):
        make_ticket(centre)
        queries.suggestion(f"{canary} cherche du travail {number}", centre=centre)
    closed = serve(desk, centre, waited=5, lasts=10)
    with after(20):
        answer_questionnaire(closed.token, Answers(comment=f"Merci {number}"), centre=centre)
    with clock.stopped_at(NIGHT):
        actions.sweep_centre(centre=centre)

    written = everything_written()

    assert canary not in written
    assert number not in written and "85073003328" not in written
    assert Opinion.objects.get().comment == "Merci […]"
    for ticket in Ticket.objects.all():
        # No table but the ticket's own still knows the row: nothing leads from it to a desk.
        assert ticket.desk_id is None


def test_what_happens_in_training_counts_nowhere_even_when_it_is_over_at_night():
    centre = make_centre()
    desk = make_open_desk(centre)
    set_training(centre=centre, training=True)
    with after(0):
        for _ in range(6):
            make_ticket(centre)
    for number in range(5):
        serve(desk, centre, waited=4 + number, lasts=1)
    with after(30):
        called = actions.call_next(desk, centre=centre)
    set_training(centre=centre, training=False)
    with after(40):
        fact = Fact(day=DAY, mode="ADVICE", themes=("work",), language="fr", profile=Profile())
        closed = actions.close_ticket(called, fact, centre=centre, key=uuid.uuid4())

    with clock.stopped_at(NIGHT):
        actions.sweep_centre(centre=centre)

    assert not closed.counted
    assert not list(counters_in(Days(DAY, DAY), centres=[centre]))
    assert not list(contacts_in(Days(DAY, DAY), centres=[centre], by=["mode"]))
    assert not Pace.objects.exists()


def test_a_real_day_counts_although_the_house_trains_at_night():
    centre = make_centre()
    desk = make_open_desk(centre)
    with after(0):
        make_ticket(centre)
    serve(desk, centre, waited=4, lasts=10)
    set_training(centre=centre, training=True)

    with clock.stopped_at(NIGHT):
        actions.sweep_centre(centre=centre)

    counted = {r["counted"]: r["total"] for r in counters_in(Days(DAY, DAY), centres=[centre])}
    assert counted["TICKET"] == counted["CALLED"] == 1
