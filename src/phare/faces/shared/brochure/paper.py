"""The quarterly brochure as PDF/UA-1, and turned head to tail for the printer."""

import json
import tempfile
from pathlib import Path
from typing import Any

import typst
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override

from phare.activities.choices import Kind, Mode
from phare.activities.queries.leaflet import Chapter, Entry, Leaflet
from phare.centres.choices import WEEKDAYS, Hours
from phare.faces.shared import wording
from phare.faces.shared.reporting.paper import FONTS
from phare.ground.translated import EQUAL, Translated

TEMPLATE = Path(__file__).with_name("brochure.typ")
TURNED = Path(__file__).with_name("turned.typ")
SHEET = 4  # pages of a folded sheet
BLEED = 3  # millimetres beyond each edge: printers cut a pile of paper, never exactly
PAGE = (148, 210)  # millimetres once it is cut: A5
LAMP = {"fr": 70, "nl": 490}  # where the lamp of each cover stands


def brochure_paper(leaflet: Leaflet, *, demo: bool = False, bleed: int = 0) -> bytes:
    """Both languages in one tagged document, each upright and in reading order.

    `bleed` is how far what is printed goes beyond the page, in millimetres.
    """
    said = {
        "title": _title(leaflet),
        "parts": [_part(leaflet, language, demo=demo, bleed=bleed) for language in EQUAL],
    }
    return typst.compile(
        str(TEMPLATE),
        sys_inputs={"brochure": json.dumps(said, default=str), "bleed": str(bleed)},
        pdf_standards=["ua-1"],
        ignore_system_fonts=True,
        font_paths=[str(FONTS)],
    )


