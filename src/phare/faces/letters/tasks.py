"""The jobs that rooms owe: each names a row and sends one letter, at least once."""

import logging

from procrastinate import JobContext
from procrastinate.contrib.django import app
from procrastinate.jobs import Job
from procrastinate.retry import BaseRetryStrategy, RetryDecision, RetryStrategy

from phare.activities.choices import LetterKind
from phare.activities.queries.letters import owed_letter
from phare.activities.queries.visit_letters import owed_visit_letter
from phare.centres.queries import all_centres
from phare.faces.letters import sending, visits
from phare.faces.shared.bounces import read_bounces
from phare.ground import mail, sms
from phare.ground.jobs import QUEUE
from phare.ground.mailbox import NotReached

logger = logging.getLogger(__name__)
AT_MOST = 10  # attempts: with pauses of 3, 9, 27... seconds, a little more than a day
NOT_NOW = (mail.NotNow, sms.NotNow)


class Patience(BaseRetryStrategy):
    """Growing pauses while a server says "not now"; as long as none is set up, every quarter."""

    growing = RetryStrategy(max_attempts=AT_MOST, exponential_wait=3, retry_exceptions=NOT_NOW)

    def get_retry_decision(self, *, exception: BaseException, job: Job) -> RetryDecision | None:
        if isinstance(exception, mail.NotSetUp):
            return RetryDecision(retry_in={"minutes": 15})
        return self.growing.get_retry_decision(exception=exception, job=job)


@app.task(name="letters.send", queue=QUEUE, retry=Patience(), pass_context=True)
def send_letter(
    context: JobContext, *, kind: str, seat: int, version: int, token: str = ""
) -> None:
    """About somebody's place. What is not so any more is not told any more."""
    owed = owed_letter(seat, kind=kind, version=version, centres=all_centres())
    if owed is None or (kind == LetterKind.THANKS and not token):
        return
    try:
        sending.send(owed, version=version, token=token)
    except mail.NotSetUp:
        _say_it_stays_owed(context, kind)
        raise
    except NOT_NOW:
        if context.job.attempts < AT_MOST:
            raise
        logger.warning("a letter %s was given up after %s attempts", kind, AT_MOST)
        sending.give_up(owed, sending.marked_as(owed, version=version))


@app.task(name="letters.visit", queue=QUEUE, retry=Patience(), pass_context=True)
def send_visit_letter(context: JobContext, *, kind: str, request: int, version: int) -> None:
    """About a group that asked to come."""
    owed = owed_visit_letter(request, kind=kind, version=version, centres=all_centres())
    if owed is None:
        return
    try:
        visits.send(owed, version=version)
    except mail.NotSetUp:
        _say_it_stays_owed(context, kind)
        raise
    except NOT_NOW:
        if context.job.attempts < AT_MOST:
            raise
        logger.warning("a letter %s was given up after %s attempts", kind, AT_MOST)
        visits.give_up(owed, version=version)


def _say_it_stays_owed(context: JobContext, kind: str) -> None:
    if not context.job.attempts:
        logger.warning("a letter %s stays owed: PHARE_SMTP_URL is not set", kind)


@app.periodic(cron="*/10 * * * *")
@app.task(
    name="letters.bounces",
    queue=QUEUE,
    queueing_lock="letters.bounces",
    retry=False,
    pass_context=False,
)
def bounces(timestamp: int) -> None:
    """What came back. Safe to repeat: what was understood is deleted from the mailbox."""
    try:
        found = read_bounces()
    except NotReached:
        logger.warning("the mailbox of undeliverable letters cannot be reached")
        return
    if found.aside:
        logger.info("%s messages of the bounce mailbox were not understood", found.aside)
