"""What the night owes the planning."""

from datetime import timedelta

from procrastinate.contrib.django import app

from phare.centres.queries import all_centres
from phare.ground import clock
from phare.ground.jobs import QUEUE
from phare.rota.actions import drop_old_shifts

KEPT = timedelta(days=365)


@app.periodic(cron="35 * * * *")
@app.task(name="rota.forget", queue=QUEUE, queueing_lock="rota.forget", pass_context=False)
def forget(timestamp: int) -> None:
    """Who sat where a year ago is nobody's business any more. Safe to repeat."""
    for centre in all_centres():
        drop_old_shifts(centre=centre, before=clock.now() - KEPT)
