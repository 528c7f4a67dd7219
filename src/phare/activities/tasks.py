"""What the programme owes by the clock."""

from procrastinate.contrib.django import app

from phare.activities.actions.reminding import remind_all
from phare.centres.queries import all_centres
from phare.ground.jobs import QUEUE


@app.periodic(cron="*/10 * * * *")
@app.task(
    name="activities.remind", queue=QUEUE, queueing_lock="activities.remind", pass_context=False
)
def remind(timestamp: int) -> None:
    """Reminders of what begins soon. Safe to repeat."""
    for centre in all_centres():
        remind_all(centre=centre)
