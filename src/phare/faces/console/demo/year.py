"""The year behind the demo, written in bulk: what a big centre would have counted, invented."""

from collections import Counter as Tally
from collections.abc import Iterator
from datetime import date
from random import Random

from phare.centres.queries import Centre
from phare.contacts.actions import record_history
from phare.contacts.choices import Channel, Counted, HalfDay, Mode
from phare.contacts.facts import Fact
from phare.faces.console.demo import calendar
from phare.faces.console.demo.people_met import language_of, profile_of, schemes_of, themes_of
from phare.ground.periods import Days
from phare.satisfaction.actions import Answers, record_past_opinions

SEASON = (1.05, 1.0, 1.1, 0.9, 0.98, 0.9, 0.5, 0.62, 1.28, 1.22, 1.12, 0.68)
ADVICE_A_DAY = {
    Channel.FACE_TO_FACE: 52.0,
    Channel.MAIL: 17.0,
    Channel.CALL_CENTRE: 7.0,
    Channel.MESSENGER: 3.5,
    Channel.CHAT: 6.0,
    Channel.VIDEO: 3.0,
    Channel.AFTER_ACTIVITY: 2.2,
    Channel.SCHOOL: 1.4,
    Channel.PROJECT: 0.7,
}
HEADCOUNTS = {Mode.MULTIMEDIA: (2, 19.0), Mode.ACTIVITY: (6, 12.0)}
OUTINGS_A_DAY = 0.25
PEOPLE_AN_OUTING = 140.0
WAITS = (
    (5, Counted.WAIT_5),
    (15, Counted.WAIT_15),
    (30, Counted.WAIT_30),
    (60, Counted.WAIT_60),
    (10**6, Counted.WAIT_MORE),
)


def write(
    centre: Centre, *, until: date, scale: float = 1.0, programme: date | None = None
) -> None:
    """Every open day from the first of January of last year up to `until`.

    From `programme` on, group activities are those of the programme: none is invented here.
    """
    facts: list[Fact] = []
    counters: list[tuple[date, str, str, str, int]] = []
    opinions: list[tuple[date, str, str, Answers]] = []
    for day in Days(date(until.year - 1, 1, 1), until):
        if not calendar.advice_spans(day):
            continue
        random = Random(f"{centre.slug}/{day}")
        today = list(_day(day, random, scale * SEASON[day.month - 1]))
        if programme is not None and day >= programme:
            today = [fact for fact in today if fact.mode != Mode.ACTIVITY]
        facts += today
        counters += _counters(day, today, random)
        opinions += _opinions(day, today, random)
    record_history(facts, centre=centre, counters=counters)
    record_past_opinions(opinions, centre=centre)


def _about(random: Random, mean: float) -> int:
    """A whole number around `mean`, as counts of a day vary."""
    return max(0, round(random.gauss(mean, mean**0.5)))


def _day(day: date, random: Random, busy: float) -> Iterator[Fact]:
    for channel, mean in ADVICE_A_DAY.items():
        for _ in range(_about(random, mean * busy)):
            language = language_of(random)
            yield Fact(
                day=day,
                mode=Mode.ADVICE,
                channel=channel,
                half_day=random.choice(HalfDay.values),
                themes=themes_of(random),
                language=language,
                audience="youth" if random.random() < 0.08 else "",
                schemes=schemes_of(random),
                profile=profile_of(random),
            )
    for mode, (times, mean) in HEADCOUNTS.items():
        for _ in range(times):
            people = _about(random, mean * busy)
            if people:
                yield Fact(
                    day=day,
                    mode=mode,
                    themes=themes_of(random) if mode == Mode.ACTIVITY else (),
                    language=language_of(random),
                    people=people,
                )
    if random.random() < OUTINGS_A_DAY * busy:
        yield Fact(
            day=day,
            mode=Mode.OUTREACH,
            channel=Channel.OUTING,
            language="fr",
            people=1 + _about(random, PEOPLE_AN_OUTING),
        )


def _counters(day: date, facts: list[Fact], random: Random) -> Iterator[tuple]:
    """What the ticket queue of the day would have left behind, theme by theme."""
    tally: Tally[tuple[str, str, str]] = Tally()
    for fact in facts:
        if fact.channel == Channel.FACE_TO_FACE:
            theme = fact.themes[0] if fact.themes else ""
            for counted, by in _met(random, is_rare=fact.language == "nl").items():
                tally[(counted, theme, fact.language)] += by
    for (counted, theme, language), value in sorted(tally.items()):
        yield day, counted, theme, language, value


def _met(random: Random, *, is_rare: bool) -> Tally[str]:
    """One interview: its ticket, its wait, and now and then somebody who was not served."""
    minutes = int(min(95.0, random.expovariate(1 / (22 if is_rare else 13))))
    found: Tally[str] = Tally([Counted.TICKET, Counted.CALLED])
    found[next(counted for bound, counted in WAITS if minutes < bound)] += 1
    if minutes:
        found[Counted.WAIT_MINUTES] = minutes
    for counted, share in ((Counted.NO_SHOW, 0.03), (Counted.LEFT, 0.04)):
        if random.random() < share:
            found.update([Counted.TICKET, counted])
    if random.random() < (0.1 if is_rare else 0.008):
        found[Counted.NOBODY_IN] += 1
    return found


def _opinions(day: date, facts: list[Fact], random: Random) -> Iterator[tuple]:
    for fact in facts:
        if fact.channel == Channel.FACE_TO_FACE and random.random() < 0.07:
            answers = Answers(
                found=random.choices(("YES", "PARTLY", "NO"), (82, 14, 4))[0],
                content=random.choices(("VERY", "RATHER", "LITTLE", "NOT"), (64, 30, 4, 2))[0],
                recommend=random.choices(("YES", "PERHAPS", "NO"), (88, 10, 2))[0],
            )
            yield day, fact.themes[0] if fact.themes else "", fact.language, answers
