"""A web process without the limit on forms, to show what it is for.

python -m tests.crowds.open_gate_web DOOR
"""

import sys

from phare.config.cli import main
from phare.faces.shared.gate import limits


def everybody(inside, buckets=None):  # type: ignore[no-untyped-def]
    return inside


if __name__ == "__main__":
    door = sys.argv[1]
    limits.limited = everybody  # type: ignore[assignment]
    sys.argv = ["phare", "web", door]
    main()
