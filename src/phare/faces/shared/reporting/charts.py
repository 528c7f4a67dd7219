"""Charts as SVG: a title, a text, labels beside what they name, patterns and markers.

The same drawing goes on a page, where the style sheet of the house dresses it, and on paper, where
`dressed` writes the colours into it. No colour says anything alone.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

from phare.faces.shared.reporting.words import Writer
from phare.reports.model import Chart, Number
from phare.reports.sentences import BREAK
from phare.reports.shapes import BARS

WIDTH = 480
BAR, GAP, FIRST = 26, 34, 12
LABELS = 166  # where beams begin
BEAM = 236  # the longest beam
LINE_BOX = (50, 16, 288, 270)  # left, top, width, height
LIGHTS = ("work", "learn", "start", "move")
DASHES = ("", "3 7", "12 6", "2 4 10 4")


@dataclass(frozen=True)
class Drawing:
    """The inside of an SVG, its size and its two texts."""

    key: str
    content: str
    height: int
    title: str
    text: str

    @property
    def box(self) -> str:
        return f"0 0 {WIDTH} {self.height}"


def drawn(chart: Chart, writer: Writer) -> Drawing:
    """A chart in the language of the writer."""
    content, height = (_bars if chart.kind == BARS else _lines)(chart, writer)
    content = f'<g data-light="work">{content}</g>' if chart.kind == BARS else content
    return Drawing(chart.key, content, height, writer.words(chart.title), writer.words(chart.text))


def _size(number: Number, largest: float, room: float) -> float:
    value = float(number.value) if number.value is not None else 0.0
    return round(max(0.0, value) / largest * room, 1) if largest else 0.0


def _largest(chart: Chart) -> float:
    values = [float(n.value) for s in chart.series for n in s.numbers if n.value is not None]
    return max(values, default=0.0)


def _bars(chart: Chart, writer: Writer) -> tuple[str, int]:
    """A beam a label, as wide as its number; the period compared is a thin outline below."""
    largest, parts, y = _largest(chart), [], FIRST
    for position, label in enumerate(chart.labels):
        if position in chart.breaks:
            parts.append(f'<line class="break" x1="0" x2="{WIDTH}" y1="{y}" y2="{y}"/>')
            words = escape(writer.words(BREAK))
            parts.append(
                f'<text class="ax" x="{WIDTH}" y="{y + 16}" text-anchor="end">{words}</text>'
            )
            y += 26
        numbers = [series.numbers[position] for series in chart.series]
        parts += _label(writer.words(label), y + BAR / 2)
        parts += _beam(numbers[0], y, largest, writer)
        y += GAP
        if len(numbers) > 1:
            parts += _before(numbers[1], y - 6, largest, writer)
            y += 16
    if len(chart.series) > 1:
        parts += _legend(chart, y + 14, writer)
        y += 30
    return "".join(parts), int(y + 6)


def _label(text: str, middle: float) -> list[str]:
    """The name of a beam, on two lines when it is long."""
    lines = _wrapped(text, 22)
    top = middle + 5 - 9 * (len(lines) - 1)
    return [
        f'<text x="{LABELS - 14}" y="{top + 17 * n}" text-anchor="end">{escape(line)}</text>'
        for n, line in enumerate(lines)
    ]


def _wrapped(text: str, width: int) -> list[str]:
    lines = [""]
    for word in _hyphenated(text, width).split(" "):
        if lines[-1] and len(lines[-1]) + len(word) + 1 > width and len(lines) < 3:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


def _hyphenated(text: str, width: int) -> str:
    """Cuts a word that is wider than its line."""
    return " ".join(
        "- ".join(word[n : n + width - 1] for n in range(0, len(word), width - 1))
        if len(word) > width
        else word
        for word in text.split(" ")
    )


def _beam(number: Number, y: float, largest: float, writer: Writer) -> list[str]:
    length = _size(number, largest, BEAM)
    middle, end = y + BAR / 2, LABELS + length
    beam = f'<path class="bar" d="M{LABELS} {middle} {end} {y}v{BAR}Z"/>' if length else ""
    written = escape(writer.number(number))
    return [beam, f'<text class="b" x="{end + 10}" y="{middle + 5}">{written}</text>']


def _before(number: Number, y: float, largest: float, writer: Writer) -> list[str]:
    """The number compared: a dashed line with an open end, and its digits."""
    length = _size(number, largest, BEAM)
    end = LABELS + length
    line = (
        f'<line class="line dash" data-light="learn" x1="{LABELS}" x2="{end}"'
        f' y1="{y + 6}" y2="{y + 6}"/>'
        if length
        else ""
    )
    written = escape(writer.number(number))
    return [line, f'<text class="ax" x="{end + 10}" y="{y + 11}">{written}</text>']


def _legend(chart: Chart, y: float, writer: Writer) -> list[str]:
    now, before = (escape(writer.words(series.label)) for series in chart.series[:2])
    return [
        f'<path class="bar" d="M{LABELS} {y} {LABELS + 34} {y - 7}v14Z"/>',
        f'<text x="{LABELS + 44}" y="{y + 5}">{now}</text>',
        f'<line class="line dash" data-light="learn" x1="{LABELS + 150}"'
        f' x2="{LABELS + 184}" y1="{y}" y2="{y}"/>',
        f'<text x="{LABELS + 194}" y="{y + 5}">{before}</text>',
    ]


def _lines(chart: Chart, writer: Writer) -> tuple[str, int]:
    """Months across; each series has its dash and its marker, and its name at its end."""
    left, top, width, height = LINE_BOX
    step = _step(_largest(chart))
    ceiling = step * max(1, -(-_largest(chart) // step))
    count = len(chart.labels)
    across = [left + width * n / max(1, count - 1) for n in range(count)]
    parts = []
    ticks = int(ceiling / step)
    for tick in range(ticks + 1):
        y = round(top + height - height * tick / ticks, 1)
        value = escape(writer.number(Number(int(step * tick))))
        parts.append(f'<line class="grid" x1="{left}" x2="{left + width}" y1="{y}" y2="{y}"/>')
        parts.append(
            f'<text class="ax" x="{left - 10}" y="{y + 5}" text-anchor="end">{value}</text>'
        )
    for x, label in zip(across, chart.labels, strict=True):
        text = escape(writer.words(label, short=True))
        where = f'x="{x:.0f}" y="{top + height + 24}" text-anchor="middle"'
        parts.append(f'<text class="ax" {where}>{text}</text>')
    ends = []
    for position, series in enumerate(chart.series):
        points = [
            (x, top + height - _size(number, ceiling, height))
            for x, number in zip(across, series.numbers, strict=True)
            if number.value is not None
        ]
        parts += _curve(points, position)
        if points:
            ends.append((points[-1][1], writer.words(series.label)))
    parts += _names(ends, left + width + 10, top + height)
    return "".join(parts), top + height + 40


def _step(largest: float) -> float:
    """Three to six grid lines at round numbers."""
    step = 1.0
    for factor in (2, 2.5, 2) * 8:
        if largest / step <= 5:
            break
        step *= factor
    return step


def _curve(points: Sequence[tuple[float, float]], position: int) -> list[str]:
    light = LIGHTS[position % len(LIGHTS)]
    dash = DASHES[position % len(DASHES)]
    way = " ".join(f"{x:.0f},{y:.0f}" for x, y in points)
    pattern = f' stroke-dasharray="{dash}"' if dash else ""
    marks = "".join(_mark(x, y, position) for x, y in points)
    return [f'<g data-light="{light}"><polyline class="line" points="{way}"{pattern}/>{marks}</g>']


def _mark(x: float, y: float, position: int) -> str:
    """A disc, a square, a diamond, a triangle."""
    kind = position % 4
    if kind == 0:
        return f'<circle class="dot" cx="{x:.0f}" cy="{y:.0f}" r="4.5"/>'
    if kind == 1:
        return f'<rect class="dot" x="{x - 4:.0f}" y="{y - 4:.0f}" width="8" height="8"/>'
    if kind == 2:
        return f'<path class="dot" d="M{x:.0f} {y - 6:.0f}l6 6-6 6-6-6Z"/>'
    return f'<path class="dot" d="M{x:.0f} {y - 6:.0f}l6 10h-12Z"/>'


def _names(ends: Sequence[tuple[float, str]], x: float, bottom: float) -> list[str]:
    """Names at the ends of their lines, pushed apart where lines meet, and up from the bottom."""
    placed: list[tuple[float, list[str]]] = []
    lowest = 0.0
    for y, name in sorted(ends):
        lines = _wrapped(name, 15)
        y = max(y, lowest)
        placed.append((y, lines))
        lowest = y + 16 * len(lines) + 4
    limit = bottom + 12
    fitted = []
    for y, lines in reversed(placed):
        y = min(y, limit - 16 * (len(lines) - 1))
        fitted.append((y, lines))
        limit = y - 20
    return [
        f'<text class="b" x="{x:.0f}" y="{y + 5 + 16 * n:.0f}">{escape(line)}</text>'
        for y, lines in fitted
        for n, line in enumerate(lines)
    ]
