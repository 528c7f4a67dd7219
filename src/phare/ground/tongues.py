"""In which language somebody wrote: a guess, and nothing where it would be a poor one."""

from functools import cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

LEAST_LETTERS = 12  # below that a language is a guess
SURE = 0.6  # likelihood below which nothing is said
# Asked about too, so that Italian is not taken for the Spanish that somebody here speaks.
STRANGERS = frozenset({"it", "pl", "ru", "fa", "bg", "sq"})


def language_of(words: str, *, known: frozenset[str]) -> str:
    """One of the languages known (ISO 639-1) that these words are surely in, else ""."""
    if sum(letter.isalpha() for letter in words) < LEAST_LETTERS:
        return ""
    code, likelihood = _identifier(known | STRANGERS).classify(words)
    return str(code) if code in known and likelihood >= SURE else ""


@cache
def _identifier(codes: frozenset[str]) -> LanguageIdentifier:
    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(sorted(codes & {str(code) for code in identifier.nb_classes}))
    return identifier
