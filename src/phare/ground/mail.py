"""The post: one message handed to an SMTP server, or a clear word that it was not.

Without a server the demo keeps messages as files that any mail program opens; an installation of
its own says `NotSetUp`, and what is owed stays owed. No error holds an address: errors are logged.
"""

import smtplib
from collections.abc import Iterable
from email.message import EmailMessage
from email.policy import Policy
from pathlib import Path

from django.conf import settings
from django.core import mail

from phare.ground.state import state_folder

PERMANENT = range(500, 600)
FOLDER = "letters"


class NotSetUp(Exception):
    """No server is known: PHARE_SMTP_URL is empty."""


class NotNow(Exception):
    """The server did not take it this time: it may later. `code` is the server's, 0 is none."""

    def __init__(self, code: int = 0) -> None:
        super().__init__(f"not now ({code})" if code else "no answer")
        self.code = code


class Refused(Exception):
    """The server will never take it for this recipient."""

    def __init__(self, code: int = 0) -> None:
        super().__init__(f"refused ({code})")
        self.code = code


class Prepared(mail.EmailMessage):
    """A message that is finished, in the clothes Django's transports know."""

    def __init__(self, message: EmailMessage, *, sender: str, to: str) -> None:
        super().__init__(from_email=sender, to=[to])
        self.finished = message

    def message(self, *, policy: Policy | None = None) -> EmailMessage:
        return self.finished


def deliver(message: EmailMessage, *, sender: str, to: str, name: str) -> None:
    """Hands `message` over. `sender` hears of failures; `name` is that of the demo's file.

    Raises `NotSetUp`, `NotNow` or `Refused`; none of them says who it was for.
    """
    if not settings.MAILERS:
        if not settings.DEMO:
            raise NotSetUp
        return keep(message, name=name)
    failure = _failure(Prepared(message, sender=sender, to=to))
    if failure is not None:
        # Raised here, outside, so that the library's error and its address are not its context.
        raise failure


def _failure(message: Prepared) -> NotNow | Refused | None:
    try:
        mail.mailers.default.send_messages([message])
    except smtplib.SMTPRecipientsRefused as error:
        return _of_codes(code for code, _ in error.recipients.values())
    except smtplib.SMTPDataError as error:
        return _of_codes([error.smtp_code])
    except smtplib.SMTPResponseException as error:
        # Who may send, and how to sign in: a mistake of ours, never of the recipient.
        return NotNow(error.smtp_code)
    except (smtplib.SMTPException, OSError):
        return NotNow()
    except ValueError:
        return Refused()  # not an address at all
    return None


def keep(message: EmailMessage, *, name: str) -> None:
    """The message as a file of the state folder."""
    folder: Path = state_folder() / FOLDER
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    (folder / f"{name}.eml").write_bytes(message.as_bytes())


def _of_codes(codes: Iterable[int]) -> NotNow | Refused:
    code = max(codes, default=0)
    return Refused(code) if code in PERMANENT else NotNow(code)
