"""What the queue of jobs owes itself."""

from procrastinate import JobContext
from procrastinate.contrib.django import app

from phare.ground.jobs import QUEUE


@app.periodic(cron="*/5 * * * *")
@app.task(
    name="jobs.retry_stalled", queue=QUEUE, queueing_lock="jobs.retry_stalled", pass_context=True
)
async def retry_stalled(context: JobContext, timestamp: int) -> None:
    """A worker that was killed leaves its job half done: another does it again, harmlessly."""
    manager = context.app.job_manager
    for job in await manager.get_stalled_jobs():
        await manager.retry_job(job)
