"""The board of the waiting room: numbers, desks and waits, for everybody at once."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import get_language, override

from phare.centres.choices import ScreenKind
from phare.centres.queries import Centre, screen_with, themes
from phare.faces.displays.strip import today_strip
from phare.faces.shared.access import for_everybody
from phare.faces.shared.fragments import fragment
from phare.faces.shared.giving import giving
from phare.faces.shared.requests import Asked, whole_number
from phare.faces.shared.waits import ToldWait, told
from phare.ground import clock
from phare.ground.snapshot import once_a_state
from phare.tickets import queries

SHOWN = 4
AT_MOST = 30  # calls a board that was cut for long asks for


@for_everybody
def board(request: Asked, key: str) -> HttpResponse:
    _screen(request, key)
    context = _content(request, after=None) | {
        "board_url": reverse("board-calls", args=[key]),
        "live_url": reverse("queue-stream"),
    }
    return render(request, "displays/board.html", context)


@for_everybody
def calls(request: Asked, key: str) -> HttpResponse:
    """The inside of the board; `after` adds every call since the last one the board has seen."""
    _screen(request, key)
    after = whole_number(request.GET.get("after", ""))
    version = (request.centre.pk, "board", after, get_language())
    text = once_a_state(
        version,
        lambda: render_to_string(
            "displays/board_part.html",
            _content(request, after=after) | {"refetched": True},
            request,
        ),
    )
    return fragment(request, text)


def _screen(request: Asked, key: str) -> None:
    if screen_with(centre=request.centre, key=key, kind=ScreenKind.BOARD) is None:
        raise Http404


def _said_in(language: str, wait: queries.Wait, centre: Centre) -> ToldWait:
    """A board speaks French and Dutch at once, whatever language its address is in."""
    with override(language):
        return told(wait, centre=centre)


def _content(request: Asked, *, after: int | None) -> dict[str, Any]:
    centre = request.centre
    day = queries.today_of(centre)
    found = {c.id: c for c in queries.latest_calls(centre=centre, day=day, count=SHOWN)}
    if after is not None:
        missed = queries.calls_since(after, centre=centre, day=day)[-AT_MOST:]
        found |= {call.id: call for call in missed}
    waits = queries.waits_table(centre=centre, codes=["fr", "nl"])
    rows = [
        {
            "theme": theme,
            "fr": _said_in("fr", waits[theme.code, "fr"], centre),
            "nl": _said_in("nl", waits[theme.code, "nl"], centre),
        }
        for theme in themes(centre=centre)
    ]
    return {
        "calls": [
            {
                "id": call.id,
                "letter": call.series,
                "number": call.number,
                "light": call.theme,
                "desk": call.desk,
                "language": call.language,
                "called_at": clock.local(call.called_at, centre.time_zone),
            }
            for call in sorted(found.values(), key=lambda call: -call.id)
        ],
        "rows": rows,
        "giving": giving(centre=centre),
        "strip": today_strip(centre=centre),
    }
