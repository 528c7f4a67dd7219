"""What a visitor's own words suggest; never stored, never decided."""

import re
import unicodedata
from collections import Counter as Tally
from dataclasses import dataclass

from phare.centres.models import Centre
from phare.centres.queries import languages as languages_of
from phare.ground.tongues import language_of
from phare.tickets.models import Cue


@dataclass(frozen=True)
class Suggestion:
    """Theme and language codes, "" where the words do not tell; `because` are the words found."""

    theme: str
    language: str
    because: tuple[str, ...]


def cues(*, centre: Centre) -> list[Cue]:
    return list(Cue.objects.filter(centre=centre).order_by("language", "theme", "word", "pk"))


def cue_numbered(pk: int, *, centre: Centre) -> Cue | None:
    return Cue.objects.filter(centre=centre, pk=pk).first()


def suggestion(words: str, *, centre: Centre) -> Suggestion:
    """What the words suggest by the centre's lists, accents and endings left aside."""
    said = _plain(words)
    found: Tally[str] = Tally()
    languages: Tally[str] = Tally()
    because = []
    for cue in cues(centre=centre):
        if re.search(rf"\b{re.escape(_plain(cue.word))}", said):
            found[cue.theme] += len(cue.word)
            languages[cue.language] += 1
            because.append(cue.word)
    theme = found.most_common(1)[0][0] if found else ""
    known = frozenset(language.code for language in languages_of(centre=centre))
    language = language_of(words, known=known) or (
        languages.most_common(1)[0][0] if languages else ""
    )
    return Suggestion(theme, language, tuple(dict.fromkeys(because)))


def _plain(words: str) -> str:
    folded = unicodedata.normalize("NFKD", words.casefold())
    return "".join(letter for letter in folded if not unicodedata.combining(letter))
