"""Whether a passage is in the language it claims: long ones by a detector, short ones by words.

Only the four languages of the house are told apart; a passage in another one is not judged.
"""

import re
from functools import cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

HOUSE = ("fr", "nl", "en", "de")
LONG = 40  # letters from which the detector is right often enough
SURE = 0.95
# Words that one of the four languages has and none of the others.
KNOWN = {
    "fr": "le les du au aux une vous votre vos nous notre est sont pas pour avec dans sur qui que "
    "ou où cette ces ce son aujourd’hui et à être plus sans chez",
    "nl": "het een niet uw wij zijn voor met naar van bij ook maar hier uit zonder deze dit wordt "
    "worden vandaag nog geen kunt kan aan op ik u dan",
    "en": "the and your you with for is are not this that from have has been we our who today at "
    "when what without no of to",
    "de": "der die das und nicht sie ihr ihre ihren mit für ist sind ein eine einen wir auf bei "
    "auch oder ohne heute zum zur von wird werden noch kein keine zu",
}
OWN = {code: frozenset(words.split()) for code, words in KNOWN.items()}
# Shared after all: "van" is a car, "die" and "an" are English too, "son" French and English.
SHARED = frozenset("die die was an in en de on or me son van zu no at of to is not".split())
WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)?")


@cache
def _detector() -> LanguageIdentifier:
    detector = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    detector.set_languages(list(HOUSE))
    return detector


def heard(text: str) -> str | None:
    """The language of a passage, or None when it is too short or too mixed to say."""
    words = [word.lower() for word in WORD.findall(text)]
    if sum(map(len, words)) > LONG:
        language, sure = _detector().classify(text)
        return str(language) if sure >= SURE else None
    counts = {code: sum(word in own - SHARED for word in words) for code, own in OWN.items()}
    first, second = sorted(counts.values(), reverse=True)[:2]
    if first >= 2 and second == 0:
        return max(counts, key=lambda code: counts[code])
    return None


def in_another_language(text: str, claimed: str) -> str | None:
    """The language it really is in, when that is not the one it claims."""
    if claimed and claimed not in HOUSE:
        return None
    language = heard(text)
    return language if language and language != claimed else None
