"""A report as PDF/UA-1: tagged, with a language, a title and a text for every drawing."""

import json
from pathlib import Path
from typing import Any

import typst
from django.utils.html import strip_tags
from django.utils.translation import gettext

from phare.faces.shared.reporting.pages import context
from phare.faces.shared.reporting.paint import painted
from phare.faces.shared.reporting.words import speaking
from phare.reports.model import Report

TEMPLATE = Path(__file__).with_name("report.typ")
# The font of the house as static files, since Typst reads neither woff2 nor variable fonts.
FONTS = Path(__file__).with_name("fonts")


def paper(report: Report, *, demo: bool = False) -> bytes:
    """The same words and numbers as on the page. Typst refuses what is not accessible."""
    with speaking(report.language):
        said = _said(context(report), demo=demo)
    return typst.compile(
        str(TEMPLATE),
        sys_inputs={"report": json.dumps(said, default=str)},
        pdf_standards=["ua-1"],
        ignore_system_fonts=True,
        font_paths=[str(FONTS)],
    )


def _said(found: dict[str, Any], *, demo: bool) -> dict[str, Any]:
    """What the template writes, as plain values."""
    year = found["whole_year"]
    name = gettext("Annual report %(title)s") if year else gettext("Report %(title)s")
    return {
        "title": name % {"title": found["title"]},
        "language": found["language"],
        "centres": [_text(name) for name in found["centres"]],
        "poster": found["poster"] or "–",
        "poster_words": found["poster_words"],
        "lead": found["lead"],
        "training": found["training"],
        "demo": demo,
        "sections": [_section(one) for one in found["sections"]],
        "unknown": found["unknown"],
        "contradictions": found["contradictions"],
        "lifted": [
            f"{rule}, {first} – {last}. {_text(reason)} "
            + gettext("Granted by %(by)s.") % {"by": by}
            for rule, reason, by, first, last in found["lifted"]
        ],
        "exceptions": [
            f"{key}. "
            + gettext("Decided by %(by)s on %(day)s: %(reason)s")
            % {"by": by, "day": day, "reason": _text(reason)}
            for key, by, day, reason in found["exceptions"]
        ],
        "words": _words(found["made_on"]),
    }


def _words(made_on: str) -> dict[str, str]:
    return {
        "demo": gettext("demonstration data"),
        "contact": gettext(
            "A contact is a moment of service, not a person. The same person may come back; we do "
            "not know who it is, and we want it so."
        ),
        "training": gettext("This centre is in training mode: what is typed now enters no figure."),
        "break_": gettext("Series break") + ".",
        "counted": gettext("How this is counted") + ".",
        "unknown": gettext("What is not known"),
        "contradictions": gettext("What does not fit together"),
        "found": gettext(
            "Found by checks in the published figures of these years. Nothing was corrected."
        ),
        "lifted": gettext("Rules of the charter that were lifted"),
        "exceptions": gettext("Published in full by exception"),
        "method": gettext("How these figures are made"),
        "made": gettext(
            "Figures come from anonymous contacts, from daily counters, and from figures imported "
            "with their source. Two sources are never added up for the same thing. No cell of 1 to "
            "4 is shown, nor any that would let one be computed."
        ),
        "made_on": gettext("Made on %(made_on)s.") % {"made_on": made_on},
    }


def _section(one: dict[str, Any]) -> dict[str, Any]:
    origin = ""
    if one["origin"]:
        origin = f"{gettext('Where this comes from')}: {one['origin']}"
        origin += f" ({one['sources']})." if one["sources"] else "."
    return {
        **{key: one[key] for key in ("title", "definition", "lead", "breaks", "missing")},
        "origin": origin,
        "drawings": [
            {"svg": painted(drawing), "title": drawing.title, "text": drawing.text}
            for drawing, _ in one["drawings"]
        ],
        "tables": [
            {
                "caption": table.caption,
                "head": table.head,
                "columns": table.columns,
                "rows": [
                    {"label": _text(r.label), "cells": r.cells, "is_total": r.is_total}
                    for r in table.rows
                ],
                "notes": table.notes,
            }
            for table in one["tables"]
        ],
    }


def _text(value: str) -> str:
    """Without the tags a page needs."""
    return strip_tags(value)
