"""Work that is owed: a row written in the transaction of the act that owes it.

A job is done at least once; its identity (`lock`) makes a repeat harmless.
"""

from typing import Any

from procrastinate.contrib.django import app

QUEUE = "phare"


def owe(task: str, *, identity: str, **arguments: Any) -> None:
    """Defers the task bound to the name `task`; nothing remains if the transaction rolls back."""
    app.configure_task(task, queue=QUEUE, queueing_lock=identity).defer(**arguments)
