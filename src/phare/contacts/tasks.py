"""What the night owes the contacts."""

from procrastinate.contrib.django import app

from phare.centres.queries import all_centres
from phare.contacts.actions import drop_counted_forms, fold_contacts
from phare.ground import clock
from phare.ground.jobs import QUEUE


@app.periodic(cron="45 * * * *")
@app.task(name="contacts.fold", queue=QUEUE, queueing_lock="contacts.fold", pass_context=False)
def fold(timestamp: int) -> None:
    """Contacts of more than two years ago are added up to months; keys of forms that were counted
    are forgotten. Safe to repeat."""
    for centre in all_centres():
        today = clock.today(centre.time_zone)
        fold_contacts(centre=centre, before=today.replace(year=today.year - 2, day=1))
        drop_counted_forms(centre=centre, today=today)
