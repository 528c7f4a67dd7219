"""Which forms have been handed in."""

from phare.activities.models import UsedChallenge
from phare.centres.models import Centre


def is_spent(digest: str, *, centre: Centre) -> bool:
    return UsedChallenge.objects.filter(centre=centre, digest=digest).exists()
