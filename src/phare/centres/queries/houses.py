"""Which networks and centres there are, and which one answers at a host name."""

from phare.centres.models import Centre, Network
from phare.centres.remembered import remembered, revision


def network_named(*, network: str) -> Network:
    """The network of that slug. Raises `Network.DoesNotExist`."""
    return Network.objects.get(slug=network)


def centre_named(*, centre: str) -> Centre:
    """The centre of that slug. Raises `Centre.DoesNotExist`."""
    return Centre.objects.select_related("network").get(slug=centre)


def centre_numbered(*, centre: int) -> Centre:
    """The centre of that key. Raises `Centre.DoesNotExist`."""
    return Centre.objects.select_related("network").get(pk=centre)


def centre_at(*, centre: str) -> Centre | None:
    """The centre that answers at that host name; a host nobody claims gets the first centre.

    What is asked of it afterwards is read once a revision (`phare.centres.remembered`).
    """
    stamp = revision()
    found = remembered(stamp, ("centre_at", centre), lambda: _hosted(centre))
    if found is not None:
        found.revision = stamp
    return found


def _hosted(host: str) -> Centre | None:
    hosted = Centre.objects.select_related("network").order_by("pk")
    return hosted.filter(hosts__contains=[host]).first() or hosted.first()


def all_centres(*, network: Network | None = None) -> list[Centre]:
    """Every centre, or those of one network."""
    found = Centre.objects.select_related("network").order_by("pk")
    return list(found if network is None else found.filter(network=network))
