"""Contacts by theme and language, and by scheme."""

from collections import defaultdict
from collections.abc import Mapping

from phare.centres import queries as centre_queries
from phare.indicators import queries
from phare.indicators.definitions import INDICATORS
from phare.indicators.disclosure import Axis
from phare.indicators.protection import TOTAL
from phare.indicators.queries import Counted, Origin
from phare.reports import sentences as s
from phare.reports.model import Line, Section, Table, Words, shown
from phare.reports.question import Question
from phare.reports.shapes import bars, breaks_between, compared_table, marks, origin_of, unknown

INTERFACE = ("fr", "nl", "en", "de")
OTHERS, NONE = "others", "none"


def theme_names(question: Question) -> dict[str, Words]:
    names: dict[str, Words] = {}
    for centre in question.centres:
        for theme in centre_queries.themes(centre=centre):
            names.setdefault(theme.code, theme.name)
    return names


def language_names(question: Question) -> dict[str, Words]:
    """The four of the house, then all others together, then not noted."""
    names: dict[str, Words] = {}
    for centre in question.centres:
        for language in centre_queries.languages(centre=centre):
            if language.code in INTERFACE:
                names.setdefault(language.code, language.name)
    return names | {OTHERS: s.OTHER_LANGUAGES, NONE: s.NO_LANGUAGE}


def grouped(
    values: Mapping[tuple[str, ...], int], themes: dict[str, Words], languages: dict[str, Words]
) -> dict[tuple[str, ...], int]:
    """By (theme, language) with the rarer languages together; an unknown theme is none."""
    found: dict[tuple[str, ...], int] = defaultdict(int)
    for (theme, language), people in values.items():
        known = language if language in languages else OTHERS
        place = (theme if theme in themes else NONE, known if language else NONE)
        found[place] += people
    return dict(found)


def crossed(
    question: Question,
    key: str,
    caption: Words,
    values: Mapping[tuple[str, ...], int],
    counting: str,
) -> Table:
    """Themes down, languages across, both adding up."""
    languages = language_names(question)
    themes = theme_names(question)
    counts = grouped(values, themes, languages)
    themes |= {NONE: s.NO_THEME}
    rows = [code for code in themes if code != NONE or any(k[0] == NONE for k in counts)]
    columns = [
        code
        for code in languages
        if code in INTERFACE or any(k[1] == code and n for k, n in counts.items())
    ]
    axes = [Axis("theme", tuple(rows)), Axis("language", tuple(columns))]
    table = question.publish(key, counts, axes, ("counting", counting))
    lines = tuple(
        Line(
            s.TOTAL if code == TOTAL else themes[code],
            tuple(shown(table.at(code, column)) for column in (*columns, TOTAL)),
            "" if code in (TOTAL, NONE) else code,
            code == TOTAL,
        )
        for code in (*rows, TOTAL)
    )
    heads = (*(languages[code] for code in columns), s.TOTAL)
    return Table(key, caption, s.THEME, heads, lines, marks(table))


def by_theme(question: Question) -> Section:
    one = INDICATORS["contacts_by_theme_and_language"]
    counted = queries.contacts_by_theme_and_language(question.days, centres=question.centres)
    missing = unknown(counted, question)
    if not counted:
        return Section("themes", s.BY_THEME, one.definition, missing=missing)
    table = crossed(question, "themes", s.BY_THEME, counted.values, "mentions")
    return Section(
        "themes",
        s.BY_THEME,
        one.definition,
        s.ADDED,
        tables=(table,),
        missing=missing,
        origin=origin_of(counted),
    )


def by_scheme(question: Question) -> Section:
    one = INDICATORS["schemes"]
    counting = question.counted(queries.schemes)
    counted = [counting(days) for days in question.spans]
    missing = unknown(counted[0], question)
    if not counted[0]:
        return Section("schemes", s.SCHEMES, one.definition, missing=missing)
    names = _scheme_names(question, counted)
    axis = Axis("scheme", tuple(names), adds_up=False)
    tables = [
        question.publish("schemes", c.values, [axis], days=days, counting=counting) if c else None
        for c, days in zip(counted, question.spans, strict=True)
    ]
    return Section(
        "schemes",
        s.SCHEMES,
        one.definition,
        s.NOT_ADDED,
        (bars("schemes-chart", s.SCHEMES, names, tables, question),) if names else (),
        (compared_table("schemes", s.SCHEMES, s.SCHEME, names, tables, question, total=False),),
        breaks_between(one, question),
        missing,
        origin_of(counted[0]),
        tuple(sorted({source for c in counted for source in c.sources})),
    )


def _scheme_names(question: Question, counted: list[Counted]) -> dict[str, Words]:
    """The tags of the centre where it counted itself, else the lines that were published."""
    one = INDICATORS["schemes"]
    names: dict[str, Words] = {}
    if any(c.origin in (Origin.OWN, Origin.BOTH) for c in counted):
        for centre in question.centres:
            for scheme in centre_queries.schemes(centre=centre):
                names.setdefault(scheme.code, scheme.name)
    for item in one.items:
        if any((item.code,) in c.values for c in counted):
            names.setdefault(item.code, item.name)
    return names
