"""What the programme owes by the clock."""

from procrastinate.contrib.django import app

from phare.activities.actions import (
    drop_used_challenges,
    expire_offers,
    forget_facilitators,
    forget_group_requests,
    forget_needs,
    forget_registrations,
)
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


@app.periodic(cron="* * * * *")
@app.task(
    name="activities.expire_offers",
    queue=QUEUE,
    queueing_lock="activities.expire_offers",
    pass_context=False,
)
def end_offers(timestamp: int) -> None:
    """Places offered and not taken in time go to the next in the list. Safe to repeat."""
    for centre in all_centres():
        expire_offers(centre=centre)


@app.periodic(cron="45 * * * *")
@app.task(
    name="activities.forget", queue=QUEUE, queueing_lock="activities.forget", pass_context=False
)
def forget(timestamp: int) -> None:
    """Names, addresses, needs, requests and stamps go when their time has come. Safe to repeat."""
    for centre in all_centres():
        forget_needs(centre=centre)
        forget_registrations(centre=centre)
        forget_group_requests(centre=centre)
        forget_facilitators(centre=centre)
        drop_used_challenges(centre=centre)
