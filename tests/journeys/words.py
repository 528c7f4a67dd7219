"""What a button, a link or a heading says in a language, as the person reads it."""

import re
from typing import Any

from django.utils.translation import gettext, ngettext, override


class Words:
    """`say("Take my ticket")` in that language; the catalogues are tested elsewhere."""

    def __init__(self, language: str) -> None:
        self.language = language

    def __call__(self, words: str, **values: Any) -> str:
        with override(self.language):
            return gettext(words) % values if values else gettext(words)

    def count(self, one: str, many: str, number: int, **values: Any) -> str:
        with override(self.language):
            return ngettext(one, many, number) % values


def containing(words: str) -> re.Pattern[str]:
    """For a name that holds more than those words; any space is as good as another."""
    return re.compile(r"\s+".join(map(re.escape, words.split())))
