"""The words that suggest a theme."""

from django.db import transaction

from phare.centres.models import Centre
from phare.tickets.models import Cue


@transaction.atomic
def add_cue(*, centre: Centre, theme: str, language: str, word: str) -> Cue:
    """A word suggests one theme a language; giving it again moves it."""
    cue, _ = Cue.objects.update_or_create(
        centre=centre, language=language, word=word.strip().casefold(), defaults={"theme": theme}
    )
    return cue


@transaction.atomic
def remove_cue(cue: Cue) -> None:
    cue.delete()
