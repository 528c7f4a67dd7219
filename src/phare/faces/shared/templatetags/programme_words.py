"""Words of the programme for templates that hold codes only."""

from django import template
from django.utils.translation import get_language

from phare.activities.choices import Chore, Mode, Need
from phare.faces.shared import wording

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
def native(text: object) -> str:
    """A text if it is there in the page's language: the title of a page can name no other one."""
    said = wording.said(text, wording.spoken(get_language() or "fr"))
    return said.text if said.language == wording.spoken(get_language() or "fr") else ""
