"""Text in several languages, stored as one JSON object: {"fr": ..., "nl": ..., ...}."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.utils.translation import get_language

EQUAL = ("fr", "nl")  # neither is a translation of the other: both or nothing
FALLBACK = ("fr", "nl", "en", "de")


@dataclass(frozen=True)
class Passage:
    """A text and the language it is really in, for the `lang` attribute."""

    text: str
    lang: str

    def __str__(self) -> str:
        return self.text


class Translated(dict[str, str]):
    """Language code to text. `str()` gives the language of the request, else a fallback."""

    def passage(self, language: str) -> Passage:
        """The text in `language`, else in the first language there is."""
        for code in (language, *FALLBACK):
            if self.get(code):
                return Passage(self[code], code)
        return Passage("", language)

    def missing(self) -> list[str]:
        """Which of the two equal languages is not filled in."""
        return [code for code in EQUAL if not self.get(code)]

    def __str__(self) -> str:
        return self.passage((get_language() or "fr")[:2]).text


class TranslatedField(models.JSONField):
    """A `Translated`. An absent language is an absent key, never an empty text."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("default", Translated)
        super().__init__(**options)

    def from_db_value(self, value: Any, expression: Any, connection: Any) -> Translated:
        return Translated(super().from_db_value(value, expression, connection) or {})

    def to_python(self, value: Any) -> Translated:
        return Translated(value or {})

    def get_prep_value(self, value: Mapping[str, str]) -> dict[str, str]:
        return {code: text for code, text in (value or {}).items() if text}


def both_languages(field: str) -> models.Q:
    """For a check constraint: French and Dutch are both there, or the text is empty."""
    return models.Q(**{f"{field}__has_keys": list(EQUAL)}) | models.Q(**{field: {}})
