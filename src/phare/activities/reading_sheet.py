"""Reads a table of dates (docs/programme-format.md): one line a date, French or Dutch heads."""

import csv
import io
import re
import unicodedata
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, time
from time import strptime

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator

from phare.activities import bringing
from phare.activities.bringing import (
    AHEAD,
    MOST_ROWS,
    Reading,
    Refusal,
    Refused,
    Row,
    decoded,
    once,
)
from phare.activities.choices import Kind
from phare.ground import clock

SEPARATORS = ";,\t|"
COLUMNS: Mapping[str, tuple[str, ...]] = {
    "reference": ("uid", "id", "reference", "referentie", "kenmerk"),
    "title_fr": ("titre", "titre_fr"),
    "title_nl": ("titel", "titel_nl"),
    "lead_fr": ("resume_fr", "en_une_phrase_fr", "accroche_fr"),
    "lead_nl": ("in_een_zin_nl", "samenvatting_nl"),
    "text_fr": ("texte_fr", "description_fr"),
    "text_nl": ("tekst_nl", "beschrijving_nl"),
    "kind": ("type", "genre", "soort"),
    "themes": ("theme", "thema", "thema_s", "themas"),
    "audiences": ("publics", "public", "doelgroepen", "publiek"),
    "day": ("date", "jour", "datum", "dag"),
    "start": ("debut", "de", "begin", "van", "from"),
    "end": ("fin", "a", "einde", "tot", "until"),
    "languages": ("langues", "langue", "talen", "taal", "language"),
    "where": ("lieu", "salle", "plaats", "zaal", "room", "address"),
    "on_site": ("places", "places_sur_place", "plaatsen", "plaatsen_ter_plaatse"),
    "online": ("places_en_ligne", "en_ligne", "plaatsen_online"),
    "video_address": ("lien_video", "video", "videolink"),
}
NEEDED = ("day", "start", "end")
TEMPLATE = tuple(COLUMNS)
EXAMPLE = (
    "cv-2027-01-14", "CV : mode d’emploi", "Een goed cv", "Un CV qui vous ressemble.",
    "Een cv dat bij u past.", "", "", "WORKSHOP", "work", "", "2027-01-14", "13:30", "15:30",
    "fr", "", "12", "", "",
)  # fmt: skip
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def harmless(cell: object) -> str:
    """A cell that no spreadsheet takes for a formula."""
    text = str(cell)
    return f"'{text}" if text.startswith(FORMULA) else text


def read_sheet(
    content: bytes, *, zone: str, since: datetime, known: Mapping[str, Mapping[str, str]]
) -> Reading:
    """The dates of a table that end after `since`.

    `known` are codes by the words people may write, for themes, audiences and languages. Raises
    `Refused` for what is no such table.
    """
    columns, lines, broken = _table(decoded(content))
    rows: list[Row] = []
    refused: list[Refusal] = [*broken]
    over = 0
    for number, cells in lines:
        given = dict(zip(columns, (_unquoted(cell) for cell in cells), strict=False))
        name = given.get("title_fr") or given.get("title_nl") or ""
        try:
            row = _row(str(number), given, zone=zone, since=since, known=known)
        except Refused as error:
            refused.append(Refusal(str(number), name[:120], error.reason, error.values))
            continue
        if row.end <= since:
            over += 1
        else:
            rows.append(row)
    return once(rows, refused, over)


def _unquoted(cell: str) -> str:
    """What `harmless` put before a sign is taken off again."""
    text = cell.strip()
    return text[1:] if text[:1] == "'" and text[1:2] in FORMULA else text


def _table(text: str) -> tuple[list[str], list[tuple[int, list[str]]], list[Refusal]]:
    head = next(line for line in text.splitlines() if line.strip())
    separator = max(SEPARATORS, key=head.count)
    lines, broken = [], []
    try:
        for number, cells in _lines(text, separator):
            if any(cell.strip() for cell in cells):
                lines.append((number, cells))
            if len(lines) > MOST_ROWS + 1:
                break
    except csv.Error:
        broken.append(Refusal(str(len(lines) + 1), "", bringing.QUOTE))
    columns = [_column(name) for name in lines[0][1]] if lines else []
    missing = [name for name in NEEDED if name not in columns]
    if not {"title_fr", "title_nl"} & set(columns):
        missing.insert(0, "title_fr")
    if missing:
        raise Refused(bringing.NO_COLUMN, column=missing[0])
    return columns, lines[1:], broken


def _lines(text: str, separator: str) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    before = 0
    for cells in reader:
        yield before + 1, cells
        before = reader.line_num


