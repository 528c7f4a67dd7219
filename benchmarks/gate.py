"""Forty people behind one address register while another address posts 10,000 forms a minute.

make bench NAME=gate

Beside it a control: the same house with the limit taken away, where every post of the flood reaches
Django. A shorter flood of the same rate is enough to see what becomes of it.
"""

import asyncio
import json
import time
from collections import Counter
from typing import Any

from benchmarks.clients import percentile
from benchmarks.opened import opened
from phare.faces.shared.gate.stamps import YOUNGEST
from tests.crowds.people import all_at_once, forms
from tests.house import WEB, House, heard

PEOPLE, ROUNDS = 40, 4
A_MINUTE = 10_000
SECONDS = 60.0
CONTROL_ROUNDS, CONTROL_SECONDS = 1, 12.0
WITHOUT = ("tests.crowds.open_gate_web",)


def measured(house: House, rounds: int, seconds: float) -> dict[str, Any]:
    """Milliseconds until each person had an answer, and what the flood was told."""
    places = str(PEOPLE * rounds)
    path = f"/fr/session/{house.said('tests.crowds.programme', places)}/"
    waiting = [forms(house.origin, path, PEOPLE) for _ in range(rounds)]
    time.sleep(YOUNGEST.total_seconds())
    posts = str(round(A_MINUTE / 60 * seconds))
    flood = house.run("tests.crowds.flood", house.origin, path, posts, str(seconds))
    answers = []
    for bodies in waiting:
        time.sleep(seconds / (rounds + 1))
        answers += asyncio.run(all_at_once(house.origin, path, bodies))
    told = Counter({int(status): times for status, times in heard(flood).items()})
    times = [took * 1000 for _, took in answers]
    return {
        "served": sum(status == 303 for status, _ in answers),
        "p50_ms": round(percentile(times, 0.50)),
        "p95_ms": round(percentile(times, 0.95)),
        "flood": sum(told.values()),
        "refused": told[429],
        "reached_django": told[422] + told[200],
    }


def told(name: str, found: dict[str, Any]) -> None:
    print(f"{name}: " + ", ".join(f"{key} {value}" for key, value in found.items()))


def main() -> None:
    with opened(web=WEB) as house:
        limited = measured(house, ROUNDS, SECONDS)
    told("with the limit", limited)
    with opened(web=WITHOUT) as house:
        control = measured(house, CONTROL_ROUNDS, CONTROL_SECONDS)
    told("without it", control)
    print(
        json.dumps(
            {
                "p95_ms": limited["p95_ms"],
                "served": limited["served"],
                "people": PEOPLE * ROUNDS,
                "flood": limited["flood"],
                "refused": limited["refused"],
                "control_p95_ms": control["p95_ms"],
                "control_served": control["served"],
            }
        )
    )


if __name__ == "__main__":
    main()
