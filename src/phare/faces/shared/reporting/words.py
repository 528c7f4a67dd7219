"""The words and numbers of a report in one language."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from django.utils import translation
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString

from phare.faces.shared import wording
from phare.ground.periods import Days
from phare.indicators.findings import Finding
from phare.reports.model import PERCENT, Month, Number, Said, Span, Words

MONTH, SHORT_MONTH, DAY, DAY_OF_YEAR = "F", "b", "j F Y", "j F"


@dataclass(frozen=True)
class Writer:
    """Writes for readers of one language; use it inside `speaking`."""

    language: str

    def number(self, number: Number) -> str:
        """With the signs of the language; the mark where it is hidden, nothing where unknown."""
        if number.value is None:
            return number.mark
        digits = wording.number(number.value, self.language, number.places)
        if number.signed and number.value > 0:
            digits = f"+{digits}"
        if number.unit == PERCENT:
            return digits + wording.percent(0, self.language, 0).removeprefix("0")
        return digits

    def words(self, words: Words, *, short: bool = False) -> str:
        """A text, a translated text or a sentence with its values."""
        if isinstance(words, Month):
            return date_format(words.first, SHORT_MONTH if short else MONTH)
        if isinstance(words, Span):
            return self.span(words.days)
        if isinstance(words, Said):
            text = str(words.text)
            return text % {name: self.value(value) for name, value in words.values.items()}
        if isinstance(words, Mapping):
            return wording.said(words, self.language).text
        return str(words)

    def marked(self, words: Words) -> SafeString | str:
        """The same for a page: a text that had to fall back says its language."""
        if isinstance(words, Mapping):
            found = wording.said(words, self.language)
            if found.language != self.language:
                return format_html('<span lang="{}">{}</span>', found.language, found.text)
            return found.text
        return self.words(words)

    def value(self, value: object) -> str:
        """One value of a sentence."""
        if isinstance(value, Number):
            return self._bare(value)
        if isinstance(value, Decimal):
            exponent = value.as_tuple().exponent
            places = max(0, -exponent) if isinstance(exponent, int) else 0
            return wording.number(value, self.language, places)
        if isinstance(value, int):
            return wording.number(value, self.language)
        if isinstance(value, date):
            return self.day(value)
        return self.words(value)  # type: ignore[arg-type]

    def _bare(self, number: Number) -> str:
        """A number inside a sentence: the sentence itself says "percent"."""
        written = Number(number.value, number.mark, "", number.places, number.signed)
        return self.number(written)

    def day(self, day: date) -> str:
        return date_format(day, self._dotted(DAY))

    def span(self, days: Days) -> str:
        """A whole year by its number, whole months by their names, else the days; in one year."""
        if days == Days.of_year(days.first.year):
            return str(days.first.year)
        whole = days.first.day == 1 and (days.last + timedelta(days=1)).day == 1
        pattern = MONTH if whole else self._dotted(DAY_OF_YEAR)
        first, last = date_format(days.first, pattern), date_format(days.last, pattern)
        return f"{first if first == last else f'{first} – {last}'} {days.last.year}"

    def _dotted(self, pattern: str) -> str:
        return pattern.replace("j", "j.") if self.language == "de" else pattern

    def finding(self, finding: Finding) -> str:
        return self.words(Said(finding.text, finding.values))


def speaking(language: str) -> translation.override:
    """The language in which lazy texts become words."""
    return translation.override(language)
