"""The live streams: one per screen, a wake-up each time its subject changes."""

from asgiref.sync import sync_to_async
from django.db import connection
from django.http import StreamingHttpResponse

from phare.activities.events import programme_topic
from phare.faces.shared.access import for_everybody, for_those_who
from phare.faces.shared.requests import Asked
from phare.ground.live import hub
from phare.people.rules import may_see_today

HEADERS = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}


@sync_to_async
def _let_go() -> None:
    """Gives the connection of this request's own thread back."""
    connection.close()


async def _stream(*topics: str) -> StreamingHttpResponse:
    # A stream lasts for hours: it must not keep the connection that finding its centre took.
    await _let_go()
    return StreamingHttpResponse(
        hub().stream(*topics), content_type="text/event-stream", headers=HEADERS
    )


@for_everybody
async def queue_stream(request: Asked) -> StreamingHttpResponse:
    """Wakes kiosks, boards, phones and desks of this centre; carries no content."""
    here = request.centre.pk
    return await _stream(f"queue-{here}", f"centre-{here}")


@for_those_who(may_see_today)
async def today_stream(request: Asked) -> StreamingHttpResponse:
    """Wakes the screens of the day: contacts, queue, sessions, what the centre says of itself."""
    here = request.centre.pk
    topics = (f"today-{here}", f"queue-{here}", f"centre-{here}", programme_topic(here))
    return await _stream(*topics)
