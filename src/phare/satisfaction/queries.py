"""What people answered, added up."""

from collections.abc import Sequence

from django.db.models import Count

from phare.centres.models import Centre
from phare.ground import clock
from phare.ground.periods import Days
from phare.satisfaction.models import Invitation, Opinion

QUESTIONS = ("found", "content", "recommend")


def is_open(token: str, *, centre: Centre) -> bool:
    """Whether that token still opens the questions."""
    today = clock.today(centre.time_zone)
    return Invitation.objects.filter(centre=centre, token=token, expires_on__gte=today).exists()


def language_of(token: str, *, centre: Centre) -> str:
    """The language of the interview the token was given after; "" when it is gone."""
    found = Invitation.objects.filter(centre=centre, token=token).values_list("language", flat=True)
    return found.first() or ""


def opinions_in(
    days: Days, *, centres: Sequence[Centre], question: str, source: str
) -> dict[str, int]:
    """Answer to number of people, unanswered left out, over the months that `days` touches."""
    if question not in QUESTIONS:
        raise ValueError(question)
    found = Opinion.objects.filter(
        centre__in=centres, day__range=(days.first.replace(day=1), days.last), source=source
    ).exclude(**{question: ""})
    rows = found.values_list(question).annotate(n=Count("pk")).order_by(question)
    return dict(rows)


def comments_in(days: Days, *, centres: Sequence[Centre]) -> list[Opinion]:
    """Opinions with a comment, newest month first; national numbers are masked already."""
    found = Opinion.objects.filter(
        centre__in=centres, day__range=(days.first.replace(day=1), days.last)
    ).exclude(comment="")
    return list(found.order_by("-day", "-pk"))
