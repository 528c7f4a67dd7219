"""The operators' manual and the settings say the same."""

import re

from launcher.words import HERE
from phare.config.environment import Environment


def test_the_manual_lists_every_setting_and_no_other() -> None:
    with open(f"{HERE}/docs/operations.md") as manual:
        listed = re.findall(r"^\| `(PHARE_\w+)` \|", manual.read(), re.MULTILINE)

    known = [f"PHARE_{name.upper()}" for name in Environment.model_fields]

    assert sorted(listed) == sorted(known)
