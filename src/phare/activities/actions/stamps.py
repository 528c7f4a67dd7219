"""A form of the public is handed in once."""

from collections.abc import Callable
from datetime import datetime

from django.db import IntegrityError, transaction

from phare.activities.models import UsedChallenge
from phare.centres.models import Centre


class StampIsSpent(Exception):
    """This form has been handed in already."""


@transaction.atomic
def spend_stamp(digest: str, *, until: datetime, centre: Centre) -> None:
    """Remembers it as long as it would be accepted. Of two at once the second waits for the first.

    Only its digest is kept: the row names no form, and nobody.
    """
    try:
        with transaction.atomic():
            UsedChallenge.objects.create(centre=centre, digest=digest, expires_at=until)
    except IntegrityError:
        raise StampIsSpent from None


@transaction.atomic
def act_once[T](act: Callable[[], T], *, digest: str, until: datetime, centre: Centre) -> T:
    """`act` in the transaction that spends the stamp: an act that is refused leaves it unspent."""
    spend_stamp(digest, until=until, centre=centre)
    return act()
