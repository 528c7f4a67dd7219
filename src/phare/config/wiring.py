"""The only table of who answers what: events after commit, and the jobs that actions owe."""

from collections.abc import Callable

from phare.ground import announce

ANSWERS: dict[type, list[Callable]] = {}


def connect() -> None:
    """Idempotent: called once per process by `phare.config.apps`."""
    announce.wire(ANSWERS)
