"""A text of the demo in the languages it has."""

from phare.ground.translated import Translated


def text(fr: str, nl: str, en: str = "", de: str = "") -> Translated:
    return Translated(
        {k: v for k, v in zip(("fr", "nl", "en", "de"), (fr, nl, en, de), strict=True) if v}
    )
