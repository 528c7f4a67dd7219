"""What every part of the launcher says and where it works. Any Python from 3.8 on."""

import os
import sys

HERE = os.path.dirname(os.path.dirname(os.path.realpath(__file__)))
STATE = os.path.join(HERE, ".phare")
VENV = os.path.join(HERE, ".venv")
# Each would make Python, pip or uv work in another place than the one meant here.
MISLEADING = ("UV_PYTHON", "UV_PROJECT_ENVIRONMENT", "VIRTUAL_ENV", "CONDA_PREFIX", "PYTHONPATH")
MISLEADING += ("PYTHONHOME", "PIP_USER", "PIP_TARGET", "PIP_PREFIX", "__PYVENV_LAUNCHER__")


class Stop(Exception):
    """One sentence for the person at the keyboard."""


def say(line):
    sys.stdout.write("* " + line + "\n")
    sys.stdout.flush()


def surroundings(**more):
    """The environment for what is started from here."""
    kept = {name: value for name, value in os.environ.items() if name not in MISLEADING}
    return {**kept, **more}


def program(name):
    return os.path.join(VENV, "bin", name)
