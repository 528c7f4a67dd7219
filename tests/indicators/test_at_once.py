"""The same new file of figures imported by two processes at once."""

import psycopg
import pytest

from tests.meeting import met, started

FOUND = """
import django
django.setup()
from tests.factories.centres import make_centre
make_centre()
"""
IMPORT = """
import django
django.setup()
from datetime import date
from phare.centres.queries import centre_named
from phare.indicators import actions
from phare.indicators.reading import read_figures
written = b"year,indicator,breakdown,value\\n2021,contacts,total,33060\\n"
figures = read_figures(written, today=date(2026, 11, 18), source="a report").figures
{weakened}
actions.import_figures(figures, centre=centre_named(centre="house"))
"""
UNLOCKED = "actions.import_one_at_a_time = lambda *, centre: None"


@pytest.mark.parametrize(
    ("weakened", "answers"), [("", [0, 0]), (UNLOCKED, [0, 1])], ids=["locked", "unlocked"]
)
def test_a_file_imported_twice_at_once_is_imported_once_and_the_lock_sees_to_it(
    own_database, weakened, answers
):
    assert started(FOUND, own_database).wait() == 0

    ended = met(
        IMPORT.format(weakened=weakened),
        own_database,
        table="indicators_importedfigure",
        processes=2,
    )

    assert sorted(ended) == answers
    with psycopg.connect(own_database) as connection:
        row = connection.execute("SELECT sum(value) FROM indicators_importedfigure").fetchone()
    assert row == (33060,)
