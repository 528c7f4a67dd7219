"""Satisfaction and the voluntary profile."""

from collections.abc import Mapping

from phare.centres.queries import municipalities
from phare.contacts import choices as contact_words
from phare.indicators import queries
from phare.indicators.definitions import INDICATORS
from phare.indicators.disclosure import BELOW_MARK, Axis, Cell
from phare.indicators.protection import TOTAL
from phare.indicators.queries import Origin
from phare.reports import sentences as s
from phare.reports.model import (
    NOTHING,
    Line,
    Number,
    Said,
    Section,
    Span,
    Table,
    Words,
    share,
    shown,
)
from phare.reports.question import Question
from phare.reports.shapes import marks
from phare.satisfaction import choices as voice_words

QUESTIONS: dict[str, tuple[Words, Mapping[str, Words]]] = {
    "found": (s.FOUND, dict(voice_words.Found.choices)),
    "content": (s.CONTENT, dict(voice_words.Content.choices)),
    "recommend": (s.RECOMMEND, dict(voice_words.Recommend.choices)),
}
PROFILE: dict[str, tuple[Words, Mapping[str, Words]]] = {
    "gender": (s.GENDER, dict(contact_words.Gender.choices)),
    "age_band": (s.AGE, dict(contact_words.AgeBand.choices)),
    "status": (s.STATUS, dict(contact_words.Status.choices)),
    "municipality": (s.MUNICIPALITY, dict(contact_words.Residence.choices)),
    "own_initiative": (s.OWN_INITIATIVE, dict(contact_words.YesNo.choices)),
    "first_visit": (s.FIRST_VISIT, dict(contact_words.YesNo.choices)),
}


def opinions(question: Question) -> Section:
    one = INDICATORS["opinions"]
    found = queries.opinions(question.days, centres=question.centres)
    if not found:
        missing = (Said(s.MISSING, {"period": Span(question.days)}),)
        return Section("voices", s.VOICES, one.definition, missing=missing)
    return Section(
        "voices",
        s.VOICES,
        one.definition,
        s.TWO_SOURCES,
        tables=tuple(
            table
            for name, (words, answers) in QUESTIONS.items()
            if (table := _answers(question, name, words, answers, found)).columns
        ),
        origin=Origin.OWN.label,
    )


def _answers(
    question: Question,
    name: str,
    words: Words,
    answers: Mapping[str, Words],
    found: Mapping[tuple[str, str, str], int],
) -> Table:
    """Answers down; for each place of answering the people and their share."""
    axis = Axis("answer", tuple(answers))
    published = [
        question.publish(
            f"voices-{name}",
            {(code,): found.get((name, source.value, code), 0) for code in answers},
            [axis],
            ("question", name),
            ("source", source.value),
        )
        for source in voice_words.Source
    ]
    lines = []
    asked = {
        source: table
        for source, table in zip(voice_words.Source, published, strict=True)
        if table.at(TOTAL) != Cell(0)
    }
    for code in (*answers, TOTAL):
        numbers = []
        for table in asked.values():
            people, whole = shown(table.at(code)), shown(table.at(TOTAL))
            numbers += [people, share(people, whole)]
        label = s.TOTAL if code == TOTAL else answers[code]
        lines.append(Line(label, tuple(numbers), is_total=code == TOTAL))
    heads: list[Words] = []
    for source in asked:
        heads += [source.label, s.SHARE]
    notes = marks(*asked.values())
    return Table(f"voices-{name}", words, s.ANSWER, tuple(heads), tuple(lines), notes)


def profile(question: Question) -> Section:
    one = INDICATORS["profile"]
    found = queries.profile(question.days, centres=question.centres)
    if not found:
        missing = (Said(s.MISSING, {"period": Span(question.days)}),)
        return Section("profile", s.PROFILE, one.definition, missing=missing)
    return Section(
        "profile",
        s.PROFILE,
        one.definition,
        tables=tuple(
            _profile(question, name, answers)
            for name, answers in found.items()
            if set(answers) != {contact_words.NOT_STATED}
        ),
        origin=Origin.OWN.label,
    )


def _profile(question: Question, name: str, answers: dict[str, int]) -> Table:
    """People and their share among those who answered; who did not say stands apart."""
    words, known = PROFILE[name]
    labels = {m.nis: m.name for m in municipalities() if m.nis in answers} | dict(known)
    labels |= {code: code for code in answers if code not in (*labels, contact_words.NOT_STATED)}
    codes = (*labels, contact_words.NOT_STATED)
    table = question.publish(
        f"profile-{name}",
        {(code,): answers.get(code, 0) for code in codes},
        [Axis(name, codes)],
        ("counting", "profile"),
    )
    silent = shown(table.at(contact_words.NOT_STATED))
    whole = shown(table.at(TOTAL))
    said = None
    if whole.value is not None and silent.mark == BELOW_MARK:
        said = whole.value
    elif whole.value is not None and silent.value is not None:
        said = whole.value - silent.value
    lines = [
        Line(label, (shown(table.at(code)), share(shown(table.at(code)), Number(said))))
        for code, label in labels.items()
    ]
    lines.append(Line(s.NOT_STATED, (silent, NOTHING)))
    lines.append(Line(s.TOTAL, (whole, NOTHING), is_total=True))
    return Table(
        f"profile-{name}",
        words,
        s.ANSWER,
        (s.PEOPLE, s.SHARE_OF_ANSWERS),
        tuple(lines),
        marks(table),
    )
