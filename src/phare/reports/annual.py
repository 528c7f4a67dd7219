"""The annual report, of a year or of any part of one, beside the same days of another year."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from phare.centres.models import Centre
from phare.centres.queries import derogations
from phare.contacts.queries import first_day
from phare.ground import clock
from phare.ground.periods import Days
from phare.indicators import queries
from phare.indicators.definitions import Precision
from phare.indicators.disclosure import Axis, Exit
from phare.indicators.protection import TOTAL
from phare.indicators.queries import Counted
from phare.reports import sentences as s
from phare.reports.contradictions import contradictions
from phare.reports.exceptions import protected_tables, shown_in_full
from phare.reports.model import (
    NOTHING,
    Lifted,
    Number,
    Report,
    Said,
    Section,
    Span,
    Words,
    growth,
    shown,
)
from phare.reports.parts import WholeYears
from phare.reports.question import Question, same_days
from phare.reports.sections import around, contacts, demand, programme, themes, voices

SECTIONS: tuple[Callable[[Question], Section | None], ...] = (
    contacts.by_mode,
    contacts.by_channel,
    contacts.years,
    contacts.by_month,
    themes.by_theme,
    themes.by_scheme,
    programme.held,
    demand.asked,
    demand.waits,
    voices.opinions,
    voices.profile,
    around.counts,
    around.shares,
)


def annual(
    *,
    centres: Sequence[Centre],
    year: int,
    language: str,
    compare: int | None = None,
    months: tuple[int, int] = (1, 12),
) -> Report:
    """The report of `year`, from its first to its last month, beside the year `compare`.

    Without `compare` it is the year before. A year that still runs stops today, and so does the
    year beside it. The same facts give the same report, in any language.
    """
    today = clock.today(centres[0].time_zone)
    days = part_of(year, months)
    days = Days(days.first, max(days.first, min(days.last, today)))
    other = year - 1 if compare is None else compare
    years = WholeYears(today, made=lambda whole: _exit_of_year(whole, centres=centres))
    question = asked(Question(centres, days, same_days(days, other), years=years))
    poster, words, lead = _poster(question)
    sections = _sections(question)
    return Report(
        language=language,
        centres=tuple(centre.name for centre in centres),
        days=days,
        compared=question.compared,
        poster=poster,
        poster_words=words,
        lead=lead,
        sections=tuple(one for one in sections if not one.is_empty),
        unknown=tuple(one for one in sections if one.is_empty),
        contradictions=contradictions(question, years),
        lifted=_lifted(question),
        exceptions=shown_in_full(question, sections),
        protected=protected_tables(question, sections),
        training=any(centre.training for centre in centres),
        made_on=today,
    )


def asked(question: Question) -> Question:
    """The question with the exit its tables leave by, which knows what the director released."""
    exceptions = [
        one
        for days in question.spans
        for one in queries.named_exceptions(days, centres=question.centres)
    ]
    if not exceptions:
        return replace(question, exit=Exit())
    # Made once to learn what will be shown in full, so that no table before it rests on that.
    first = replace(question, exit=Exit(tuple(exceptions)))
    _poster(first)
    _sections(first)
    return replace(question, exit=first.exit.knowing_what_it_released())


def _exit_of_year(year: Days, *, centres: Sequence[Centre]) -> Exit:
    """The exit of the report of that year, once it let out what that report says of its months."""
    question = asked(Question(centres, year, None))
    _total(question, year)
    for make in (contacts.by_mode, contacts.by_channel, contacts.by_month):
        make(question)
    return question.exit


def _sections(question: Question) -> tuple[Section, ...]:
    return tuple(found for make in SECTIONS if (found := make(question)) is not None)


def years_known(*, centres: Sequence[Centre]) -> list[int]:
    """The years of which something is known, newest first; this one when nothing is."""
    this = clock.today(centres[0].time_zone).year
    began = first_day(centres=centres)
    own = range(began.year, this + 1) if began else ()
    return sorted({*own, *queries.imported_years(centres=centres)} or {this}, reverse=True)


def part_of(year: int, months: tuple[int, int]) -> Days:
    """From the first day of the first month to the last day of the last."""
    first, last = months
    following = date(year + last // 12, last % 12 + 1, 1)
    return Days(date(year, first, 1), date.fromordinal(following.toordinal() - 1))


def _poster(question: Question) -> tuple[Number, Words, Words]:
    """The total, what it is, and how it moved."""
    numbers = []
    bound = False
    for days in question.spans:
        counted, number = _total(question, days)
        numbers.append(number)
        bound = bound or (days == question.days and counted.precision != Precision.EXACT)
    whole = question.days == Days.of_year(question.days.first.year)
    words: Words = s.CONTACTS_YEAR if whole else s.CONTACTS_PERIOD
    if bound:
        words = s.MORE_THAN
    grown = growth(numbers[1], numbers[0]) if len(numbers) > 1 else NOTHING
    if grown.value is None or question.compared is None:
        return numbers[0], words, ""
    before = {"growth": grown, "before": Span(question.compared), "number": numbers[1]}
    return numbers[0], words, Said(s.TOTAL_GROWTH, before)


def _total(question: Question, days: Days) -> tuple[Counted, Number]:
    """All contacts of those days, and what of it may be shown."""
    counting = question.counted(queries.contacts_total)
    counted = counting(days)
    axis = Axis("all", ("ALL",))
    values: dict[tuple[str, ...], int] = {("ALL",): counted.total}
    table = question.publish("total", values, [axis], days=days, counting=counting)
    return counted, shown(table.cells[(TOTAL,)]) if counted else NOTHING


def _lifted(question: Question) -> tuple[Lifted, ...]:
    rows = (
        row
        for centre in question.centres
        for row in derogations(centre=centre, first=question.days.first, last=question.days.last)
    )
    return tuple(
        Lifted(row.get_rule_display(), row.reason, row.granted_by, Days(row.first_on, row.last_on))
        for row in rows
    )