def turned(paper: bytes, *, split: int, total: int) -> bytes:
    """The same pages for the printer: the Dutch ones follow upside down from the last to the first,
    with as many empty ones between as make whole folded sheets. `paper` has its bleed."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        (place / "brochure.pdf").write_bytes(paper)
        (place / "turned.typ").write_bytes(TURNED.read_bytes())
        return typst.compile(
            str(place / "turned.typ"),
            root=str(place),
            sys_inputs={
                "split": str(split),
                "total": str(total),
                "sheet": str(SHEET),
                "bleed": str(BLEED),
            },
        )


def pages_of(leaflet: Leaflet, *, demo: bool = False) -> tuple[int, int]:
    """Pages of the French part, and of the whole."""
    said = {
        "title": _title(leaflet),
        "parts": [_part(leaflet, language, demo=demo) for language in EQUAL],
    }
    found = typst.query(
        str(TEMPLATE),
        "<part-end>",
        field="value",
        sys_inputs={"brochure": json.dumps(said, default=str)},
        ignore_system_fonts=True,
        font_paths=[str(FONTS)],
    )
    first, last = json.loads(found)
    return first, last


def printers_paper(leaflet: Leaflet, *, demo: bool = False) -> bytes:
    """Head to tail, with three millimetres to cut off, ready to print on folded sheets."""
    split, total = pages_of(leaflet, demo=demo)
    paper = brochure_paper(leaflet, demo=demo, bleed=BLEED)
    return turned(paper, split=split, total=total)


def _title(leaflet: Leaflet) -> str:
    """In both languages: neither is the back of the other."""
    said = []
    for language in EQUAL:
        with override(language):
            said.append(f"{leaflet.name.passage(language).text}, {_span(leaflet)}")
    return " / ".join(said)


def _span(leaflet: Leaflet) -> str:
    """January, February, March 2027."""
    first = leaflet.days.first
    months = [date_format(first.replace(month=first.month + n), "F") for n in range(3)]
    return f"{', '.join(months)} {first.year}"


def _part(leaflet: Leaflet, language: str, *, demo: bool, bleed: int = 0) -> dict[str, Any]:
    """Everything one half says, in its language."""
    with override(language):
        return {
            "language": language,
            "place": leaflet.name.passage(language).text.removeprefix("Phare").strip(),
            "name": leaflet.name.passage(language).text,
            "cover": _span(leaflet)[:1].upper() + _span(leaflet)[1:],
            "lead": _("Sessions, workshops, meetings. Free, without appointment."),
            "demo": _("demonstration data") if demo else "",
            "art": cover_art(LAMP[language], bleed=bleed),
            "words": _words(leaflet),
            "chapters": [_chapter(one, language) for one in leaflet.chapters],
            "hours": [
                {
                    "title": str(Hours(kind).label),
                    "rows": [
                        {"day": str(label), "spans": _spans(dict(week)[day], language)}
                        for day, label in WEEKDAYS
                    ],
                }
                for kind, week in leaflet.hours
            ],
            "address": _address(leaflet, language),
            "way": leaflet.way.passage(language).text,
            "register": _register(leaflet),
        }


def _words(leaflet: Leaflet) -> dict[str, str]:
    count = sum(len(one.entries) for one in leaflet.chapters)
    many = ngettext("%(count)s date", "%(count)s dates", count) % {"count": count}
    return {
        "contents": _("Contents"),
        "count": many,
        "hours": _("Opening hours"),
        "weekday": _("Day"),
        "open": _("Open"),
        "register": _("How to register"),
        "find": _("How to find us"),
        "when": _("When"),
        "what": _("What"),
        "where": _("Where"),
        "empty": _("No date is known yet. Come in: there is always somebody to talk to."),
        "free": _("Everything is free and open to everybody."),
    }


def _spans(spans: Any, language: str) -> str:
    if not spans:
        return _("closed")
    return ", ".join(
        f"{wording.hour(opens, language)}–{wording.hour(closes, language)}"
        for opens, closes in spans
    )


def _chapter(chapter: Chapter, language: str) -> dict[str, Any]:
    seen: set[str] = set()
    rows = []
    for entry in chapter.entries:
        title = entry.title.passage(language).text
        rows.append(_row(entry, language, told=title in seen))
        seen.add(title)
    name = chapter.name.passage(language).text or _("Other subjects")
    return {"code": chapter.code, "name": name, "rows": rows}


def _row(entry: Entry, language: str, *, told: bool) -> dict[str, Any]:
    """One line; what an activity is about stands at its first date only."""
    title, lead = entry.title.passage(language), entry.lead.passage(language)
    hours = f"{wording.hour(entry.start, language)}–{wording.hour(entry.end, language)}"
    return {
        "day": date_format(entry.start, "D j F"),
        "hours": hours,
        "kind": str(Kind(entry.kind).label),
        "title": {"text": title.text, "lang": title.lang},
        "lead": None if told or not lead.text else {"text": lead.text, "lang": lead.lang},
        "with": "" if told else _with(entry, language),
        "age": "" if told else _age(entry),
        "where": _where(entry, language),
        "languages": "/".join(code.upper() for code in entry.languages),
    }


def _with(entry: Entry, language: str) -> str:
    names = [name.passage(language).text for name in entry.partners]
    return _("With %(names)s.") % {"names": ", ".join(names)} if names else ""


def _age(entry: Entry) -> str:
    if entry.age_from is not None and entry.age_below is not None:
        words = {"from": entry.age_from, "below": entry.age_below}
        return _("From %(from)s, below %(below)s years.") % words
    if entry.age_from is not None:
        return _("From %(from)s years.") % {"from": entry.age_from}
    if entry.age_below is not None:
        return _("Below %(below)s years.") % {"below": entry.age_below}
    return ""


def _where(entry: Entry, language: str) -> str:
    there = [room.passage(language).text for room in entry.rooms]
    if entry.address:
        there.append(entry.address.passage(language).text)
    if not there and Mode.ON_SITE in entry.modes:
        there.append(str(Mode.ON_SITE.label))
    if Mode.ONLINE in entry.modes:
        there.append(str(Mode.ONLINE.label).lower() if there else str(Mode.ONLINE.label))
    return ", ".join(there)


def _address(leaflet: Leaflet, language: str) -> list[str]:
    street, city = (
        Translated(one).passage(language).text for one in (leaflet.street, leaflet.city)
    )
    return [line for line in (street, f"{leaflet.postcode} {city}".strip()) if line]


def _register(leaflet: Leaflet) -> list[str]:
    said = []
    if leaflet.host:
        site = {"address": f"{leaflet.host}{reverse('agenda')}"}
        said.append(_("On the site: %(address)s. A first name and one way to reach you.") % site)
    if leaflet.phone:
        said.append(_("By telephone: %(phone)s.") % {"phone": leaflet.phone})
    said.append(_("At the reception, without leaving any address."))
    said.append(
        _(
            "A sign language interpreter, a wheelchair, a child to look after: say so, and we "
            "prepare it."
        )
    )
    return said


def cover_art(lamp: int, *, bleed: int = 0) -> str:
    """Five beams from a lamp over the circles of a chart, as on the covers; they leave the page."""
    right = lamp < 280
    width, height = 560, 794
    edge = width * bleed / PAGE[0]
    frame = f"{-edge:g} {-edge:g} {width + 2 * edge:g} {height + 2 * edge:g}"
    beams = (
        [
            ("#f2684a", "M70 560 326 -612A1200 1200 0 0 1 613 -510Z"),
            ("#5c9bf0", "M70 560 624 -504A1200 1200 0 0 1 875 -330Z"),
            ("#3fb67c", "M70 560 884 -322A1200 1200 0 0 1 1080 -88Z"),
            ("#e9a820", "M70 560 1087 -78A1200 1200 0 0 1 1214 199Z"),
            ("#c98be0", "M70 560 1218 211A1200 1200 0 0 1 1269 512Z"),
        ]
        if right
        else [
            ("#f2684a", "M490 560 -709 512A1200 1200 0 0 1 -658 211Z"),
            ("#5c9bf0", "M490 560 -654 199A1200 1200 0 0 1 -527 -78Z"),
            ("#3fb67c", "M490 560 -520 -88A1200 1200 0 0 1 -324 -322Z"),
            ("#e9a820", "M490 560 -315 -330A1200 1200 0 0 1 -64 -504Z"),
            ("#c98be0", "M490 560 -53 -510A1200 1200 0 0 1 234 -612Z"),
        ]
    )
    circles = "".join(
        f'<circle cx="{lamp}" cy="560" r="{r}" fill="none" stroke="#10202d" stroke-width="2"/>'
        for r in (170, 300, 430, 560, 690)
    )
    drawn = "".join(f'<path fill="{fill}" d="{path}"/>' for fill, path in beams)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{frame}">'
        f'<rect x="{-edge:g}" y="{-edge:g}" width="{width + 2 * edge:g}" '
        f'height="{height + 2 * edge:g}" fill="#10202d"/>'
        f"{drawn}{circles}"
        f'<circle cx="{lamp}" cy="560" r="50" fill="#10202d"/>'
        f'<circle cx="{lamp}" cy="560" r="24" fill="#ffd23f"/></svg>'
    )
