"""What the night owes: the sweep."""

from procrastinate.contrib.django import app

from phare.centres.queries import all_centres
from phare.ground.jobs import QUEUE
from phare.tickets.actions import sweep_centre


# Every hour, so that a night when the machine was off is made up for in the morning.
@app.periodic(cron="15 * * * *")
@app.task(name="tickets.sweep", queue=QUEUE, queueing_lock="tickets.sweep", pass_context=False)
def sweep(timestamp: int) -> None:
    """Every centre counts and forgets the days before today. Safe to repeat."""
    for centre in all_centres():
        sweep_centre(centre=centre)
