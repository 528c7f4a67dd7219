"""How a centre runs its programme."""

from phare.activities.models import ActivitySettings
from phare.centres.models import Centre


def settings_of(*, centre: Centre) -> ActivitySettings:
    """The centre's settings, or the defaults, not written, when nobody changed them yet."""
    return ActivitySettings.objects.filter(centre=centre).first() or ActivitySettings(centre=centre)
