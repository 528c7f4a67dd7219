"""People register, come or do not, and sessions are closed: by the acts of the house, in order."""

import uuid
from collections.abc import Iterable
from datetime import date, timedelta
from random import Random
from typing import Any

from phare.activities import actions
from phare.activities.actions.publishing import cancel_session
from phare.activities.choices import Mode, RegistrationKind, Source
from phare.centres.queries import Centre
from phare.faces.console.demo import calendar
from phare.faces.console.demo.programme.season import Dated
from phare.faces.console.demo.texts import text
from phare.ground import clock

# Words of gardens: nobody real is among them.
NAMES = (
    "Iris Safran Olive Basile Jasmin Garance Anis Cerise Fleur Hazel Laurier Lila Marjolaine "
    "Mauve Muguet Myrte Narcisse Ortie Pervenche Pivoine Réglisse Romarin Sauge Tilleul Verveine"
).split()
NEEDS = (("SIGN_LANGUAGE",), ("WHEELCHAIR",), ("CHILDCARE",), ("HEARING",))
OLD = timedelta(days=7)  # names of earlier sessions have gone: only totals are made
BECAUSE = text(
    "La personne qui devait animer la séance est malade. Une autre date est prévue.",
    "De begeleider is ziek. Er komt een andere datum.",
    "The person who was to lead it is ill. Another date is planned.",
    "Die Leitung ist erkrankt. Ein anderer Termin ist vorgesehen.",
)


def come(sessions: Iterable[Dated], *, centre: Centre, today: date, scale: float) -> None:
    """What became of every session up to now, and who wants to come to those to come."""
    now = clock.now()
    for place, one in enumerate(sessions):
        random = Random(f"{one.idea.code}/{one.session.starts_at:%Y-%m-%d}")
        over = one.session.ends_at <= now
        if place % 29 == 17:
            cancelled(one, now=now)
        elif over:
            held(one, random, centre=centre, scale=scale)
        else:
            # What is under way this morning was full yesterday.
            with clock.stopped_at(now - timedelta(days=1)):
                expected(one, random, centre=centre, scale=scale, crowded=place % 5 == 2)
    actions.forget_registrations(centre=centre)
    actions.forget_needs(centre=centre)


def cancelled(one: Dated, *, now: Any) -> None:
    with clock.stopped_at(min(now, one.session.starts_at - timedelta(days=1))):
        cancel_session(one.session, because=BECAUSE)


def held(one: Dated, random: Random, *, centre: Centre, scale: float) -> None:
    """Some register in time, most of them come, a few come without."""
    session = one.session
    seats = []
    with clock.stopped_at(session.starts_at - timedelta(days=3)):
        for mode, places in _places(one):
            full = min(1.0, max(0.3, random.gauss(0.7, 0.2)))
            seats += _register(one, mode, round(places * full * scale), random, centre=centre)
    came = {mode: 0 for mode, _ in _places(one)}
    with clock.stopped_at(session.starts_at + timedelta(minutes=10)):
        marks = [
            actions.Mark(uuid.uuid4(), mode=seat.mode, code=seat.code)
            for seat in seats
            if random.random() < 0.78
        ]
        actions.mark_present(session, marks)
    modes = {seat.code: seat.mode for seat in seats}
    for mark in marks:
        came[modes[mark.code]] += 1
    with clock.stopped_at(session.ends_at + timedelta(minutes=10)):
        actions.close_session(session, _heads(one, came, random), centre=centre)


def _heads(one: Dated, came: dict[str, int], random: Random) -> actions.Counted:
    """Those who were noted and a few more; of two languages, some followed each."""
    heads: dict[tuple[str, str], int] = {}
    for mode, people in came.items():
        more = random.choice((0, 0, 1, 2, 3)) if mode == Mode.ON_SITE else 0
        left = people + more
        for code in one.idea.languages[1:]:
            heads[mode, code] = left * 2 // 5
            left -= heads[mode, code]
        heads[mode, one.idea.languages[0]] = left
    return actions.Counted(heads, {})


def expected(one: Dated, random: Random, *, centre: Centre, scale: float, crowded: bool) -> None:
    """The nearer, the fuller; some have more people than places."""
    days = max(0, (one.session.starts_at - clock.now()).days)
    for mode, places in _places(one):
        share = max(0.05, 0.9 - days / 60)
        wanted = places * share
        if crowded and mode == Mode.ON_SITE and places <= 20:
            _register(one, mode, places + random.randint(2, 5), random, centre=centre)
        else:
            _register(one, mode, round(wanted * max(scale, 0.1)), random, centre=centre)


def _places(one: Dated) -> list[tuple[str, int]]:
    given = ((Mode.ON_SITE, one.idea.on_site), (Mode.ONLINE, one.idea.online))
    return [(mode, number) for mode, number in given if number]


def _register(one: Dated, mode: str, number: int, random: Random, *, centre: Centre) -> list[Any]:
    """So many people, at the desk or by telephone, most of them without an address."""
    found = []
    for _ in range(number):
        family = random.random() < 0.06
        asked = actions.Asked(
            name=random.choice(NAMES),
            language=one.idea.languages[0] if random.random() < 0.85 else "en",
            kind=RegistrationKind.FAMILY if family else RegistrationKind.PERSON,
            people=2 if family else 1,
            needs=random.choice(NEEDS) if random.random() < 0.05 else (),
            source=Source.DESK if random.random() < 0.7 else Source.PHONE,
        )
        try:
            answer = actions.register(
                one.session, mode=mode, asked=asked, key=uuid.UUID(int=random.getrandbits(128)),
                centre=centre,
            )  # fmt: skip
        except actions.TooManyPeople:
            continue
        found.append(answer.seat)
    return [seat for seat in found if seat.state == "SEATED"]


def day_of(session: Any) -> date:
    return clock.local(session.starts_at, calendar.ZONE).date()
