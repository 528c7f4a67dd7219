"""Whether this installation can serve: the database answers and is migrated."""

from django.db import connection
from django.db.utils import Error
from django.http import HttpRequest, JsonResponse

from phare.faces.shared.access import for_everybody


@for_everybody
def healthz(request: HttpRequest) -> JsonResponse:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM django_migrations")
            migrations = cursor.fetchone()[0]
    except Error:
        return JsonResponse({"ok": False}, status=503)
    return JsonResponse({"ok": True, "migrations": migrations})
