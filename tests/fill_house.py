"""Fills the database of `PHARE_DATABASE_URL` with the demo centre, with a small year behind it.

python -m tests.fill_house MOMENT
"""

import sys
from datetime import datetime

import django


def fill(moment: datetime) -> None:
    # Rooms can only be imported once Django is set up.
    from phare.faces.console import demo  # noqa: PLC0415

    demo.load(moment, lambda line: None, scale=0.04)


if __name__ == "__main__":
    django.setup()
    fill(datetime.fromisoformat(sys.argv[1]))
