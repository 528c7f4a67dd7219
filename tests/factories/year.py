"""The invented year of tests/golden/year.json, written as contacts."""

import json
from datetime import date
from itertools import count, cycle
from pathlib import Path

from phare.centres.models import Centre
from phare.contacts.actions import record_history
from phare.contacts.facts import Fact, Profile
from phare.satisfaction.actions import Answers, record_past_opinions

GOLDEN = Path(__file__).parents[1] / "golden"


def invented() -> dict:
    return json.loads((GOLDEN / "year.json").read_text())


def record_invented_year(centre: Centre, less: int = 0) -> None:
    """Writes the year; `less` contacts of advice fewer a month make another one."""
    told = invented()
    themes, languages = cycle(told["themes"]), cycle(told["languages"])
    channels, numbers = cycle(told["channels"]), count()
    facts = []
    for mode, months in told["months"].items():
        for month, people in enumerate(months, 1):
            for _ in range(max(0, people - less)):
                advice = mode == "ADVICE"
                number = next(numbers)
                facts.append(
                    Fact(
                        day=date(told["year"], month, 1 + number % 28),
                        mode=mode,
                        channel=next(channels) if advice else "NONE",
                        themes=tuple(next(themes)) if advice else (),
                        language=next(languages),
                        schemes=("validation",) if number % 40 == 0 else (),
                        profile=profile(number) if advice else None,
                    )
                )
    days = [date(told["year"], month, 1) for month in range(1, 13)]
    counters = [(day, "TICKET", "work", "fr", 40) for day in days]
    counters += [(day, "WAIT_15", "work", "fr", 30) for day in days]
    counters += [(day, "NOBODY_IN", "move", "nl", 1) for day in days[:3]]
    record_history(facts, centre=centre, counters=counters)
    record_past_opinions(
        [(day, "work", "fr", Answers(content="VERY", found="YES")) for day in days], centre=centre
    )


def profile(number: int) -> Profile | None:
    """One in three says something."""
    if number % 3:
        return None
    return Profile(
        gender=("WOMAN", "MAN", "NOT_STATED")[number % 9 // 3],
        status=("JOBSEEKER", "JOBSEEKER", "WORKER", "STUDENT")[number % 12 // 3],
        own_initiative=("YES", "NO")[number % 6 // 3],
    )
