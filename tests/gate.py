"""A public form filled in as a browser would: what it holds, the work done, what is typed."""

import json
from html.parser import HTMLParser
from typing import Any

from altcha import Challenge, solve_challenge


class Fields(HTMLParser):
    """The hidden fields, boxes and first radios of every form; and the task of the gate."""

    def __init__(self) -> None:
        super().__init__()
        self.found: dict[str, str] = {}
        self.task = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        name = given.get("name")
        if tag != "input" or not name:
            return
        self.task = given.get("data-task") or self.task
        is_chosen = given.get("type") not in ("radio", "checkbox") or "checked" in given
        if is_chosen:
            self.found[name] = given.get("value") or ""


def fields_of(page: str) -> Fields:
    found = Fields()
    found.feed(page)
    return found


def work_for(task: str) -> str:
    """What gate.js would have found."""
    challenge = Challenge.from_dict({"parameters": json.loads(task)})
    solution = solve_challenge(challenge)
    assert solution is not None
    return f"{solution.counter}:{solution.derived_key}"


def filled(page: str, *, work: bool = True, **typed: Any) -> dict[str, Any]:
    """Everything that is sent by whoever typed that; without `work` by whoever has no script."""
    form = fields_of(page)
    if work and form.task:
        form.found["work"] = work_for(form.task)
    return {**form.found, **typed}
