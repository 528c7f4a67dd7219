"""The words that suggest a theme."""

from collections.abc import Iterable

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
def add_cues(*, centre: Centre, theme: str, language: str, words: Iterable[str]) -> int:
    """Several words at once, each said once; how many there were."""
    fresh = {word.strip().casefold() for word in words} - {""}
    for word in sorted(fresh):
        add_cue(centre=centre, theme=theme, language=language, word=word)
    return len(fresh)


@transaction.atomic
def remove_cue(cue: Cue) -> None:
    cue.delete()
