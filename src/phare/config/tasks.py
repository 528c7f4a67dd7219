"""What the queue of jobs owes itself."""

from datetime import timedelta

from axes.models import AccessAttempt, AccessFailureLog, AccessLog
from django.core.management import call_command
from procrastinate import JobContext
from procrastinate.contrib.django import app

from phare.ground import clock
from phare.ground.jobs import QUEUE

SLOW_FOR = timedelta(hours=1)  # a failed sign-in is remembered no longer than it slows anybody


@app.periodic(cron="*/5 * * * *")
@app.task(
    name="jobs.retry_stalled", queue=QUEUE, queueing_lock="jobs.retry_stalled", pass_context=True
)
async def retry_stalled(context: JobContext, timestamp: int) -> None:
    """A worker that was killed leaves its job half done: another does it again, harmlessly."""
    manager = context.app.job_manager
    for job in await manager.get_stalled_jobs():
        await manager.retry_job(job)


@app.periodic(cron="55 * * * *")
@app.task(name="signin.forget", queue=QUEUE, queueing_lock="signin.forget", pass_context=False)
def forget_sign_ins(timestamp: int) -> None:
    """Sessions that are over and failed sign-ins go. Safe to repeat."""
    call_command("clearsessions")
    # These libraries stamp with the machine's own time, whatever time the house lives at.
    before = clock.now() - clock.shift() - SLOW_FOR
    for attempts in (AccessAttempt, AccessFailureLog, AccessLog):
        attempts.objects.filter(attempt_time__lt=before).delete()
