"""A letter in its envelope: headers, the two bodies, the calendar."""

from collections.abc import Sequence
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from typing import TYPE_CHECKING

from django.utils.encoding import punycode

from phare.faces.letters import addresses, rendering
from phare.faces.letters.calendars import Invitation
from phare.faces.letters.letter import Letter
from phare.faces.shared import wording
from phare.faces.shared.letter_marks import HEADER
from phare.ground import clock

if TYPE_CHECKING:
    from phare.centres.models import Centre


def message(
    letter: Letter,
    *,
    centre: "Centre",
    to: str,
    mark: str,
    invitations: Sequence[Invitation] = (),
) -> EmailMessage:
    """mixed(alternative(text, HTML, calendar), calendar files), or alternative(text, HTML)."""
    post = EmailMessage(policy=SMTP)
    _address(post, letter, centre=centre, to=to, mark=mark)
    post.set_content(rendering.text(letter), cte="quoted-printable")
    post.add_alternative(rendering.html(letter), subtype="html", cte="quoted-printable")
    if invitations:
        # The first one is the letter's own; who reads only files finds every one below.
        first = invitations[0]
        post.add_alternative(
            first.text,
            subtype="calendar",
            charset="utf-8",
            cte="base64",
            params={"method": first.method},
        )
    for one in invitations:
        post.add_attachment(
            one.text.encode(), maintype="application", subtype="ics", filename=one.file_name
        )
    post["Content-Language"] = letter.language  # last: parts take `Content-` headers with them
    return post


def _in_ascii(address: str) -> str:
    """The domain as the net spells it: `xn--` for one with accents."""
    name, at, domain = address.rpartition("@")
    return f"{name}{at}{punycode(domain)}" if at and not domain.isascii() else address


def _address(post: EmailMessage, letter: Letter, *, centre: "Centre", to: str, mark: str) -> None:
    sender = addresses.sender_of(centre)
    name = wording.said(centre.name, letter.language).text
    user, _, domain = sender.rpartition("@")
    post["Subject"] = letter.subject
    post["From"] = Address(name, user, domain)
    post["To"] = _in_ascii(to)
    if centre.email and centre.email != sender:
        post["Reply-To"] = Address(name, *centre.email.rsplit("@", 1))
    post["Date"] = format_datetime(clock.now())
    post["Message-ID"] = f"<{mark}@{domain}>"
    post[HEADER] = mark
    post["Auto-Submitted"] = "auto-generated"
    # Who is away sends no answer to it (Exchange, and others by custom).
    post["X-Auto-Response-Suppress"] = "OOF, AutoReply"
