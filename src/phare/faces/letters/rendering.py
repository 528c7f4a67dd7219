"""A letter as plain text and as HTML; both say the same."""

import textwrap
from pathlib import Path

from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext

from phare.faces.letters.letter import Block, Letter

WIDTH = 72
# A letter can ask for no sheet of ours, so its few rules travel inside. They name no colour:
# the reader's own, by day or by night, are always right.
STYLE = (Path(__file__).parent / "letter.css").read_text(encoding="utf-8")


def text(letter: Letter) -> str:
    """Short lines; addresses are never broken."""
    with translation.override(letter.language):
        parts = [letter.hello, *map(_filled, letter.paragraphs)]
        parts += [_block(block) for block in letter.blocks]
        parts += map(_filled, letter.after)
        if letter.button:
            parts.append("\n".join(letter.button))
        parts += [_filled(one) for one in letter.small]
    # The mark that mail programs take for the beginning of a signature.
    parts.append("\n".join(["-- ", letter.centre, *letter.lines]))
    return "\n\n".join(parts) + "\n"


def html(letter: Letter) -> str:
    with translation.override(letter.language):
        page = render_to_string("letters/letter.html", {"letter": letter})
    return page.replace("</head>", f"<style>\n{STYLE}</style>\n</head>", 1)


def _filled(paragraph: str) -> str:
    return textwrap.fill(paragraph, WIDTH, break_long_words=False, break_on_hyphens=False)


def _block(block: Block) -> str:
    lines = [block.title.text] if block.title else []
    for row in block.rows:
        value = "\n".join(part.text for part in row.parts).replace("\n", "\n  ")
        lines.append(gettext("%(label)s: %(value)s") % {"label": row.label, "value": value})
    return "\n".join(lines)
