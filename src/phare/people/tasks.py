"""What the night owes those who left."""

from datetime import timedelta

from procrastinate.contrib.django import app

from phare.centres.queries import all_centres
from phare.ground import clock
from phare.ground.jobs import QUEUE
from phare.people.actions import forget_person
from phare.people.queries import people_gone

KEPT = timedelta(days=30)


@app.periodic(cron="25 * * * *")
@app.task(name="people.forget", queue=QUEUE, queueing_lock="people.forget", pass_context=False)
def forget(timestamp: int) -> None:
    """Name and address of somebody who left go thirty days later. Safe to repeat."""
    for centre in all_centres():
        before = clock.today(centre.time_zone) - KEPT
        for person in people_gone(centre=centre, before=before):
            forget_person(person, centre=centre)
