"""The wait as people are told it: a range, right away, or honestly nobody."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property

from phare.centres.models import Centre
from phare.centres.queries import languages, themes
from phare.ground import clock
from phare.ground.snapshot import once_a_state
from phare.rota.queries import Cover, covers_ahead
from phare.tickets.choices import DeskState, State
from phare.tickets.models import OpenDesk, Pace, Ticket
from phare.tickets.queries.line import today_of
from phare.tickets.rules import Ahead, Desk, Pacing, WaitRange, desk_need, need, wait_ranges


@dataclass(frozen=True)
class Wait:
    """`kind`: RANGE with minutes; LATER with the moment somebody will be in; NOBODY today.

    `desks` is the number of open desks that can answer.
    """

    kind: str
    low: int = 0
    high: int = 0
    desks: int = 0
    from_at: datetime | None = None


@dataclass(frozen=True)
class _Room:
    """The queue and the desks at one moment; the planning is read once, and only when needed."""

    centre: Centre
    line: tuple[Ahead, ...]
    keys: tuple[tuple[int, datetime, int], ...]
    desks: tuple[Desk, ...]
    known: dict[str, list[WaitRange]] = field(default_factory=dict)

    def ranges(self, wanted: str) -> list[WaitRange]:
        """The range at each place of the queue; every ticket with that need shares them."""
        if wanted not in self.known:
            self.known[wanted] = wait_ranges(wanted, ahead=self.line, desks=self.desks)
        return self.known[wanted]

    def need_of(self, ticket: Ticket) -> str:
        """What the ticket waits for: one desk, a desk for its audience, or any that answers."""
        answered = frozenset().union(*(desk.answers for desk in self.desks))
        sent = desk_need(ticket.for_desk_id or 0)
        special = need(ticket.theme, ticket.language, ticket.audience)
        plain = need(ticket.theme, ticket.language)
        return next((one for one in (sent, special) if one in answered), plain)

    def place(self, ticket: Ticket | None) -> int:
        """How many are before `ticket`, or before a new one."""
        if ticket is None or ticket.queued_at is None:
            return len(self.line)
        mine = (-ticket.priority, ticket.queued_at, ticket.pk)
        return sum(key < mine for key in self.keys)

    def rivals(self, ticket: Ticket) -> int:
        """How many stand before `ticket` whom one of its desks may call first."""
        wanted = self.need_of(ticket)
        able = [desk.answers for desk in self.desks if wanted in desk.answers]
        shared = frozenset((wanted,)).union(*able)
        return sum(one.need in shared for one in self.line[: self.place(ticket)])

    @cached_property
    def covers(self) -> list[Cover]:
        return covers_ahead(centre=self.centre, at=clock.now())


def wait_for(*, centre: Centre, theme: str, language: str, ticket: Ticket | None = None) -> Wait:
    """The wait of a new ticket, or of `ticket` from its place in the queue."""
    room = _room(centre)
    return _wait(room, centre, theme, language, ticket)


def rivals(ticket: Ticket, *, centre: Centre) -> int:
    """How many stand before `ticket` and are waited for by a desk that answers it too.

    Without such a desk, those with the same need.
    """
    return _room(centre).rivals(ticket)


def waits_table(
    *, centre: Centre, codes: Sequence[str] | None = None
) -> dict[tuple[str, str], Wait]:
    """(theme, language) to wait, for every theme and the languages asked for, unknown theme too."""
    room = _room(centre)
    wanted = codes or [language.code for language in languages(centre=centre)]
    return {
        (theme, language): _wait(room, centre, theme, language, None)
        for theme in ("", *(t.code for t in themes(centre=centre)))
        for language in wanted
    }


def _wait(room: _Room, centre: Centre, theme: str, language: str, ticket: Ticket | None) -> Wait:
    wanted = room.need_of(ticket) if ticket else need(theme, language)
    ranges = room.ranges(wanted)
    if ranges:
        able = sum(wanted in desk.answers for desk in room.desks)
        return Wait("RANGE", *_shifted(ranges[room.place(ticket)], ticket), desks=able)
    now = clock.now()
    moments = (cover.from_moment(now, theme=theme, language=language) for cover in room.covers)
    later = next((moment for moment in moments if moment), None)
    if later is not None and clock.local(later, centre.time_zone).date() == today_of(centre):
        return Wait("LATER", from_at=later)
    return Wait("NOBODY", from_at=later)


def _shifted(found: WaitRange, ticket: Ticket | None) -> tuple[int, int]:
    """A ticket that asked not to be called yet waits at least that long."""
    if ticket is None or ticket.not_before is None:
        return found.low, found.high
    least = int(max(0.0, (ticket.not_before - clock.now()).total_seconds() / 60))
    return max(found.low, least), max(found.high, least)


def _room(centre: Centre) -> _Room:
    return once_a_state(("room", centre.pk), lambda: _read_room(centre))


def _read_room(centre: Centre) -> _Room:
    paces = {
        pace.theme: Pacing(pace.minutes, pace.spread)
        for pace in Pace.objects.filter(centre=centre).order_by("pk")
    }
    day = today_of(centre)
    line = list(
        Ticket.objects.filter(centre=centre, day=day, state=State.WAITING).order_by(
            "-priority", "queued_at", "pk"
        )
    )
    called = Ticket.objects.filter(centre=centre, day=day, state=State.CALLED).order_by("pk")
    busy = {ticket.desk_id: ticket for ticket in called}
    opened = OpenDesk.objects.filter(centre=centre).order_by("desk_id")
    usual = Pacing()
    floor = tuple(_desk(o, busy.get(o.desk_id), paces, centre) for o in opened)
    empty = _Room(centre, (), (), floor)
    return _Room(
        centre=centre,
        line=tuple(Ahead(empty.need_of(t), paces.get(t.theme, usual)) for t in line),
        keys=tuple((-t.priority, t.queued_at or clock.now(), t.pk) for t in line),
        desks=floor,
    )


def _answers(opened: OpenDesk, centre: Centre) -> frozenset[str]:
    """Its needs; for its audiences too where desks keep themselves for them; and itself."""
    answers = set(opened.answers)
    if opened.state != DeskState.OPEN:
        return frozenset(answers)
    answers.add(desk_need(opened.desk_id))
    if centre.audience_reserved:
        answers |= {f"{one}@{audience}" for one in opened.answers for audience in opened.audiences}
    return frozenset(answers)


def _desk(
    opened: OpenDesk, ticket: Ticket | None, paces: dict[str, Pacing], centre: Centre
) -> Desk:
    now = clock.now()
    away = 0.0
    if opened.state == DeskState.PAUSED:
        until = opened.paused_until
        away = max(0.0, (until - now).total_seconds() / 60) if until else 15.0
    busy = None
    if ticket is not None and ticket.called_at is not None:
        busy = max(0.0, (now - ticket.called_at).total_seconds() / 60)
    return Desk(
        number=opened.desk_id,
        answers=_answers(opened, centre),
        busy_for=busy,
        pacing=paces.get(ticket.theme if ticket else "", Pacing()),
        away_for=away,
    )
