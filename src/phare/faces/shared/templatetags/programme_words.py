"""Words of the programme for templates that hold codes only."""

from django import template
from django.template.defaultfilters import linebreaksbr
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from phare.activities.choices import Chore, Mode, Need
from phare.faces.shared import wording
from phare.ground.tongues import language_of

register = template.Library()


@register.filter
def chore(what: str) -> str:
    """A task of the usual ones in the page's language; one in somebody's own words as it is."""
    return str(Chore(what).label) if what in Chore else what


@register.filter
def need_word(code: str) -> str:
    return str(Need(code).label) if code in Need else code


@register.filter
def mode_word(code: str) -> str:
    return str(Mode(code).label) if code in Mode else code


@register.filter
def own_words(text: str) -> SafeString:
    """What somebody wrote themselves, marked with the language it is surely in, else with none: a
    voice that reads the page aloud then does not read it as the page's own."""
    code = language_of(text, known=frozenset(wording.LANGUAGES))
    return format_html('<span lang="{}">{}</span>', code, linebreaksbr(text))


@register.filter
def native(text: object) -> str:
    """A text if it is there in the page's language: the title of a page can name no other one."""
    said = wording.said(text, wording.spoken(get_language() or "fr"))
    return said.text if said.language == wording.spoken(get_language() or "fr") else ""