def _bare(text: str) -> str:
    """Small letters without accents, words joined by underscores."""
    split = unicodedata.normalize("NFKD", text.strip().casefold())
    plain = "".join(sign for sign in split if not unicodedata.combining(sign))
    return re.sub(r"[^a-z0-9]+", "_", plain).strip("_")


def _column(name: str) -> str:
    wanted = _bare(name)
    return next(
        (known for known, names in COLUMNS.items() if wanted == known or wanted in names), wanted
    )


def _row(
    place: str,
    given: Mapping[str, str],
    *,
    zone: str,
    since: datetime,
    known: Mapping[str, Mapping[str, str]],
) -> Row:
    day = _day(given.get("day", ""))
    start, end = (
        clock.moment(day, _hour(given.get(name, "")), zone).astimezone(UTC)
        for name in ("start", "end")
    )
    if end <= start:
        raise Refused(bringing.BACKWARDS)
    if abs(start - since) > 2 * AHEAD:
        raise Refused(bringing.TOO_FAR)
    title = _text(given, "title", 120)
    if not title:
        raise Refused(bringing.NO_TITLE)
    spoken = _codes(given.get("languages", ""), known["languages"])
    named = given.get("reference") or f"{next(iter(title.values()))}|{start:%Y%m%dT%H%M}"
    return Row(
        place=place,
        uid=named[:180],
        start=start,
        end=end,
        title=title,
        lead=_text(given, "lead", 300),
        text=_text(given, "text", 4000),
        kind=_kind(given.get("kind", "")),
        themes=_codes(given.get("themes", ""), known["themes"]),
        audiences=_codes(given.get("audiences", ""), known["audiences"]),
        languages=spoken or tuple(title),
        where=given.get("where", "")[:200],
        on_site=_number(given.get("on_site", "")),
        online=_number(given.get("online", "")),
        video_address=_address(given.get("video_address", "")),
    )


def _text(given: Mapping[str, str], name: str, longest: int) -> dict[str, str]:
    said = {code: given.get(f"{name}_{code}", "")[:longest].strip() for code in ("fr", "nl")}
    return {code: text for code, text in said.items() if text}


DAYS = ("%Y-%m-%d", "%d/%m/%Y", "%d.%m.%Y", "%d-%m-%Y")


def _day(text: str) -> date:
    for pattern in DAYS:
        try:
            return date(*strptime(text, pattern)[:3])
        except ValueError:
            continue
    if not text:
        raise Refused(bringing.NO_DAY)
    raise Refused(bringing.NOT_A_DAY, text=text[:40])


def _hour(text: str) -> time:
    found = re.fullmatch(r"(\d{1,2})\s*[:.hu]\s*(\d{2})?(?::00)?\s*(?:uur|h|u)?", text, re.I)
    if found and int(found[1]) < 24 and int(found[2] or 0) < 60:
        return time(int(found[1]), int(found[2] or 0))
    if not text:
        raise Refused(bringing.NO_HOUR)
    raise Refused(bringing.NOT_AN_HOUR, text=text[:40])


def _number(text: str) -> int | None:
    if not text:
        return None
    if not (text.isascii() and text.isdigit() and int(text[:6]) <= 5000 and len(text) <= 6):
        raise Refused(bringing.NOT_A_NUMBER, text=text[:40])
    return int(text)


def _address(text: str) -> str:
    if text:
        try:
            URLValidator(["https", "http"])(text)
        except ValidationError:
            raise Refused(bringing.NOT_AN_ADDRESS, text=text[:60]) from None
    return text[:500]


def _kind(text: str) -> str:
    if not text:
        return ""
    for kind in Kind:
        if _bare(text) in (_bare(kind), _bare(str(kind.label))):
            return str(kind)
    raise Refused(bringing.UNKNOWN, text=text[:40], known=", ".join(Kind))


def _codes(text: str, known: Mapping[str, str]) -> tuple[str, ...]:
    found = []
    for word in re.split(r"[,/+&|]", text):
        if word.strip():
            code = known.get(_bare(word))
            if code is None:
                codes = ", ".join(sorted(set(known.values())))
                raise Refused(bringing.UNKNOWN, text=word.strip()[:40], known=codes)
            found.append(code)
    return tuple(dict.fromkeys(found))


def words_of(words: Mapping[str, Mapping[str, str]]) -> dict[str, str]:
    """Code by everything people may write for it: the code, or its name in any language."""
    found = {_bare(code): code for code in words}
    for code, names in words.items():
        for name in names.values():
            found.setdefault(_bare(name), code)
    return found
