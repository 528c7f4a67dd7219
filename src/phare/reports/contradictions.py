"""What does not fit together, as everybody may read it.

The office sees the exact numbers beside the figures it imports. A report prints none that its
tables hide, none that is 1 to 4, and none that is made of such.
"""

from decimal import Decimal

from phare.ground.periods import Days
from phare.indicators import queries
from phare.indicators.checks import check_figures
from phare.indicators.definitions import ALL, INDICATORS, PeriodKind, Unit
from phare.indicators.disclosure import BELOW_MARK, Exit, Published
from phare.indicators.figures import Figure
from phare.indicators.findings import COUNTS_OF_PEOPLE, Finding
from phare.indicators.protection import SMALL, TOTAL
from phare.reports.parts import WholeYears, when
from phare.reports.question import Question


def contradictions(question: Question, years: WholeYears) -> tuple[Finding, ...]:
    """What does not fit in the imported figures of the years the report shows."""
    shown = {days.first.year for days in question.spans}
    found = check_figures(queries.imported_figures(centres=question.centres))
    return tuple(
        finding.without_numbers() if _tells_of_a_few(finding, question.exit, years) else finding
        for finding in found
        if finding.year in shown
    )


def _tells_of_a_few(finding: Finding, exit: Exit, years: WholeYears) -> bool:
    people = [figure for figure in finding.rests_on if _counts_people(figure)]
    if not people:
        return False
    printed = finding.values.values() if finding.check in COUNTS_OF_PEOPLE else ()
    numbers = [number for number in printed if isinstance(number, Decimal)]
    if any(abs(number) in SMALL for number in (*numbers, *(one.value for one in people))):
        return True
    return any(_is_hidden(figure, exit, years) for figure in people)


def _counts_people(figure: Figure) -> bool:
    one = INDICATORS[figure.indicator]
    return one.visitors or one.unit in (Unit.CONTACTS, Unit.PEOPLE)


def _is_hidden(figure: Figure, exit: Exit, years: WholeYears) -> bool:
    """Whether the report of its year, or this one, hides the cell in which the figure stands."""
    year = years.around(Days(figure.first_on, figure.first_on))
    named = set() if figure.item == ALL else {figure.item}
    if figure.kind != PeriodKind.YEAR:
        named.add(f"{figure.first_on:%Y-%m}")
    tables = [
        table
        for table in (*years.exit(year).published, *exit.published)
        if when(year) in table.about
    ]
    return any(named in _hidden_in(table) for table in tables)


def _hidden_in(table: Published) -> list[set[str]]:
    """What the hidden cells of a table are about, but for its days."""
    about = {value for name, value in table.about if name != "days"}
    return [
        codes or about
        for place, cell in table.cells.items()
        if cell.mark not in ("", BELOW_MARK)
        for codes in [set(place) - {TOTAL, ALL}]
    ]
