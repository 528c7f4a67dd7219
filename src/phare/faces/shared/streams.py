"""The live streams: one per screen, a wake-up each time its subject changes."""

from django.http import StreamingHttpResponse

from phare.faces.shared.access import for_everybody, for_those_who
from phare.faces.shared.requests import Asked
from phare.ground.live import hub
from phare.people.rules import may_see_today

HEADERS = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}


def _stream(topic: str) -> StreamingHttpResponse:
    return StreamingHttpResponse(
        hub().stream(topic), content_type="text/event-stream", headers=HEADERS
    )


@for_everybody
async def queue_stream(request: Asked) -> StreamingHttpResponse:
    """Wakes kiosks, boards, phones and desks of this centre; carries no content."""
    return _stream(f"queue-{request.centre.pk}")


@for_those_who(may_see_today)
async def today_stream(request: Asked) -> StreamingHttpResponse:
    return _stream(f"today-{request.centre.pk}")
