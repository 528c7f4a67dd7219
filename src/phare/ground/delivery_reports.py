"""Reports of mail servers (RFC 3464) about a message that was not, or not yet, delivered."""

from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes
from email.message import Message
from email.policy import compat32

RETURNED = ("text/rfc822-headers", "message/rfc822", "message/global-headers", "message/global")
STATUS = ("message/delivery-status", "message/global-delivery-status")


@dataclass(frozen=True)
class Report:
    """`headers` are those of the message that came back, as far as the report holds them."""

    is_permanent: bool
    headers: str


def report(raw: bytes) -> Report | None:
    """None for anything that is not a report of delivery, or is not to be understood."""
    try:
        message = message_from_bytes(raw, policy=compat32)
        return _report(message)
    except (LookupError, ValueError, TypeError, AttributeError):
        return None  # whatever arrives from outside may be broken in any way


def _report(message: Message) -> Report | None:
    if message.get_content_type() != "multipart/report":
        return None
    recipients = [one for part in _parts(message, STATUS) for one in _recipients(part)]
    if not recipients:
        return None
    return Report(
        is_permanent=any(_is_permanent(one) for one in recipients),
        headers="\n".join([*_own_headers(message), *_returned_headers(message)]),
    )


def _parts(message: Message, kinds: tuple[str, ...]) -> Iterator[Message]:
    for part in message.walk():
        if part.get_content_type() in kinds:
            yield part


def _recipients(part: Message) -> list[Message]:
    """The groups of fields about recipients: all but the first, which is about the message."""
    payload = part.get_payload()
    groups = [one for one in payload if isinstance(one, Message)] if payload else []
    return [one for one in groups if one.get("Action") or one.get("Status")]


def _is_permanent(recipient: Message) -> bool:
    action = str(recipient.get("Action", "")).strip().lower()
    status = str(recipient.get("Status", "")).strip()
    return action == "failed" and not status.startswith(("2", "4"))


def _own_headers(message: Message) -> Iterator[str]:
    """Servers that return nothing may still say what they answer."""
    for name in ("In-Reply-To", "References"):
        if message.get(name):
            yield str(message[name])


def _returned_headers(message: Message) -> Iterator[str]:
    for part in _parts(message, RETURNED):
        payload = part.get_payload()
        if isinstance(payload, list):
            for inner in payload:
                if isinstance(inner, Message):
                    yield from (f"{name}: {value}" for name, value in inner.items())
        else:
            decoded = part.get_payload(decode=True)
            if isinstance(decoded, bytes):
                yield decoded.decode("utf-8", errors="replace")
