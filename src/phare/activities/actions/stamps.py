"""A form of the public is handed in once."""

from collections.abc import Callable
from datetime import datetime

from django.db import connection, transaction

from phare.centres.models import Centre


class StampIsSpent(Exception):
    """This form has been handed in already."""


@transaction.atomic
def spend_stamp(digest: str, *, until: datetime, centre: Centre) -> None:
    """Remembers it as long as it would be accepted. Of two at once the second waits for the first.

    Only its digest is kept: the row names no form, and nobody.
    """
    with connection.cursor() as cursor:
        # The unique digest decides, in one statement: most forms are handed in once.
        cursor.execute(
            "INSERT INTO activities_usedchallenge (centre_id, digest, expires_at)"
            " VALUES (%s, %s, %s) ON CONFLICT DO NOTHING",
            [centre.pk, digest, until],
        )
        if cursor.rowcount == 0:
            raise StampIsSpent


@transaction.atomic
def act_once[T](act: Callable[[], T], *, digest: str, until: datetime, centre: Centre) -> T:
    """`act` in the transaction that spends the stamp: an act that is refused leaves it unspent."""
    spend_stamp(digest, until=until, centre=centre)
    return act()
