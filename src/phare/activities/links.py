"""The one link that opens a registration: signed, replaced when something changed, and ending."""

import uuid
from datetime import timedelta

from django.core.signing import BadSignature, Signer
from django.db.models import Max

from phare.activities.models import ActivitySettings, Registration, Seat
from phare.centres.models import Centre
from phare.ground import clock

SALT = "activities.registration"
KEPT_ALONE = timedelta(days=7)  # a registration without any session to come to


class LinkIsWrong(Exception):
    """Not a link of this house, or cut short when it was copied."""


class LinkIsReplaced(Exception):
    """A newer link was sent; `registration` is whose it is."""

    def __init__(self, registration: Registration) -> None:
        super().__init__()
        self.registration = registration


class LinkIsOver(Exception):
    """The session is long past, and what was known has been forgotten."""


def link_of(registration: Registration) -> str:
    """The part of the address that opens this registration now."""
    return _signer().sign(f"{registration.key.hex}.{registration.link_version}")


def registration_at(link: str, *, centre: Centre) -> Registration:
    """Whose link it is. Raises `LinkIsWrong`, `LinkIsReplaced` or `LinkIsOver`."""
    try:
        key, _, version = _signer().unsign(link).partition(".")
    except BadSignature as error:
        raise LinkIsWrong from error
    found = Registration.objects.filter(centre=centre, key=uuid.UUID(hex=key)).first()
    if found is None or is_over(found, centre=centre):
        raise LinkIsOver
    if int(version) != found.link_version:
        raise LinkIsReplaced(found)
    return found


def is_over(registration: Registration, *, centre: Centre) -> bool:
    """Whether the last of its sessions ended longer ago than names are kept."""
    last = Seat.objects.filter(registration=registration).aggregate(last=Max("session__ends_at"))[
        "last"
    ]
    if last is None:
        return clock.now() > registration.registered_at + KEPT_ALONE
    settings = ActivitySettings.objects.filter(centre=centre).first() or ActivitySettings()
    return clock.now() > last + timedelta(days=settings.keep_days)


def _signer() -> Signer:
    # "~" needs no escaping in an address and is no letter of a signature.
    return Signer(salt=SALT, sep="~")
