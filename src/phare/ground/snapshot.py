"""Which state of the database one is looking at."""

from django.db import connection


def snapshot() -> str:
    """Equal texts mean that nothing was written in between; what was committed before is seen."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_current_snapshot()::text")
        return str(cursor.fetchone()[0])
