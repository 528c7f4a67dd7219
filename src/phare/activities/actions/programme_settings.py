"""What managers settle of the programme."""

import ipaddress
from collections.abc import Sequence
from dataclasses import asdict, dataclass

from django.db import transaction

from phare.activities.models import ActivitySettings
from phare.centres.models import Centre


class NotANetwork(Exception):
    """A line that is no network address, such as 192.0.2.0/24 or 2001:db8::/48."""

    def __init__(self, line: str) -> None:
        super().__init__(line)
        self.line = line


@dataclass(frozen=True)
class Settled:
    keep_days: int
    offer_hours: int
    passes_at_most: int
    reminder_hours: int
    video_minutes: int
    people_at_most: int
    one_sided: str
    house_networks: Sequence[str]


@transaction.atomic
def set_activity_settings(*, centre: Centre, settled: Settled) -> ActivitySettings:
    """They hold from now on. Raises `NotANetwork`."""
    networks = [_network(line) for line in settled.house_networks]
    values = asdict(settled) | {"house_networks": networks}
    row, _ = ActivitySettings.objects.update_or_create(centre=centre, defaults=values)
    return row


def _network(line: str) -> str:
    try:
        return str(ipaddress.ip_network(line.strip(), strict=False))
    except ValueError as error:
        raise NotANetwork(line) from error
