"""Somebody at a kiosk wants a human."""

from django.db import transaction

from phare.centres.models import Centre, Screen
from phare.ground import clock
from phare.ground.live import wake
from phare.tickets.events import queue_topic
from phare.tickets.models import HelpCall


@transaction.atomic
def ask_for_help(screen: Screen, *, centre: Centre, language: str) -> HelpCall:
    """Reception sees it at once; asking twice is asking once, in the language said last."""
    asked, _ = HelpCall.objects.update_or_create(
        screen=screen,
        defaults={"language": language},
        create_defaults={"centre": centre, "language": language, "asked_at": clock.now()},
    )
    wake(queue_topic(centre.pk))
    return asked


@transaction.atomic
def answer_help(asked: HelpCall) -> None:
    asked.delete()
    wake(queue_topic(asked.centre_id))
