"""What the night owes those who wrote something."""

from procrastinate.contrib.django import app

from phare.centres.queries import all_centres
from phare.ground import clock
from phare.ground.jobs import QUEUE
from phare.satisfaction.actions import forget_comments


@app.periodic(cron="40 * * * *")
@app.task(
    name="satisfaction.forget", queue=QUEUE, queueing_lock="satisfaction.forget", pass_context=False
)
def forget(timestamp: int) -> None:
    """What people wrote goes at the end of the year after. Safe to repeat."""
    for centre in all_centres():
        forget_comments(centre=centre, day=clock.today(centre.time_zone))
