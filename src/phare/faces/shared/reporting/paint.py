"""A drawing that must stand alone, without the style sheet: on paper, or in a file of its own."""

import re
from xml.sax.saxutils import escape

from phare.faces.shared.reporting.charts import Drawing

FONT = "Atkinson Hyperlegible Next"
INK, SOFT, RULE = "#10202d", "#465560", "#c8d1d2"
FILL = {"work": "#3fb67c", "learn": "#5c9bf0", "start": "#e9a820", "move": "#c98be0"}
DEEP = {"work": "#11663f", "learn": "#1d55ab", "start": "#7c5200", "move": "#7b3199"}
DRESS = {
    "grid": f'stroke="{RULE}"',
    "ax": f'fill="{SOFT}"',
    "b": f'fill="{INK}" font-weight="700"',
    "break": f'stroke="{INK}" stroke-dasharray="6 4"',
    "bar": f'fill="{FILL["work"]}"',
    "line dash": f'stroke="{DEEP["learn"]}" stroke-width="3" stroke-dasharray="3 7"'
    ' stroke-linecap="round"',
}
GROUP = re.compile(r'<g data-light="(\w+)">(.*?)</g>', re.DOTALL)
CLASS = re.compile(r'class="([^"]+)"')


def painted(drawing: Drawing) -> str:
    """A whole SVG file with its colours in it."""
    content = GROUP.sub(_group, drawing.content)
    content = CLASS.sub(lambda found: DRESS.get(found[1], ""), content)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{drawing.box}"'
        f' font-family="{FONT}" font-size="13" fill="{INK}">'
        f"<title>{escape(drawing.title)}</title><desc>{escape(drawing.text)}</desc>{content}</svg>"
    )


def _group(found: re.Match[str]) -> str:
    light, content = found.groups()
    content = content.replace(
        'class="line"', f'fill="none" stroke="{DEEP[light]}" stroke-width="3.5"'
    )
    return "<g>" + content.replace('class="dot"', f'fill="{DEEP[light]}"') + "</g>"
