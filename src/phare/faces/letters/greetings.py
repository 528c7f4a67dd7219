"""The first words of every message, and the small ones at its foot."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from phare.faces.letters.letter import one_line


def hello(name: str) -> str:
    return _("Hello %(name)s,") % {"name": one_line(name)} if name else _("Hello,")


def why(days: int) -> str:
    """Why somebody who registered is written to, and how long we know them."""
    if not days:
        return _(
            "You receive this message because you registered with us. We forget your name and how "
            "to reach you right after the activity."
        )
    return ngettext(
        "You receive this message because you registered with us. We forget your name and how to "
        "reach you one day after the activity.",
        "You receive this message because you registered with us. We forget your name and how to "
        "reach you %(count)s days after the activity.",
        days,
    ) % {"count": days}
