"""Letters that came back: read from their mailbox, noted where reception sees it."""

from dataclasses import dataclass

from django.conf import settings

from phare.activities.actions.told import mark_mail_failed, mark_visit_mail_failed
from phare.centres.queries import all_centres
from phare.faces.shared.letter_marks import Letter, letter_marked
from phare.ground.delivery_reports import report
from phare.ground.mailbox import sift


@dataclass(frozen=True)
class Read:
    """How many reports told of a letter of ours, and how many messages stay for a human."""

    understood: int = 0
    aside: int = 0


def read_bounces() -> Read:
    """One round; nothing when no mailbox is set. Raises `ground.mailbox.NotReached`."""
    if not settings.BOUNCES_URL:
        return Read()
    found = sift(settings.BOUNCES_URL, understand)
    return Read(found.understood, found.aside)


def understand(raw: bytes) -> bool:
    """Whether it is a report about a letter of ours; a permanent one is noted. Safe to repeat."""
    told = report(raw)
    letter = letter_marked(told.headers) if told else None
    if told is None or letter is None:
        return False
    if told.is_permanent:
        _note(letter)
    return True


def _note(letter: Letter) -> None:
    centres = all_centres()
    mark = mark_mail_failed if letter.about == "seat" else mark_visit_mail_failed
    mark(
        letter.row,
        centres=centres,
        kind=letter.kind,
        version=letter.version,
        reach=letter.reach,
    )
