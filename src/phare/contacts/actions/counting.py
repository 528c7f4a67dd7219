"""What happens often and is no contact: it is only counted."""

from datetime import date

from django.db import connection

from phare.centres.models import Centre


def count(
    counted: str,
    *,
    centre: Centre,
    day: date,
    theme: str = "",
    language: str = "",
    by: int = 1,
) -> None:
    """Adds `by` to a counter of the day; nothing in training."""
    if centre.training or by == 0:
        return
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO contacts_counter (centre_id, day, counted, theme, language, value)"
            " VALUES (%s, %s, %s, %s, %s, %s)"
            " ON CONFLICT (centre_id, day, counted, theme, language)"
            " DO UPDATE SET value = contacts_counter.value + EXCLUDED.value",
            [centre.pk, day, counted, theme, language, by],
        )
