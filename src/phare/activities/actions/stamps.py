"""A form of the public is handed in once."""

from collections.abc import Callable
from datetime import datetime

from django.db import IntegrityError, transaction

from phare.activities.models import UsedChallenge
from phare.centres.models import Centre
from phare.ground import clock


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


@transaction.atomic
def drop_used_challenges(*, centre: Centre | None = None) -> int:
    """Forgets every stamp that is too old to be handed in again."""
    over = UsedChallenge.objects.filter(expires_at__lte=clock.now())
    return (over if centre is None else over.filter(centre=centre)).delete()[0]
