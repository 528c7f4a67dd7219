"""Where an installation without PostgreSQL of its own keeps what it must keep."""

import os
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[3]


def state_folder() -> Path:
    """`$PHARE_STATE`, else `.phare` of the checkout, else the user's own place for such things."""
    given = os.environ.get("PHARE_STATE")
    if given:
        return Path(given).resolve()
    if (CHECKOUT / "dev.py").is_file():
        return CHECKOUT / ".phare"
    home = os.environ.get("XDG_STATE_HOME") or Path.home() / ".local" / "state"
    return Path(home) / "phare"
