"""What happens often and is no contact: it is only counted."""

import uuid
from datetime import date, timedelta

from django.db import connection, transaction

from phare.centres.models import Centre
from phare.contacts.models import CountedForm

DAYS_REMEMBERED = 7  # a form is sent again within minutes; a week outlives every cut


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
    if not centre.training:
        count_past(counted, centre=centre, day=day, theme=theme, language=language, by=by)


def count_past(
    counted: str,
    *,
    centre: Centre,
    day: date,
    theme: str = "",
    language: str = "",
    by: int = 1,
) -> None:
    """Adds `by` to a counter of a day that is over: whether it is training now says nothing."""
    if by == 0:
        return
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO contacts_counter (centre_id, day, counted, theme, language, value)"
            " VALUES (%s, %s, %s, %s, %s, %s)"
            " ON CONFLICT (centre_id, day, counted, theme, language)"
            " DO UPDATE SET value = contacts_counter.value + EXCLUDED.value",
            [centre.pk, day, counted, theme, language, by],
        )


@transaction.atomic
def count_once(
    counted: str,
    *,
    centre: Centre,
    day: date,
    key: uuid.UUID,
    theme: str = "",
    language: str = "",
) -> bool:
    """Adds one to a counter of the day, once for the form of that `key`; False for a repeat."""
    if centre.training:
        return False
    with connection.cursor() as cursor:
        # A repeat waits for the first one here: the unique key decides, not a look beforehand.
        cursor.execute(
            "INSERT INTO contacts_countedform (key, centre_id, day) VALUES (%s, %s, %s)"
            " ON CONFLICT DO NOTHING",
            [key, centre.pk, day],
        )
        if cursor.rowcount == 0:
            return False
    count(counted, centre=centre, day=day, theme=theme, language=language)
    return True


@transaction.atomic
def drop_counted_forms(*, centre: Centre, today: date) -> int:
    """Forgets the keys of forms nobody can send any more."""
    before = today - timedelta(days=DAYS_REMEMBERED)
    return CountedForm.objects.filter(centre=centre, day__lt=before).delete()[0]
