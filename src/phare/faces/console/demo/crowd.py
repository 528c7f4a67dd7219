"""Actors that arrive, wait, are called and leave: in the past, or live to be watched."""

import uuid
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from random import Random

from phare.centres.queries import Centre
from phare.contacts.facts import Fact
from phare.faces.console.demo import calendar
from phare.faces.console.demo.people_met import language_of, profile_of, schemes_of, themes_of
from phare.ground import clock
from phare.people.queries import competences_of
from phare.rota.choices import Post
from phare.rota.queries import shifts_between
from phare.satisfaction.actions import Answers, answer_questionnaire
from phare.tickets import actions, queries
from phare.tickets.choices import Source
from phare.tickets.rules import answers as needs

LONGEST_REST = timedelta(minutes=5)  # planned desks open and close meanwhile
ARRIVALS_AN_HOUR = 31.0
MINUTES = (19.0, 10.0)  # of an interview: mean, deviation
NO_SHOW, LEAVES, AT_KIOSK, ANSWERS_QUESTIONS = 0.04, 0.0012, 0.75, 0.1
BREAK = timedelta(minutes=2)


@dataclass
class Crowd:
    """The state of the actors; the queue itself is in the database."""

    centre: Centre
    random: Random
    pace: float = 1.0
    next_arrival: datetime | None = None
    busy_until: dict[int, datetime] = field(default_factory=dict)
    idle_until: dict[int, datetime] = field(default_factory=dict)
    shifts: dict[date, list] = field(default_factory=dict)

    def step(self) -> list[str]:
        """Everything that happens up to this moment of the clock; a line for each act."""
        now = clock.now()
        said = self._desks(now)
        said += self._arrivals(now)
        called = queries.tickets_of_day(
            centre=self.centre, day=queries.today_of(self.centre), states=["CALLED"]
        )
        there = {ticket.desk_id: ticket for ticket in called}
        for opened in queries.open_desks(centre=self.centre):
            said += self._serve(opened, there.get(opened.desk_id), now)
        return said + self._leave()

    def next_act(self, after: datetime) -> datetime:
        """When something may happen next: the past is played from act to act."""
        due = [*self.busy_until.values(), *self.idle_until.values()]
        if self.next_arrival:
            due.append(self.next_arrival)
        return min([moment for moment in due if moment > after] + [after + LONGEST_REST])

    def _desks(self, now: datetime) -> list[str]:
        """Desks open and close as the planning says."""
        there = {opened.person_id: opened for opened in queries.open_desks(centre=self.centre)}
        due = {
            shift.person_id: shift
            for shift in self._planned(now)
            if shift.post == Post.DESK and shift.during.lower <= now < shift.during.upper
        }
        said = []
        for person_id, opened in there.items():
            if person_id not in due and not queries.current_at(opened.desk_id, centre=self.centre):
                actions.close_desk(opened)
                said.append(f"desk {opened.desk} closes")
        new = [shift for person_id, shift in due.items() if person_id not in there]
        skills = competences_of([shift.person for shift in new], centre=self.centre)
        for shift in new:
            products = [(c.themes, c.languages) for c in skills[shift.person_id]]
            audiences = sorted({a for c in skills[shift.person_id] for a in c.audiences})
            if shift.place is None or not products:
                continue
            try:
                actions.open_desk(
                    shift.person,
                    centre=self.centre,
                    desk=shift.place,
                    answers=needs(products),
                    audiences=audiences,
                )
                said.append(f"desk {shift.place} opens")
            except actions.DeskIsTaken:
                continue
        return said

    def _planned(self, now: datetime) -> list:
        """The shifts of the day, read once: nobody replans while the actors play."""
        day = clock.local(now, self.centre.time_zone).date()
        if day not in self.shifts:
            self.shifts = {day: shifts_between(day, day, centre=self.centre)}
        return self.shifts[day]

    def _arrivals(self, now: datetime) -> list[str]:
        said = []
        if self.next_arrival is None:
            self.next_arrival = now
        while self.next_arrival <= now:
            themes = themes_of(self.random)
            kiosk = self.random.random() < AT_KIOSK
            try:
                ticket = actions.take_ticket(
                    centre=self.centre,
                    theme=themes[0] if themes else "",
                    language=language_of(self.random),
                    source=Source.KIOSK if kiosk else Source.RECEPTION,
                    key=uuid.uuid4(),
                    audience="youth" if self.random.random() < 0.05 else "",
                )
                said.append(f"{ticket} arrives ({ticket.theme or '?'}, {ticket.language})")
            except actions.NoMoreTickets:
                pass
            gap = self.random.expovariate(ARRIVALS_AN_HOUR * self.pace / 3600)
            self.next_arrival += timedelta(seconds=gap)
        return said

    def _serve(self, opened, current, now: datetime) -> list[str]:  # type: ignore[no-untyped-def]
        desk = opened.desk_id
        if current is not None:
            if now < self.busy_until.setdefault(desk, now + self._length()):
                return []
            return [self._finish(current, now)]
        if now < self.idle_until.get(desk, now):
            return []
        try:
            ticket = actions.call_next(opened, centre=self.centre)
        except actions.NobodyIsWaiting:
            return []
        self.busy_until[desk] = now + self._length()
        return [f"{ticket} is called to desk {opened.desk}"]

    def _length(self) -> timedelta:
        return timedelta(minutes=max(3.0, self.random.gauss(*MINUTES)))

    def _finish(self, ticket, now: datetime) -> str:  # type: ignore[no-untyped-def]
        self.busy_until.pop(ticket.desk_id, None)
        self.idle_until[ticket.desk_id] = now + BREAK
        if self.random.random() < NO_SHOW:
            actions.mark_no_show(ticket)
            return f"{ticket} was not there"
        themes = (ticket.theme,) if ticket.theme else themes_of(self.random)
        fact = Fact(
            day=ticket.day,
            mode="ADVICE",
            themes=themes,
            language=ticket.language,
            audience=ticket.audience,
            schemes=schemes_of(self.random),
            profile=profile_of(self.random),
        )
        closed = actions.close_ticket(ticket, fact, centre=self.centre, key=uuid.uuid4())
        if closed.token and self.random.random() < ANSWERS_QUESTIONS:
            content = self.random.choices(("VERY", "RATHER", "LITTLE"), (7, 3, 1))[0]
            answers = Answers(found="YES", content=content, recommend="YES")
            answer_questionnaire(closed.token, answers, centre=self.centre)
        return f"{ticket} leaves desk {ticket.desk}"

    def _leave(self) -> list[str]:
        said = []
        day = queries.today_of(self.centre)
        for ticket in queries.waiting(centre=self.centre, day=day):
            if self.random.random() < LEAVES:
                actions.leave_queue(ticket)
                said.append(f"{ticket} has left")
        return said


def live_through(centre: Centre, day: date, *, until: datetime, seed: str) -> None:
    """Plays `day` from its opening up to `until`, act by act, on a stopped clock."""
    crowd = Crowd(centre, Random(f"{centre.slug}/{seed}/{day}"))
    moment = calendar.opening(day)
    while moment < until:
        with clock.stopped_at(moment):
            crowd.step()
        moment = crowd.next_act(moment)
