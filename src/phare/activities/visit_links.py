"""The link that opens a group's request: signed, replaced by a newer one, ending with the row."""

import uuid

from django.core.signing import BadSignature, Signer

from phare.activities.links import LinkIsOver, LinkIsWrong
from phare.activities.models import GroupRequest
from phare.centres.models import Centre

SALT = "activities.visit"


class VisitLinkIsReplaced(Exception):
    """A newer link was sent; `request` is whose it is."""

    def __init__(self, request: GroupRequest) -> None:
        super().__init__()
        self.request = request


def link_of_request(request: GroupRequest) -> str:
    """The part of the address that opens this request now."""
    return _signer().sign(f"{request.key.hex}.{request.link_version}")


def request_at(link: str, *, centre: Centre) -> GroupRequest:
    """Whose link it is. Raises `LinkIsWrong`, `VisitLinkIsReplaced` or `LinkIsOver`."""
    try:
        key, _, version = _signer().unsign(link).partition(".")
    except BadSignature as error:
        raise LinkIsWrong from error
    found = GroupRequest.objects.filter(centre=centre, key=uuid.UUID(hex=key)).first()
    if found is None:
        raise LinkIsOver
    if int(version) != found.link_version:
        raise VisitLinkIsReplaced(found)
    return found


def _signer() -> Signer:
    return Signer(salt=SALT, sep="~")
