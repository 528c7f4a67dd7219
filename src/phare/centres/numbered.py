"""One row of a centre by its key, for the staff's screens; None when it is another centre's."""

from phare.centres.models import (
    Centre,
    Closure,
    Derogation,
    Notice,
    Partner,
    SchoolHoliday,
    Screen,
)


def notice_numbered(pk: int, *, centre: Centre) -> Notice | None:
    return Notice.objects.filter(centre=centre, pk=pk).first()


def closure_numbered(pk: int, *, centre: Centre) -> Closure | None:
    return Closure.objects.filter(centre=centre, pk=pk).first()


def derogation_numbered(pk: int, *, centre: Centre) -> Derogation | None:
    return Derogation.objects.filter(centre=centre, pk=pk).first()


def holiday_numbered(pk: int, *, centre: Centre) -> SchoolHoliday | None:
    return SchoolHoliday.objects.filter(centre=centre, pk=pk).first()


def partner_numbered(pk: int, *, centre: Centre) -> Partner | None:
    return Partner.objects.filter(centre=centre, pk=pk).first()


def screen_numbered(pk: int, *, centre: Centre) -> Screen | None:
    return Screen.objects.filter(centre=centre, pk=pk).first()
