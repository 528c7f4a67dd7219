"""Forty people behind one address register while another address posts 10,000 forms a minute.

make bench NAME=gate

A class of forty sends within ten seconds, four times over, while the flood lasts; then forty send
at the same moment, which is told too and is mostly the time that forty registrations take. Beside
it a control: the same house without the limit, where every post of the flood reaches Django.
"""

import asyncio
import json
import time
from collections import Counter
from typing import Any

from benchmarks.clients import percentile
from benchmarks.opened import opened
from phare.faces.shared.gate.stamps import YOUNGEST
from tests.crowds.people import all_within, forms
from tests.house import WEB, House, heard

PEOPLE = 40
WITHIN = 10.0  # seconds in which a class sends
A_MINUTE = 10_000
WITHOUT = ("tests.crowds.open_gate_web",)


def measured(house: House, rounds: int) -> dict[str, Any]:
    """Milliseconds until each person had an answer, and what the flood was told."""
    seconds = (rounds + 2) * WITHIN
    path = f"/fr/session/{house.said('tests.crowds.programme', str(PEOPLE * (rounds + 1)))}/"
    waiting = [forms(house.origin, path, PEOPLE) for _ in range(rounds + 1)]
    time.sleep(YOUNGEST.total_seconds())
    posts = str(round(A_MINUTE / 60 * seconds))
    flood = house.run("tests.crowds.flood", house.origin, path, posts, str(seconds))
    time.sleep(WITHIN / 2)
    *classes, burst = waiting
    answers = []
    for bodies in classes:
        answers += asyncio.run(all_within(house.origin, path, bodies, seconds=WITHIN))
    at_once = asyncio.run(all_within(house.origin, path, burst))
    told = Counter({int(status): times for status, times in heard(flood).items()})
    return {
        "served": sum(status == 303 for status, _ in answers + at_once),
        "people": len(answers) + len(at_once),
        "p50_ms": milliseconds(answers, 0.50),
        "p95_ms": milliseconds(answers, 0.95),
        "at_once_p95_ms": milliseconds(at_once, 0.95),
        "flood": sum(told.values()),
        "refused": told[429],
        "reached_django": told[422] + told[200],
    }


def milliseconds(answers: list[tuple[int, float]], share: float) -> int:
    return round(percentile([took * 1000 for _, took in answers], share))


def told(name: str, found: dict[str, Any]) -> None:
    print(f"{name}: " + ", ".join(f"{key} {value}" for key, value in found.items()))


def main() -> None:
    with opened(web=WEB) as house:
        limited = measured(house, rounds=4)
    told("with the limit", limited)
    with opened(web=WITHOUT) as house:
        control = measured(house, rounds=1)
    told("without it", control)
    shown = ("p95_ms", "at_once_p95_ms", "served", "people", "flood", "refused")
    beside = {f"control_{key}": control[key] for key in ("p95_ms", "at_once_p95_ms", "served")}
    print(json.dumps({key: limited[key] for key in shown} | beside))


if __name__ == "__main__":
    main()
