"""People enter, leave, switch, move and let offers lapse in any order: a small model watches.

What must hold after every step is said in `agrees`; nothing of it is computed by the code under
test.
"""

import uuid
from datetime import timedelta

import pytest
from django.db import transaction
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from hypothesis.stateful import run_state_machine_as_test as run

from phare.activities import actions
from phare.activities.actions import Asked
from phare.activities.choices import ALIVE, HOLDING, Mode, Source
from phare.activities.models import ModeCapacity, Registration, Seat
from phare.ground import clock
from tests.factories.activities import AFTERNOON, make_activity, make_session
from tests.factories.centres import MORNING, make_centre

REFUSALS = (
    actions.AlreadyThere,
    actions.OfferIsOver,
    actions.RegistrationIsClosed,
    actions.SeatIsGone,
    actions.TooManyPeople,
)
WHICH = st.integers(0, 40)
MODES = st.sampled_from(list(Mode))


class Churn(RuleBasedStateMachine):
    """`expected` says of each registration whether it gave up everything by itself."""

    centre = None

    @initialize(on_site=st.integers(1, 5), online=st.integers(1, 5))
    def open_session(self, on_site, online):
        activity = make_activity(self.centre)
        self.now = MORNING
        self.sessions = [
            make_session(activity, on_site=on_site, online=online),
            make_session(
                activity, starts_at=AFTERNOON + timedelta(days=1), on_site=online, online=on_site
            ),
        ]
        self.left: set[int] = set()
        self.entered: list[int] = []

    def act(self, verb, *args, **words):
        with clock.stopped_at(self.now):
            try:
                with transaction.atomic():
                    return verb(*args, **words)
            except REFUSALS:
                return None

    def seat(self, which):
        found = list(
            Seat.objects.filter(session__in=self.sessions)
            .select_related("registration", "session")
            .order_by("pk")
        )
        return found[which % len(found)] if found else None

    @rule(people=st.sampled_from([1, 1, 1, 2, 3]), mode=MODES, day=st.integers(0, 1))
    def enter(self, people, mode, day):
        asked = Asked(people=people, source=Source.DESK)
        answer = self.act(
            actions.register,
            self.sessions[day],
            mode=mode,
            asked=asked,
            key=uuid.uuid4(),
            centre=self.centre,
        )
        if answer is not None:
            self.entered.append(answer.registration.pk)
            assert answer.place is None or answer.place >= 1

    @rule(which=WHICH)
    def cancel(self, which):
        if seat := self.seat(which):
            self.act(actions.cancel_seat, seat)
            self.note(seat.registration)

    def note(self, registration):
        """Whoever gave up the last thing they had is gone of their own will."""
        if not Seat.objects.filter(registration=registration, state__in=ALIVE).exists():
            self.left.add(registration.pk)

    @rule(which=WHICH)
    def take_offer(self, which):
        if seat := self.seat(which):
            self.act(actions.accept_offer, seat)

    @rule(which=WHICH, mode=MODES, day=st.integers(0, 1))
    def move(self, which, mode, day):
        if seat := self.seat(which):
            self.act(actions.move_seat, seat, session=self.sessions[day], mode=mode)

    @rule(which=WHICH, people=st.integers(1, 4))
    def grow_or_shrink(self, which, people):
        if seat := self.seat(which):
            self.act(actions.change_people, seat, people=people)

    @rule(hours=st.integers(1, 30))
    def time_passes(self, hours):
        later = self.now + timedelta(hours=hours)
        if later < AFTERNOON - timedelta(hours=4):
            self.now = later
            self.act(actions.expire_offers, centre=self.centre)

    @invariant()
    def agrees(self):
        if not hasattr(self, "sessions"):
            return
        for row in ModeCapacity.objects.filter(session__in=self.sessions):
            seats = list(
                Seat.objects.filter(session_id=row.session_id, mode=row.mode).order_by("number")
            )
            holding = sum(seat.people for seat in seats if seat.state in HOLDING)
            waiting = [seat for seat in seats if seat.state == "WAITING"]
            assert holding == row.taken <= row.capacity
            assert len(waiting) == row.waiting
            assert len({seat.number for seat in waiting}) == len(waiting)
            free = row.capacity - row.taken
            assert not waiting or waiting[0].people > free, "the first who fits is waiting"
        alive = Seat.objects.filter(session__in=self.sessions, state__in=ALIVE)
        there = set(alive.values_list("registration", flat=True))
        lapsed = Seat.objects.filter(session__in=self.sessions, state="LAPSED")
        told = set(lapsed.values_list("registration", flat=True))
        assert set(self.entered) - self.left - told <= there, "somebody was lost"
        seated = alive.filter(state="SEATED").values_list("registration", flat=True)
        assert len(seated) == len(set(seated)), "somebody has two places"


@pytest.mark.django_db
def test_no_order_of_events_oversells_skips_or_loses_anybody():
    Churn.centre = make_centre()
    run(
        Churn,
        settings=settings(
            max_examples=25,
            stateful_step_count=30,
            deadline=None,
            # A whole house is written at every step: telling the shortest failure takes minutes.
            phases=[Phase.explicit, Phase.reuse, Phase.generate],
            suppress_health_check=list(HealthCheck),
        ),
    )
    assert Registration.objects.exists()
