"""Opens the house of a plan, or brings it up to date: all of it, or nothing."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.db import transaction

from phare.centres import actions, queries
from phare.centres.queries import Centre
from phare.centres.vocabulary import STANDARD, Vocabulary
from phare.faces.console.founding.entries import Wrongs
from phare.faces.console.founding.plan import Plan

if TYPE_CHECKING:
    from phare.centres.models import OpeningHours

OPEN_SERIES = "R"


def find_conflicts(plan: Plan, wrongs: Wrongs) -> None:
    """What the file asks for and cannot have, for what there is already."""
    for other in queries.all_centres():
        if other.slug != plan.centre:
            for host in sorted({*plan.columns["hosts"]} & {*other.hosts}):
                taken = f"“{host}” is a host of the centre “{other.slug}” already."
                wrongs.add(("centre", "hosts"), taken)
        elif other.network.slug != plan.network:
            moved = f"“{plan.centre}” is a centre of the network “{other.network.slug}”."
            wrongs.add(("centre", "slug"), moved)
    _letters_clash(plan, wrongs)


def _letters_clash(plan: Plan, wrongs: Wrongs) -> None:
    """A letter is of one theme, or of the tickets without a theme."""
    of: dict[str, str] = {}
    for theme, letter in _letters(plan).items():
        if letter in of:
            both = f"“{letter}” is the letter of “{of[letter]}” too."
            wrongs.add(("network", "letters", theme), both)
        of[letter] = theme
    for slug, letter in _open_series(plan).items():
        if letter in of:
            said_here = slug == plan.centre and "open_series" in plan.columns
            where = ("centre", "open_series") if said_here else ("network", "letters", of[letter])
            both = f"“{letter}” is of “{of[letter]}” and of tickets without a theme in “{slug}”."
            wrongs.add(where, both)


def _letters(plan: Plan) -> dict[str, str]:
    """Those of the file; for other themes those there are; the standard ones for the rest."""
    found = {theme: str(words["letter"]) for theme, words in STANDARD.themes.items()}
    for network in {centre.network for centre in queries.all_centres()}:
        if network.slug == plan.network:
            rows = queries.network_themes(network=network)
            found |= {row.code: row.letter for row in rows}
    return found | dict(plan.letters)


def _open_series(plan: Plan) -> dict[str, str]:
    """Centre of the network to the letter of its tickets without a theme."""
    found = {plan.centre: OPEN_SERIES}
    for centre in queries.all_centres():
        if centre.network.slug == plan.network:
            found[centre.slug] = centre.open_series
    if "open_series" in plan.columns:
        found[plan.centre] = plan.columns["open_series"]
    return found


@transaction.atomic
def open_house(plan: Plan) -> tuple[Centre, list[str]]:
    """The centre as the file says, and what of the file or of the house stays otherwise."""
    network = actions.found_network(
        network=plan.network, name=plan.network_name, vocabulary=_vocabulary(plan)
    )
    centre = actions.found_centre(
        network=network, slug=plan.centre, **plan.words, **dict(plan.columns)
    )
    actions.furnish_centre(centre=centre, places=plan.places)
    for kind, name in plan.screens:
        actions.add_screen(centre=centre, kind=kind, name=name)
    return centre, [*_set_hours(plan, centre), *_left_over(plan, centre)]


def _vocabulary(plan: Plan) -> Vocabulary:
    letters = _letters(plan)
    themes = {
        theme: {**words, "letter": letters[theme]} for theme, words in STANDARD.themes.items()
    }
    return replace(STANDARD, themes=themes)


def _set_hours(plan: Plan, centre: Centre) -> Iterator[str]:
    """Hours that are other already are replaced, unless the office has set later ones."""
    rows = queries.opening_hours(centre=centre)
    for kind, week in plan.weeks.items():
        there = queries.hours_from(plan.hours_from, centre=centre, kind=kind)
        if all(there[day] == spans for day, spans in enumerate(week)):
            continue
        name = f"hours.{kind.lower()}"
        changes = [day for row in rows if row.kind == kind for day in _changes(row)]
        if later := [day for day in sorted(changes) if day > plan.hours_from]:
            yield (
                f"{name}: left alone. The office has set others from {later[0]}: "
                "change them there, or let the file's begin later."
            )
            continue
        actions.set_opening_week(centre=centre, kind=kind, week=week, valid_from=plan.hours_from)
        if any(there.values()):
            yield f"{name}: changed from {plan.hours_from}."
    for other in sorted({row.kind for row in rows} - {str(kind) for kind in plan.weeks}):
        yield f"hours.{other.lower()}: not in the file. They stay; end them in the office."


def _changes(row: "OpeningHours") -> list[date]:
    """The days from which a row holds, and from which it holds no more."""
    return [row.valid_from, *([row.valid_until + timedelta(days=1)] if row.valid_until else [])]


def _left_over(plan: Plan, centre: Centre) -> Iterator[str]:
    """What there is and the file does not name: nothing is taken away by its absence."""
    wanted = {(str(kind), code) for kind, code, *_ in plan.places}
    for place in queries.places(centre=centre):
        if (place.kind, place.code) not in wanted:
            yield f"{place.kind.lower()} {place.code}: not in the file. It stays."
    named = {(str(kind), name) for kind, name in plan.screens}
    for screen in queries.screens(centre=centre):
        if (screen.kind, screen.name) not in named:
            yield (
                f"{screen.kind.lower()} “{screen.name}”: not in the file. It stays; "
                "the office can renew its key."
            )
