"""The operators' commands, gathered under `phare`."""

import click

from phare.faces.console.bounces import bounces
from phare.faces.console.database import backup, migrate, migrations_check, restore
from phare.faces.console.demo.watching import crowd
from phare.faces.console.demonstration import demo
from phare.faces.console.figures import figures, report
from phare.faces.console.founding.command import found
from phare.faces.console.hiring import hire
from phare.faces.console.programme import brochure, programme
from phare.faces.console.service import serve, web, worker

COMMANDS = (
    serve,
    web,
    worker,
    migrate,
    migrations_check,
    backup,
    restore,
    found,
    hire,
    demo,
    figures,
    report,
    bounces,
    programme,
    brochure,
)


@click.group()
def phare() -> None:
    """Runs Phare. Settings come from the environment: see docs/operations.md."""


for command in COMMANDS:
    phare.add_command(command)
demo.add_command(crowd)
