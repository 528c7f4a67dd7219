"""What a report shows in full by decision of the director, and what it protects."""

from collections.abc import Callable, Sequence

from phare.indicators.definitions import INDICATORS
from phare.indicators.disclosure import BELOW_MARK
from phare.reports import sentences as s
from phare.reports.model import Released, Said, Section, Words
from phare.reports.parts import when
from phare.reports.question import Question


def shown_in_full(question: Question, sections: Sequence[Section]) -> tuple[Released, ...]:
    """What this report shows in full by exception, each table of each year once."""
    named = _captions(sections)
    shown = {
        (table.key, one.about): Released(
            table.key,
            Said(s.OF_YEAR, {"name": named(table.key), "year": _year(one.about)}),
            one.decided_by,
            one.decided_on,
            one.reason,
        )
        for table in question.exit.published
        if (one := table.exception) is not None
    }
    return tuple(shown.values())


def _year(about: frozenset[tuple[str, str]]) -> str:
    return dict(about)["days"][:4]


def protected_tables(question: Question, sections: Sequence[Section]) -> dict[str, Words]:
    """The tables of those days in which something is hidden, by the name they leave under."""
    named = _captions(sections)
    those = when(question.days)
    return {
        table.key: named(table.key)
        for table in question.exit.published
        if those in table.about and table.marks - {BELOW_MARK}
    }


def _captions(sections: Sequence[Section]) -> Callable[[str], Words]:
    """What a table is called, by the name it leaves under."""
    captions = {table.key: table.caption for one in sections for table in one.tables}

    def named(key: str) -> Words:
        if key in captions:
            return captions[key]
        return INDICATORS[key].name if key in INDICATORS else s.CONTACTS

    return named
