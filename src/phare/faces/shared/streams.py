"""The live streams: one per screen, a wake-up each time its subject changes."""

from asgiref.sync import sync_to_async
from django.db import connection
from django.http import StreamingHttpResponse

from phare.faces.shared.access import for_everybody, for_those_who
from phare.faces.shared.requests import Asked
from phare.ground.live import hub
from phare.people.rules import may_see_today

HEADERS = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}


def _stream(*topics: str) -> StreamingHttpResponse:
    return StreamingHttpResponse(
        hub().stream(*topics), content_type="text/event-stream", headers=HEADERS
    )


@for_everybody
async def queue_stream(request: Asked) -> StreamingHttpResponse:
    """Wakes kiosks, boards, phones and desks of this centre; carries no content."""
    return await _stream(f"queue-{request.centre.pk}")


@for_those_who(may_see_today)
async def today_stream(request: Asked) -> StreamingHttpResponse:
    """Wakes the screens of the day: contacts, the queue, and what the centre says of itself."""
    here = request.centre.pk
    return await _stream(f"today-{here}", f"queue-{here}", f"centre-{here}")
