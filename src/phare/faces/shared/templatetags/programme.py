"""What templates ask of the programme: places in words and dots, texts, and data for machines."""

import json
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django import template
from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, ngettext, override
from django.utils.translation import gettext as _

from phare.activities.choices import Mode, SeatState
from phare.activities.queries.own import Kept
from phare.activities.queries.public import Dated, Places
from phare.faces.shared import wording
from phare.faces.shared.tongues import TONGUES

register = template.Library()

DRAWN_AT_MOST = 40  # dots; more of them say nothing that a number does not
FOR_HTML = {ord(">"): "\\u003E", ord("<"): "\\u003C", ord("&"): "\\u0026"}


@register.filter
def mode_word(mode: str) -> str:
    return _("on site") if mode == Mode.ON_SITE else _("online")


@register.filter
def left_in_words(places: Places) -> str:
    """What somebody who comes now can have in one mode, said on its own."""
    if places.left:
        text = ngettext("%(count)s place left", "%(count)s places left", places.left)
        return text % {"count": places.left}
    return _waiting(places.waiting)


@register.filter
def place_lines(session: Dated) -> list[str]:
    """The same for a line of the agenda: one sentence a mode, or one for the session."""
    if session.is_cancelled:
        return [_("Cancelled")]
    if not session.is_open:
        return [_("Registration is closed")]
    if len(session.places) == 1:
        return [left_in_words(session.places[0])]
    return [_of_mode(one) for one in session.places]


def _of_mode(places: Places) -> str:
    given = {"count": places.left, "waiting": places.waiting}
    if not places.left and not places.waiting:
        on_site = places.mode == Mode.ON_SITE
        return _("On site: full") if on_site else _("Online: full")
    if places.mode == Mode.ON_SITE:
        if places.left:
            said = ngettext(
                "%(count)s place left on site", "%(count)s places left on site", places.left
            )
            return said % given
        return _("On site: full, %(waiting)s waiting") % given
    if places.left:
        said = ngettext("%(count)s place left online", "%(count)s places left online", places.left)
        return said % given
    return _("Online: full, %(waiting)s waiting") % given


def _waiting(waiting: int) -> str:
    if not waiting:
        return _("Full")
    text = ngettext("Full, %(count)s waiting", "Full, %(count)s waiting", waiting)
    return text % {"count": waiting}


@register.simple_tag
def dots(places: Places) -> SafeString:
    """The places drawn one by one; the number stands beside it in words."""
    if not 0 < places.capacity <= DRAWN_AT_MOST:
        return mark_safe("")
    taken = places.capacity - places.left
    drawn = mark_safe('<i class="on"></i>' * taken + "<i></i>" * places.left)
    return format_html('<span class="seats" aria-hidden="true">{}</span>', drawn)


@register.filter
def prose(value: object) -> SafeString:
    """Paragraphs of a translated text, in the language they are really in; "- " begins a point."""
    asked = wording.spoken(get_language() or "fr")
    text, found = wording.said(value, asked)
    blocks = [block.strip() for block in text.replace("\r", "").split("\n\n") if block.strip()]
    body = format_html_join("", "{}", ((_block(block),) for block in blocks))
    if found == asked:
        return body
    return format_html('<div class="stack" lang="{}">{}</div>', found, body)


def _block(text: str) -> SafeString:
    lines = text.split("\n")
    if all(line.startswith("- ") for line in lines):
        points = format_html_join("", "<li>{}</li>", ((line[2:],) for line in lines))
        return format_html('<ul class="bul">{}</ul>', points)
    return format_html(
        "<p>{}</p>", format_html_join(mark_safe("<br>"), "{}", ((x,) for x in lines))
    )


@register.simple_tag
def data_block(data: Mapping[str, Any]) -> SafeString:
    """JSON-LD: read by machines, run by nobody, so the policy on scripts lets it stand."""
    text = json.dumps(data, ensure_ascii=False).translate(FOR_HTML)
    return format_html('<script type="application/ld+json">{}</script>', mark_safe(text))


@register.filter
def words(text: str) -> list[str]:
    """The words of a text, to go through them in a template."""
    return text.split()


@register.filter
def mode_word_in(mode: str, language: str) -> str:
    """On site or online, in that language."""
    with override(language):
        return mode_word(mode)


@register.filter
def cancelled_word(language: str) -> str:
    with override(language):
        return _("Cancelled")


@register.filter
def both_days(day: date) -> SafeString:
    """A day in French and Dutch."""
    said = []
    for language in ("fr", "nl"):
        with override(language):
            said.append((language, date_format(day, "l j F")))
    return format_html_join(" · ", '<span lang="{}">{}</span>', said)


@register.filter
def tongue(code: str) -> str:
    """The name of a language inside a sentence: French."""
    names = {"fr": _("French"), "nl": _("Dutch"), "en": _("English"), "de": _("German")}
    return names.get(code, code.upper())


@register.filter
def in_tongue(code: str) -> str:
    """In French. A language of its own name is said as it is written."""
    said = {"fr": _("in French"), "nl": _("in Dutch"), "en": _("in English"), "de": _("in German")}
    own = TONGUES[code].name if code in TONGUES else code.upper()
    return said.get(code, own)


@register.filter
def nth(values: Sequence[object], position: int) -> object:
    return values[position]


@register.filter
def left_there(session: Dated, mode: str) -> str:
    """The places left in that mode, in words."""
    return next((left_in_words(one) for one in session.places if one.mode == mode), "")


@register.filter
def standing(seat: Kept) -> str:
    """How it stands with a place, in one sentence."""
    if seat.session.is_cancelled:
        return _("This session is cancelled.")
    if not seat.is_alive:
        lapsed = seat.state == SeatState.LAPSED
        return _("The offer has ended.") if lapsed else _("You no longer come.")
    if seat.is_over:
        there = _("You were there. Thank you for coming.")
        return there if seat.was_present else _("This session is over.")
    if seat.is_waiting:
        return _("You are number %(place)s on the waiting list.") % {"place": seat.place}
    if seat.is_offered:
        return _("A place is free for you.")
    if seat.people > 1:
        return _("You have %(people)s places.") % {"people": seat.people}
    return _("You have a place.")
