"""The next-steps sheet: typed at the desk, handed over, kept nowhere.

Its lines live in the form on the screen and travel by POST only: no session, no address, no table.
A session to come is one more line, written in the language of the sheet.
"""

import uuid
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables

from phare.contacts.actions import count_once
from phare.contacts.choices import Counted
from phare.faces.desk.next_sessions import line_with, next_sessions
from phare.faces.desk.visitors import page_language
from phare.faces.shared.access import for_those_who
from phare.faces.shared.requests import StaffAsked, whole_number
from phare.ground.text import masked
from phare.people.rules import may_advise
from phare.tickets.queries import today_of

LINES = 20
LETTERS = 200  # of a line
CODE_HOLDS = 700  # bytes a telephone still reads from a screen


@for_those_who(may_advise)
@sensitive_post_parameters()
@sensitive_variables()
def sheet(request: StaffAsked) -> HttpResponse:
    """Adds or removes a line, prints the sheet, or shows it as a code that holds its text."""
    do = request.POST.get("do", "add")
    lines = _lines(request)
    removed = whole_number(do.removeprefix("remove-"))
    if removed is not None:
        del lines[removed : removed + 1]
    language = page_language(request.POST.get("in", ""))
    if do.startswith("session-"):
        _add_session(request, lines, do.removeprefix("session-"), language)
    theme = request.POST.get("about", "")
    context: dict[str, Any] = {
        "lines": lines,
        "sheet_language": language,
        "sheet_key": _key(request),
        "sheet_theme": theme,
        "sheet_sessions": next_sessions(centre=request.centre, theme=theme, language=language),
        "full": len(lines) >= LINES,
    }
    if do == "print" and lines:
        _counted(request, context)
        context |= {"once": uuid.uuid4(), "narrow": "narrow" in request.POST}
        with translation.override(language):
            return _unkept(render(request, "desk/sheet_paper.html", context))
    if do == "qr" and lines:
        text = _as_text(request, lines, language)
        if len(text.encode()) > CODE_HOLDS:
            context["too_long"] = True
        else:
            context["code"] = text
            _counted(request, context)
    part = bool(request.headers.get("HX-Request"))
    page = "desk/sheet_part.html" if part else "desk/sheet.html"
    return _unkept(render(request, page, context))


def _lines(request: StaffAsked) -> list[str]:
    typed = [*request.POST.getlist("line"), request.POST.get("new", "")]
    given = [line.strip()[:LETTERS] for line in typed]
    return [masked(line) for line in given if line][:LINES]


def _add_session(request: StaffAsked, lines: list[str], key: str, language: str) -> None:
    """One line more, once."""
    line = line_with(key, centre=request.centre, language=language)[:LETTERS]
    if line and line not in lines and len(lines) < LINES:
        lines.append(line)


def _as_text(request: StaffAsked, lines: list[str], language: str) -> str:
    with translation.override(language):
        head = f"{request.centre.name} · {_('Next steps')}"
    return "\n".join([head, *(f"- {line}" for line in lines)])


def _key(request: StaffAsked) -> uuid.UUID:
    """The key of the sheet that is written; a new one for a new sheet."""
    try:
        return uuid.UUID(request.POST.get("key", ""))
    except ValueError:
        return uuid.uuid4()


def _counted(request: StaffAsked, sheet: dict[str, Any]) -> None:
    """Once a sheet, however often it is printed and shown."""
    count_once(
        Counted.SHEET,
        centre=request.centre,
        day=today_of(request.centre),
        key=sheet["sheet_key"],
        language=sheet["sheet_language"],
    )


def _unkept(answer: HttpResponse) -> HttpResponse:
    answer.headers["Cache-Control"] = "no-store"
    return answer
