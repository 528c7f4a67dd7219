"""What templates ask of the look: words in the page's language, drawings, form parts."""

from collections.abc import Mapping
from datetime import datetime, time
from decimal import Decimal

import segno
from django import template
from django.forms import BoundField
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from phare.faces.shared import wording

register = template.Library()

LIGHTS = ("choose", "learn", "work", "start", "move")
LETTERS = {"choose": "K", "learn": "M", "work": "T", "start": "Z", "move": "X", "unknown": "R"}


def _language(asked: str = "") -> str:
    return asked or get_language() or "fr"


@register.filter
def here(value: object, language: str = "") -> str:
    """A translated text in the page's language; if only another has it, marked so."""
    asked = wording.spoken(_language(language))
    text, found = wording.said(value, asked)
    if found == asked:
        return text
    return format_html('<span lang="{}">{}</span>', found, text)


@register.filter
def here_plain(value: object, language: str = "") -> str:
    """The same without a tag, for titles and attributes."""
    return wording.said(value, _language(language)).text


@register.filter
def fell_back(value: object, language: str = "") -> str:
    """The language a translated text had to fall back to, or nothing: to say so in a line."""
    asked = wording.spoken(_language(language))
    found = wording.said(value, asked)
    return found.language if found.text and found.language != asked else ""


@register.filter
def place_names(name: object) -> str:
    """Where the centre is, in French and Dutch side by side, neither after the other in size."""
    if not isinstance(name, Mapping):
        return str(name or "")
    places = {str(name[c]).removeprefix("Phare").strip(): c for c in ("nl", "fr") if name.get(c)}
    shown = sorted(((c, text) for text, c in places.items() if text))
    return format_html_join(" · ", '<span lang="{}">{}</span>', shown)


@register.filter
def both(value: object) -> str:
    """A text in French and Dutch on one line, for screens that speak to everybody at once."""
    if not isinstance(value, Mapping):
        return str(value or "")
    passages = ((code, value[code]) for code in ("fr", "nl") if value.get(code))
    return format_html_join(" · ", '<span lang="{}">{}</span>', passages)


@register.filter(expects_localtime=True)
def hour(moment: datetime | time | None, language: str = "") -> str:
    """13:30 as in tables, in Dutch 13.30. Clocks show 10:41 in every language."""
    return wording.hour(moment, _language(language)) if moment else ""


@register.filter(expects_localtime=True)
def hour_in_text(moment: datetime | time | None, language: str = "") -> str:
    """13:30 inside a sentence: 13.30 uur, 13:30 Uhr."""
    return wording.hour(moment, _language(language), running=True) if moment else ""


@register.filter
def number(value: int | float | Decimal | None, places: int = 0) -> str:
    return "" if value is None else wording.number(value, _language(), places)


@register.filter
def percent(value: int | float | Decimal | None, places: int = 1) -> str:
    return "" if value is None else wording.percent(value, _language(), places)


@register.filter
def minutes(count: int | None, language: str = "") -> str:
    return "" if count is None else wording.minutes(int(count), _language(language))


@register.filter
def duration(count: int | None, language: str = "") -> str:
    return "" if count is None else wording.duration(int(count), _language(language))


@register.simple_tag
def wait_range(low: int, high: int, language: str = "") -> str:
    return wording.wait_range(low, high, _language(language))


@register.simple_tag
def wait_short(low: int, high: int, language: str = "") -> str:
    return wording.wait_short(low, high, _language(language))


@register.filter
def desk_word(language: str) -> str:
    return wording.desk_word(language)


@register.filter
def light(code: object) -> str:
    """One of the five lights, or `unknown`: what data-light may hold."""
    return str(code) if code in LIGHTS else "unknown"


@register.filter
def letter(code: object) -> str:
    return LETTERS[light(code)]


@register.simple_tag
def qr(address: str, label: str) -> SafeString:
    """A QR code as inline SVG; `label` says aloud where it leads."""
    drawing = segno.make(address, error="m", micro=False).svg_inline(
        border=2, svgclass=None, lineclass=None, omitsize=True
    )
    tagged = drawing.replace("<svg ", '<svg role="img" aria-label="{}" ', 1)
    return format_html('<div class="qr">{}</div>', format_html(mark_safe(tagged), label))


@register.simple_tag
def wedge(share: float, code: str = "") -> SafeString:
    """The bar of tables of figures: a beam whose length is the share (0 to 100)."""
    length = round(max(0.0, min(100.0, float(share))) * 2)
    return format_html(
        '<svg class="wedge" data-light="{}" viewBox="0 0 200 24" preserveAspectRatio="none"'
        ' aria-hidden="true"><path d="M0 12 {} 1v22Z"/></svg>',
        light(code),
        length,
    )


@register.simple_block_tag(end_name="endchart")
def chart(
    content: str, key: str, title: str, text: str, box: str = "0 0 650 430", caption: str = ""
) -> str:
    """A drawn figure: SVG shapes inside, `title` and `text` for whoever cannot see them.

    The table with the same numbers stands beside it; `key` is unique on the page.
    """
    words = format_html('<figcaption class="small">{}</figcaption>', caption) if caption else ""
    return format_html(
        '<figure><svg class="chart" viewBox="{box}" role="img" aria-labelledby="{key}-t {key}-d">'
        '<title id="{key}-t">{title}</title><desc id="{key}-d">{text}</desc>{content}</svg>'
        "{words}</figure>",
        box=box,
        key=key,
        title=title,
        text=text,
        content=content,
        words=words,
    )


@register.filter
def as_input(field: BoundField, kind: str = "input") -> SafeString:
    """The widget of a field, dressed; what it describes and whether it is wrong, Django adds."""
    return field.as_widget(attrs={"class": kind})


@register.filter
def digit(position: int) -> str:
    """The key that chooses the nth answer: 1 to 9, then 0; none after that."""
    return str(position % 10) if position <= 10 else ""


@register.filter
def lookup(table: Mapping[object, object] | None, key: object) -> object:
    return (table or {}).get(key, "")
