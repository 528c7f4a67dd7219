"""Which machines are the centre's own."""

from phare.activities.models import ActivitySettings
from phare.centres.models import Centre


def house_networks(*, centre: Centre) -> tuple[str, ...]:
    """Networks (CIDR) whose forms are believed to be filled in by people of the house."""
    found = ActivitySettings.objects.filter(centre=centre).values_list("house_networks", flat=True)
    return tuple(next(iter(found), ()))
