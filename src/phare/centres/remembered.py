"""What a centre is, read once a revision.

Words, hours and screens change a few times a month and are asked for at every request. A trigger
stamps the room at every write, so what was read under one stamp is true as long as the stamp is:
one small query a request replaces a dozen, and no process is ever behind another.
"""

import copy
import uuid
from collections.abc import Callable, Hashable
from functools import wraps
from typing import Any

from django.db import connection

from phare.centres.models import Centre, Revision

KEPT = 2000  # values remembered before all are forgotten

_remembered: dict[Hashable, Any] = {}


def revision() -> uuid.UUID | None:
    """The stamp of the last write to this room; None before the first, and in a transaction, where
    what was just written has no stamp yet for others and nothing is remembered."""
    if connection.in_atomic_block:
        return None
    return Revision.objects.values_list("stamp", flat=True).first()


def hold_room() -> None:
    """Nobody else writes to this room until the transaction ends.

    What every write takes first is taken before looking, so that two cannot wait for each other.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO centres_revision (id, stamp) VALUES (1, gen_random_uuid())"
            " ON CONFLICT (id) DO UPDATE SET stamp = EXCLUDED.stamp"
        )


def remembered[T](stamp: uuid.UUID | None, key: Hashable, make: Callable[[], T]) -> T:
    """The value of `make` under that stamp: a shallow copy, so that nobody changes another's.

    Inside a transaction `make` is asked again, for what the transaction wrote.
    """
    if stamp is None or connection.in_atomic_block:
        return make()
    here = (connection.settings_dict["NAME"], stamp, key)
    found: T | None = _remembered.get(here)
    if found is not None:
        return copy.copy(found)
    value = make()
    # What is not there is not remembered: anybody may ask for a wrong key, and for another.
    if value is not None:
        if len(_remembered) > KEPT:
            _remembered.clear()
        _remembered[here] = value
    return copy.copy(value)


def once_a_revision[**P, T](query: Callable[P, T]) -> Callable[P, T]:
    """A query of one `centre=`, asked once for a centre that came in by the door (`centre_at`)."""

    @wraps(query)
    def asked(*args: P.args, **words: P.kwargs) -> T:
        centre = words["centre"]
        assert isinstance(centre, Centre)
        rest = tuple((name, value) for name, value in sorted(words.items()) if name != "centre")
        key = (query.__name__, centre.pk, args, rest)
        return remembered(centre.revision, key, lambda: query(*args, **words))

    return asked
