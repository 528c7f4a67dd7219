"""Letters that are owed: a row written in the transaction of the act that owes them."""

from phare.activities.choices import LetterKind
from phare.activities.models import Seat
from phare.ground.jobs import owe


def owe_letter(seat: Seat, kind: LetterKind, *, token: str = "") -> None:
    """A letter about that seat as it is in this version, once; nobody to write to, no letter.

    `token` opens the questionnaire of a letter of thanks: it goes with the letter, and is kept
    beside no name.
    """
    registration = seat.registration
    if not registration.mail and not registration.phone:
        return
    words = {"token": token} if token else {}
    owe(
        "letters.send",
        identity=f"letter-{kind}-{seat.pk}-{seat.version}",
        kind=str(kind),
        seat=seat.pk,
        version=seat.version,
        **words,
    )
