"""Group activities: how many, about what, in which language; registered against present."""

from collections.abc import Mapping, Sequence

from phare.indicators import queries
from phare.indicators.definitions import INDICATORS
from phare.indicators.disclosure import Axis
from phare.indicators.queries import Origin, Programme
from phare.indicators.queries.programme import ATTENDED, WAYS
from phare.reports import sentences as s
from phare.reports.model import Chart, Line, Number, Said, Section, Table, Words, growth, shown
from phare.reports.question import Question, year_of
from phare.reports.sections.themes import language_names, theme_names
from phare.reports.shapes import bars, compared_table, marks

OTHERS, NONE = "others", "none"


def held(question: Question) -> Section | None:
    """Nothing where no session of this house is known: figures that were published stand apart."""
    one = INDICATORS["sessions_held"]
    found = [queries.programme(days, centres=question.centres) for days in question.spans]
    if not found[0]:
        return None
    attended = _attended(question, found)
    return Section(
        "programme",
        s.PROGRAMME,
        one.definition,
        s.PROGRAMME_LEAD,
        charts=(attended[1],),
        tables=(
            _ways(question, found),
            attended[0],
            _about(question, "activities-theme", s.PROGRAMME_THEME, s.THEME, found[0], by="theme"),
            _about(
                question,
                "activities-language",
                s.PROGRAMME_LANGUAGE,
                s.LANGUAGE,
                found[0],
                by="language",
            ),
        ),
        missing=_missing(question, found[0]),
        origin=Origin.OWN.label,
    )


def _ways(question: Question, found: Sequence[Programme]) -> Table:
    """Sessions are things, not people: nothing of them is protected."""
    one = INDICATORS["sessions_held"]
    columns: list[Words] = [year_of(question.days)]
    if question.compared is not None:
        columns += [year_of(question.compared), s.GROWTH]
    lines = []
    for code in (*WAYS, "ALL"):
        numbers = [Number(p.sessions if code == "ALL" else p.by_way[code]) for p in found]
        if question.compared is not None:
            numbers.append(growth(numbers[1], numbers[0]))
        label = s.TOTAL if code == "ALL" else one.item_name(code)
        lines.append(Line(label, tuple(numbers), is_total=code == "ALL"))
    return Table("activities", one.name, s.FIGURE, tuple(columns), tuple(lines))


def _attended(question: Question, found: Sequence[Programme]) -> tuple[Table, Chart]:
    one = INDICATORS["registered_and_present"]
    names: dict[str, Words] = {code: one.item_name(code) for code in ATTENDED}
    axis = Axis("attended", tuple(names), adds_up=False)
    tables = [
        question.publish("attended", _keyed(p.people), [axis], days=days)
        if any(p.people.values())
        else None
        for p, days in zip(found, question.spans, strict=True)
    ]
    table = compared_table("attended", one.name, s.FIGURE, names, tables, question, total=False)
    return table, bars("attended-chart", one.name, names, tables, question)


def _keyed(people: Mapping[str, int]) -> dict[tuple[str, ...], int]:
    return {(code,): people.get(code, 0) for code in ATTENDED}


def _about(
    question: Question, key: str, caption: Words, head: Words, found: Programme, *, by: str
) -> Table:
    """Sessions and people present, one line a theme or a language."""
    names = theme_names(question) if by == "theme" else language_names(question)
    sessions = _known(getattr(found, f"sessions_by_{by}"), names)
    people = _known(getattr(found, f"people_by_{by}"), names)
    codes = [code for code in names if sessions.get(code) or people.get(code)]
    axis = Axis(by, tuple(codes), adds_up=False)
    values: dict[tuple[str, ...], int] = {(code,): people.get(code, 0) for code in codes}
    table = question.publish(key, values, [axis], ("counting", "activities"))
    lines = tuple(
        Line(
            names[code],
            (Number(sessions.get(code, 0)), shown(table.at(code))),
            code if by == "theme" else "",
        )
        for code in codes
    )
    return Table(key, caption, head, (s.SESSIONS, s.PRESENT), lines, marks(table))


def _known(counts: Mapping[str, int], names: Mapping[str, Words]) -> dict[str, int]:
    """The rarer languages together, as in every table; an unknown theme has no line."""
    found: dict[str, int] = {}
    for code, number in counts.items():
        place = code if code in names else OTHERS if code else NONE
        if place in names:
            found[place] = found.get(place, 0) + number
    return found


def _missing(question: Question, found: Programme) -> tuple[Words, ...]:
    said: list[Words] = []
    if found.uncounted:
        said.append(Said(s.UNCOUNTED, {"number": found.uncounted}))
    return tuple(said)
