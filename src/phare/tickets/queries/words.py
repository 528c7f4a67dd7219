"""What a visitor's own words suggest; never stored, never decided."""

import re
import unicodedata
from collections import Counter as Tally
from dataclasses import dataclass
from functools import cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

from phare.centres.models import Centre
from phare.centres.queries import languages as languages_of
from phare.tickets.models import Cue

LEAST_LETTERS = 12  # below that a language is a guess
SURE = 0.6  # likelihood below which nothing is said
# Asked about too, so that Italian is not taken for the Spanish that somebody here speaks.
STRANGERS = frozenset({"it", "pl", "ru", "fa", "bg", "sq"})


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
    language = _language(words, known) or (languages.most_common(1)[0][0] if languages else "")
    return Suggestion(theme, language, tuple(dict.fromkeys(because)))


def _language(words: str, known: frozenset[str]) -> str:
    """One of the languages known that these words are surely in, else ""."""
    if sum(letter.isalpha() for letter in words) < LEAST_LETTERS:
        return ""
    code, likelihood = _identifier(known | STRANGERS).classify(words)
    return str(code) if code in known and likelihood >= SURE else ""


@cache
def _identifier(codes: frozenset[str]) -> LanguageIdentifier:
    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(sorted(codes & {str(code) for code in identifier.nb_classes}))
    return identifier


def _plain(words: str) -> str:
    folded = unicodedata.normalize("NFKD", words.casefold())
    return "".join(letter for letter in folded if not unicodedata.combining(letter))
