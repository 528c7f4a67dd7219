"""Asking people what they think, and keeping the answer without the person."""

import uuid
from dataclasses import dataclass
from datetime import date, timedelta

from django.db import IntegrityError, transaction

from phare.centres.models import Centre
from phare.contacts.actions import count
from phare.contacts.choices import Counted
from phare.ground import clock
from phare.ground.text import masked
from phare.satisfaction import choices
from phare.satisfaction.models import Invitation, Opinion

DAYS_TO_ANSWER = 14


@dataclass(frozen=True)
class Answers:
    """Each may be left out, but not all of them."""

    found: str = choices.NO_ANSWER
    content: str = choices.NO_ANSWER
    recommend: str = choices.NO_ANSWER
    comment: str = ""

    def __bool__(self) -> bool:
        return any((self.found, self.content, self.recommend, self.comment.strip()))


class QuestionnaireIsGone(Exception):
    """The token was used, or its time is over."""


class NothingWasAnswered(Exception):
    """Not one question has an answer."""


@transaction.atomic
def open_questionnaire(*, centre: Centre, day: date, mode: str, theme: str, language: str) -> str:
    """A one-time token for the QR shown after closing. What training is told counts nowhere."""
    invitation = Invitation.objects.create(
        centre=centre,
        day=day,
        mode=mode,
        theme=theme,
        language=language,
        expires_on=day + timedelta(days=DAYS_TO_ANSWER),
    )
    count(Counted.QUESTIONNAIRE, centre=centre, day=day, theme=theme, language=language)
    return invitation.token


@transaction.atomic
def answer_questionnaire(token: str, answers: Answers, *, centre: Centre) -> None:
    """Keeps the answers, forgets the token. Raises `QuestionnaireIsGone`, `NothingWasAnswered`."""
    if not answers:
        raise NothingWasAnswered
    invitation = (
        Invitation.objects.select_for_update(of=("self",))
        .filter(centre=centre, token=token, expires_on__gte=clock.today(centre.time_zone))
        .first()
    )
    if invitation is None:
        raise QuestionnaireIsGone
    _keep(
        answers,
        centre=centre,
        source=choices.Source.TOKEN,
        day=invitation.day,
        mode=invitation.mode,
        theme=invitation.theme,
        language=invitation.language,
    )
    invitation.delete()


@transaction.atomic
def answer_at_kiosk(
    answers: Answers, *, centre: Centre, mode: str, language: str, key: uuid.UUID
) -> None:
    """An opinion given in the house without a token; counted apart, once per `key`."""
    if not answers:
        raise NothingWasAnswered
    try:
        with transaction.atomic():
            _keep(
                answers,
                centre=centre,
                source=choices.Source.KIOSK,
                day=clock.today(centre.time_zone),
                mode=mode,
                theme="",
                language=language,
                key=key,
            )
    except IntegrityError:
        # The unique key decides: two that come at once cannot both look and find nothing.
        if not Opinion.objects.filter(key=key).exists():
            raise


@transaction.atomic
def record_past_opinions(opinions: list[tuple[date, str, str, Answers]], *, centre: Centre) -> None:
    """Writes opinions of a simulated past: (day, theme, language, answers), all by token."""
    Opinion.objects.bulk_create(
        [
            Opinion(
                centre=centre,
                source=choices.Source.TOKEN,
                day=day.replace(day=1),
                mode="ADVICE",
                theme=theme,
                language=language,
                found=a.found,
                content=a.content,
                recommend=a.recommend,
            )
            for day, theme, language, a in opinions
        ]
    )


@transaction.atomic
def drop_expired_questionnaires(*, centre: Centre, day: date) -> int:
    """Forgets the tokens nobody used in time."""
    return Invitation.objects.filter(centre=centre, expires_on__lt=day).delete()[0]


@transaction.atomic
def forget_comments(*, centre: Centre, day: date) -> int:
    """What was written goes at the end of the year after; the answers stay, for they name nobody.

    An opinion that was nothing but a comment goes with it: no figure counts it.
    """
    old = Opinion.objects.filter(centre=centre, day__lt=date(day.year - 1, 1, 1)).exclude(
        comment=""
    )
    found = old.count()
    old.filter(found="", content="", recommend="").delete()
    old.update(comment="")
    return found


def _keep(
    answers: Answers,
    *,
    centre: Centre,
    source: str,
    day: date,
    mode: str,
    theme: str,
    language: str,
    key: uuid.UUID | None = None,
) -> None:
    if centre.training:
        return
    Opinion.objects.create(
        centre=centre,
        key=key or uuid.uuid4(),
        source=source,
        day=day.replace(day=1),
        mode=mode,
        theme=theme,
        language=language,
        found=answers.found,
        content=answers.content,
        recommend=answers.recommend,
        comment=masked(answers.comment.strip()),
    )
