"""What a log may say of an address: words of the house, never one that somebody typed."""

import logging
import re
from collections.abc import Iterable, Iterator
from functools import cache

from django.apps import apps
from django.conf import settings
from django.urls import URLPattern, URLResolver, get_resolver
from django.urls.resolvers import LocalePrefixPattern

COVER = "…"
PART = re.compile(r"[^/]+")
SITE = re.compile(r"(?<=://)\S+")
# A token, or the signed link of a registration or a visit: key.version~signature.
SECRET = re.compile(r"(?<=/)(?=[^/]*\d|[^/]{12,})[\w-]+(?:\.\d+~[\w-]*)?(?=/|\?|$)")
JOB = re.compile(r"(\w\[\w+\])\(.*\)")


class WithoutTokens(logging.Filter):
    """Covers the parts of a path that could lead to somebody's ticket, or name somebody."""

    def filter(self, record: logging.LogRecord) -> bool:
        if record.name.startswith("procrastinate"):
            # The queue writes a job with its arguments; one may be the token of a questionnaire.
            record.msg = JOB.sub(rf"\1({COVER})", str(record.msg))
        if isinstance(record.args, tuple):
            record.args = tuple(
                covered(one) if isinstance(one, str) else one for one in record.args
            )
        return True


def covered(text: str) -> str:
    """A path with every part that is no word of our addresses replaced by a mark.

    In any other text only the name of a site is, and what looks like a token or the number of a
    row.
    """
    if not text.startswith("/"):
        text = SITE.sub(COVER, text)
        return SECRET.sub(COVER, text) if "/" in text else text
    path, asked, _ = text.partition("?")
    known = words_of_addresses() if apps.ready else frozenset()
    shown = PART.sub(lambda part: part[0] if part[0] in known else COVER, path)
    return f"{shown}?{COVER}" if asked else shown


@cache
def words_of_addresses() -> frozenset[str]:
    """The fixed parts of every address of the house, and its languages."""
    languages = {code for code, _ in settings.LANGUAGES}
    return frozenset({*_words(get_resolver().url_patterns), *languages})


def _words(patterns: Iterable[URLPattern | URLResolver]) -> Iterator[str]:
    for one in patterns:
        if not isinstance(one.pattern, LocalePrefixPattern):
            yield from (part for part in str(one.pattern).split("/") if part and "<" not in part)
        if isinstance(one, URLResolver):
            yield from _words(one.url_patterns)
