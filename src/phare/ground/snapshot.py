"""What many screens ask at once is made once a state of the database and second of the clock."""

from collections.abc import Callable, Hashable
from typing import Any

from django.db import connection

from phare.ground import clock

KEPT = 500  # values remembered before all are forgotten

_remembered: dict[Hashable, Any] = {}


def snapshot() -> str:
    """Equal texts mean that nothing was written in between; what was committed before is seen."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_current_snapshot()::text")
        return str(cursor.fetchone()[0])


def once_a_state[T](key: Hashable, make: Callable[[], T]) -> T:
    """The value of `make` for this state and second, shared by every request with that key.

    It is never older than the last write anywhere, so a screen that was woken by an act sees it.
    Inside a transaction nothing is shared: its own writes change no snapshot.
    """
    if connection.in_atomic_block:
        return make()
    here = (connection.settings_dict["NAME"], key, snapshot(), int(clock.now().timestamp()))
    if here not in _remembered:
        if len(_remembered) > KEPT:
            _remembered.clear()
        _remembered[here] = make()
    value: T = _remembered[here]
    return value
