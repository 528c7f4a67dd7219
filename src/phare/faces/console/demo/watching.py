"""`phare demo crowd`: the actors live, to be watched on kiosk, board, phones and desks."""

import time
from random import Random

import click

from phare.centres.queries import centre_named, openness
from phare.faces.console.demo.crowd import Crowd
from phare.ground import clock


@click.command()
@click.option("--centre", default="bruxelles", show_default=True, help="Centre they come to.")
@click.option("--pace", default=1.0, show_default=True, help="2: twice as many people arrive.")
@click.option("--minutes", default=0, help="Stop after that many minutes; 0: at closing time.")
@click.option("--seed", default="", help="The same seed, the same people.")
def crowd(centre: str, pace: float, minutes: int, seed: str) -> None:
    """People arrive, wait, are called and leave. Ctrl-C ends it; the queue stays as it is."""
    house = centre_named(centre=centre)
    actors = Crowd(house, Random(seed or None), pace=pace)
    until = time.monotonic() + 60 * minutes if minutes else float("inf")
    click.echo("Ctrl-C ends it.")
    try:
        while time.monotonic() < until and openness(centre=house, at=clock.now()).is_open:
            for line in actors.step():
                now = clock.local(clock.now(), house.time_zone)
                click.echo(f"{now:%H:%M:%S}  {line}")
            time.sleep(1)
    except KeyboardInterrupt:
        return
    click.echo("The house is closed, or the time is over.")
