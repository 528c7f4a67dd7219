"""What a log may say of an address: never a token, a key or the number of a row."""

import logging
import re

SECRET = re.compile(r"(?<=/)(?=[^/]*\d|[^/]{12,})[\w-]+(?=/|\?|$)")


class WithoutTokens(logging.Filter):
    """Covers the parts of a path that could lead to somebody's ticket or questionnaire."""

    def filter(self, record: logging.LogRecord) -> bool:
        if isinstance(record.args, tuple):
            record.args = tuple(
                covered(one) if isinstance(one, str) else one for one in record.args
            )
        return True


def covered(text: str) -> str:
    """`text` with long or numbered parts of paths replaced by a mark."""
    return SECRET.sub("…", text) if "/" in text else text
