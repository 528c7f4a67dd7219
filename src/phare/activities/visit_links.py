"""The one link that opens a request for a group visit: signed, and gone with the request."""

import uuid

from django.core.signing import BadSignature, Signer

from phare.activities.links import LinkIsOver, LinkIsWrong
from phare.activities.models import GroupRequest
from phare.centres.models import Centre

SALT = "activities.visit"


def visit_link_of(request: GroupRequest) -> str:
    """The part of the address that opens this request."""
    return _signer().sign(f"{request.key.hex}.{request.link_version}")


def request_at(link: str, *, centre: Centre) -> GroupRequest:
    """Whose link it is. Raises `LinkIsWrong` or `LinkIsOver`."""
    try:
        key, _, version = _signer().unsign(link).partition(".")
    except BadSignature as error:
        raise LinkIsWrong from error
    found = GroupRequest.objects.filter(centre=centre, key=uuid.UUID(hex=key)).first()
    if found is None or int(version) != found.link_version:
        raise LinkIsOver
    return found


def _signer() -> Signer:
    return Signer(salt=SALT, sep="~")
