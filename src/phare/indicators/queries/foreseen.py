"""What keeping a file would do, before it is kept."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from phare.centres.models import Centre
from phare.indicators.checks import check_figures
from phare.indicators.figures import Figure
from phare.indicators.findings import Finding
from phare.indicators.queries.imported import Differences, differences, imported_figures


@dataclass(frozen=True)
class Foreseen:
    """What would change, what would not fit together then, and what of that is not so today."""

    differences: Differences
    findings: tuple[Finding, ...]
    brought: tuple[Finding, ...]


def foreseen(figures: Sequence[Figure], *, centre: Centre) -> Foreseen:
    """The figures of a file as if they were kept. Nothing is written."""
    known = imported_figures(centres=[centre])
    before = {figure.identity: figure for figure in known}
    fresh = {figure.identity for figure in figures}
    together = [figure for figure in known if figure.identity not in fresh]
    for figure in figures:
        there = before.get(figure.identity)
        together.append(replace(figure, kept=there.kept) if there else figure)
    after = check_figures(together)
    today = {_said(finding) for finding in check_figures(known)}
    return Foreseen(
        differences(figures, centre=centre),
        tuple(after),
        tuple(finding for finding in after if _said(finding) not in today),
    )


def _said(finding: Finding) -> tuple[object, ...]:
    return (finding.check, finding.year, finding.text, str(sorted(finding.values.items(), key=str)))
