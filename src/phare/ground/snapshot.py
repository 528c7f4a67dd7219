"""What many screens ask at once is made once a state of the database and second of the clock."""

from collections.abc import Callable, Hashable
from concurrent.futures import Future
from threading import Lock

from django.db import connection

from phare.ground import clock

KEPT = 500  # values remembered before all are forgotten

_remembered: dict[Hashable, Future] = {}
_at_the_table = Lock()


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
    future, is_first = _place_for(here)
    if is_first:
        _make(here, future, make)
    # A room full of telephones is woken at once: one request makes the value, the others wait.
    value: T = future.result()
    return value


def _place_for(here: Hashable) -> tuple[Future, bool]:
    """Where the value is, or will be; True for whoever has to make it."""
    with _at_the_table:
        if here in _remembered:
            return _remembered[here], False
        if len(_remembered) > KEPT:
            _remembered.clear()
        _remembered[here] = Future()
        return _remembered[here], True


def _make[T](here: Hashable, future: Future[T], make: Callable[[], T]) -> None:
    """Keeps the value; an error reaches those who wait and is forgotten, so that it is retried."""
    try:
        future.set_result(make())
    except BaseException as error:
        _remembered.pop(here, None)
        future.set_exception(error)
