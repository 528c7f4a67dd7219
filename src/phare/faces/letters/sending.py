"""One letter on its way: by mail, else as a text message, else as a call to be made."""

from collections.abc import Sequence

from django.conf import settings
from django.utils import translation

from phare.activities.actions.calls import owe_call_for
from phare.activities.actions.told import mark_mail_failed, note_told, note_withdrawn
from phare.activities.choices import LetterKind, SeatState
from phare.activities.queries.letters import Owed
from phare.faces.letters import addresses
from phare.faces.letters.calendars import Invitation, invitation
from phare.faces.letters.letter import Letter
from phare.faces.letters.messages import message
from phare.faces.letters.sentences import letter
from phare.faces.shared.letter_marks import Letter as Marked
from phare.faces.shared.letter_marks import mark_of
from phare.ground import mail, sms

# What a calendar is told together with.
IN_CALENDARS = (LetterKind.CONFIRMATION, LetterKind.CHANGE, LetterKind.LINK)
SHORT_KINDS = tuple(kind for kind in LetterKind if kind != LetterKind.THANKS)


def send(owed: Owed, *, version: int, token: str = "") -> None:
    """Raises `mail.NotSetUp`, `mail.NotNow` or `sms.NotNow` for whoever tries again later."""
    marked = marked_as(owed, version=version)
    with translation.override(owed.language):
        said = letter(owed, token=token)
        if owed.mail and not owed.mail_failed:
            _by_mail(owed, said, marked)
        elif owed.phone:
            _by_phone(owed, said, marked)


def marked_as(owed: Owed, *, version: int) -> Marked:
    return Marked(owed.kind, "seat", owed.about.seat, version, owed.reach)


def _by_mail(owed: Owed, said: Letter, marked: Marked) -> None:
    invitations = _invitations(owed)
    mark = mark_of(marked)
    post = message(said, centre=owed.centre, to=owed.mail, mark=mark, invitations=invitations)
    sender = settings.BOUNCE_ADDRESS or addresses.sender_of(owed.centre)
    try:
        mail.deliver(post, sender=sender, to=owed.mail, name=mark)
    except mail.Refused:
        give_up(owed, marked)
        return
    note(owed, invitations)


def give_up(owed: Owed, marked: Marked) -> None:
    mark_mail_failed(
        marked.row,
        centres=[owed.centre],
        kind=marked.kind,
        version=marked.version,
        reach=marked.reach,
    )


def _invitations(owed: Owed) -> list[Invitation]:
    found = []
    if owed.kind in IN_CALENDARS:
        seated = [one for one in owed.entries if one.state == SeatState.SEATED]
        found = [invitation(one, owed, "REQUEST") for one in seated]
    return found + [invitation(one, owed, "CANCEL") for one in owed.withdrawn]


def note(owed: Owed, invitations: Sequence[Invitation]) -> None:
    """Written once the letter is gone: a repeat before that tells the same."""
    invited = any(one.method == "REQUEST" for one in invitations)
    said = {
        one.seat: {**one.facts, "state": one.state, "version": one.version}
        | ({"invited": True} if invited and one.state == SeatState.SEATED else {})
        for one in owed.entries
    }
    note_told(said, centre=owed.centre)
    if owed.withdrawn:
        note_withdrawn([one.seat for one in owed.withdrawn], centre=owed.centre)


def _by_phone(owed: Owed, said: Letter, marked: Marked) -> None:
    """A sentence and a link; where no text message can be sent, somebody calls."""
    if owed.kind not in SHORT_KINDS:
        return
    try:
        sms.gateway().send(to=owed.phone, text=short(said), key=mark_of(marked))
    except (sms.NoGateway, sms.Refused):
        owe_call_for(marked.row, kind=marked.kind, version=marked.version, centre=owed.centre)
        return
    note(owed, ())


def short(said: Letter) -> str:
    parts = [f"{said.centre}: {said.subject}."]
    if said.button:
        parts.append(said.button[1])
    return " ".join(parts)
