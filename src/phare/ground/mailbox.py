"""A mailbox that a program empties: what it understands is deleted, the rest stays, flagged."""

import imaplib
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from imapclient import FLAGGED, IMAPClient
from imapclient.exceptions import IMAPClientError

TIMEOUT = 30.0
AT_ONCE = 200  # messages a round; the next round comes
LARGEST = 2_000_000  # bytes: no report is so long


class NotReached(Exception):
    """The server does not answer, or does not let us in."""


@dataclass(frozen=True)
class Sifted:
    understood: int
    aside: int


def sift(url: str, understood: Callable[[bytes], bool]) -> Sifted:
    """Hands each message that was not put aside before to `understood`; deletes it when it was.

    A message is deleted only after the call returned, so one that is cut short is read again.
    Raises `NotReached`, which names neither the mailbox nor a sender.
    """
    done, aside = 0, 0
    with _opened(url) as box:
        for number in list(box.search(["UNDELETED", "UNFLAGGED"]))[:AT_ONCE]:
            raw = _content(box, number)
            if raw is None:
                continue
            if raw and understood(raw):
                box.delete_messages([number])
                done += 1
            else:
                box.add_flags([number], [FLAGGED])
                aside += 1
        if done:
            box.expunge()
    return Sifted(done, aside)


@contextmanager
def _opened(url: str) -> Iterator[IMAPClient]:
    parts = urlsplit(url)
    failed = False
    box: IMAPClient | None = None
    try:
        box = IMAPClient(
            parts.hostname or "",
            port=parts.port,
            ssl=parts.scheme == "imaps",
            timeout=TIMEOUT,
        )
        box.login(unquote(parts.username or ""), unquote(parts.password or ""))
        box.select_folder(unquote(parts.path.lstrip("/")) or "INBOX")
        yield box
    except (IMAPClientError, imaplib.IMAP4.error, OSError):
        failed = True
    finally:
        if box is not None:
            with suppress(IMAPClientError, imaplib.IMAP4.error, OSError):
                box.logout()
    if failed:
        # Raised here, outside: the library's words may hold what the server said.
        raise NotReached


def _content(box: IMAPClient, number: int) -> bytes | None:
    """The whole message without marking it as read; empty when it is too long, None when gone."""
    size = box.fetch([number], ["RFC822.SIZE"]).get(number)
    if size is None:
        return None
    if size[b"RFC822.SIZE"] > LARGEST:
        return b""
    found = box.fetch([number], ["BODY.PEEK[]"]).get(number)
    return bytes(found[b"BODY[]"]) if found else None
