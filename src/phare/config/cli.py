"""The console script `phare`: makes the house whole, then hands over to the operators' commands.

Without `PHARE_DATABASE_URL` it works on the demo of this folder: its embedded database is started
for as long as the command lasts, or used if another command runs it already.
"""

import json
import os
import secrets
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import django
from django.core.exceptions import ImproperlyConfigured
from django.utils.module_loading import import_string

from phare.ground.postgres import EmbeddedPostgres, running
from phare.ground.postgres_binaries import NoPostgres
from phare.ground.postgres_cluster import PostgresRefused, write_secret
from phare.ground.state import state_folder

CONSOLE = "phare.faces.console.group.phare"
# These look at the code alone, or insist on a database that somebody looks after.
WITHOUT_DATABASE = ("migrations-check", "serve", "found", "hire")


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "phare.config.settings")
    try:
        with database_at_hand(sys.argv[1:]) as database:
            django.setup()
            import_string(CONSOLE)(obj=database)
    except (ImproperlyConfigured, NoPostgres, PostgresRefused) as sentence:
        sys.exit(str(sentence))


@contextmanager
def database_at_hand(words: list[str]) -> Iterator[EmbeddedPostgres | None]:
    """The embedded database, if it is the one to use."""
    if "PHARE_DATABASE_URL" in os.environ:
        yield None
        return
    if not words or words[0] in WITHOUT_DATABASE or "--help" in words:
        os.environ.setdefault("PHARE_SECRET_KEY", secrets.token_urlsafe(50))
        yield None
        return
    folder = state_folder()
    os.environ["PHARE_STATE"] = str(folder)
    os.environ.setdefault("PHARE_DEMO", "true")
    os.environ.setdefault("PHARE_SECRET_KEY", secret_key(folder))
    with running(folder / "database") as database:
        os.environ["PHARE_DATABASE_URL"] = database.url()
        if words[0] != "demo" or len(words) > 1:
            follow_the_demo(folder, still_open=database.process is None)
        yield database


def follow_the_demo(folder: Path, still_open: bool) -> None:
    """A command about the demo lives at the demo's time."""
    with suppress(FileNotFoundError):
        known = json.loads((folder / "demo.json").read_text())
        os.environ.setdefault("PHARE_NOW", known["now"])
        if still_open:
            os.environ.setdefault("PHARE_NOW_SINCE", str(known["since"]))


def secret_key(folder: Path) -> str:
    """One per folder: whoever is signed in stays so when the demo starts again."""
    path = folder / "secret-key"
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        write_secret(path, secrets.token_urlsafe(50))
    return path.read_text()


if __name__ == "__main__":
    main()
