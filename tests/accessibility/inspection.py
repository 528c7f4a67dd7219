"""Everything that can be held against one page: axe, and the rules of the house beside it."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from tests.accessibility.languages import in_another_language

HERE = Path(__file__).parent
AXE = (HERE / "vendor" / "axe.min.js").read_text(encoding="utf-8")
RULES = {path.stem: path.read_text(encoding="utf-8") for path in (HERE / "rules").glob("*.js")}
ARMED = f"{AXE}\n{RULES['seen']}"  # put into a page before it begins, or when first needed
SPACING = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
    word-spacing: 0.16em !important; } p { margin-block-end: 2em !important; }`);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}"""
NORMAL_AGAIN = "() => { document.adoptedStyleSheets = document.adoptedStyleSheets.slice(0, -1) }"
ZOOMED = {"width": 320, "height": 256}  # 1280 × 1024 at 400 %


@dataclass(frozen=True, order=True)
class Finding:
    """One thing somebody cannot do, and where; `by` says whether axe saw it or the house."""

    by: str
    rule: str
    at: str
    words: str = ""


def inspect(page: Page) -> list[Finding]:
    """The page as it stands, at this width and in this light."""
    arm(page)
    found = _findings("axe", page.evaluate(RULES["axe"]))
    for name in ("words", "touch", "layout"):
        found += _findings("house", page.evaluate(RULES[name]))
    return sorted(found + spoken_wrongly(page))


def inspect_keyboard(page: Page) -> list[Finding]:
    """Takes the focus through the page: to be done last."""
    arm(page)
    page.keyboard.press("Tab")
    return _findings("house", page.evaluate(RULES["keyboard"]))


def inspect_room(page: Page) -> list[Finding]:
    """At 400 %, and with the spacing that a person may ask for (WCAG 1.4.10 and 1.4.12)."""
    arm(page)
    size = page.viewport_size or ZOOMED
    page.evaluate(SPACING)
    found = _findings("house", page.evaluate(RULES["layout"]))
    page.evaluate(NORMAL_AGAIN)
    page.set_viewport_size(ZOOMED)
    found += _findings("house", page.evaluate(RULES["layout"]))
    page.set_viewport_size(size)
    return found


def spoken_wrongly(page: Page) -> list[Finding]:
    found = []
    for passage in page.evaluate(RULES["passages"]):
        language = in_another_language(passage["text"], passage["lang"])
        if language:
            words = f"{language} in {passage['lang'] or 'none'}: {passage['text'][:80]}"
            found.append(Finding("house", "passage-in-another-language", passage["at"], words))
    return found


def arm(page: Page) -> None:
    """Brings axe and the rules into the page, once."""
    if not page.evaluate("() => Boolean(window.axe && window.seen)"):
        page.evaluate(ARMED)


def told(found: Iterable[Finding]) -> list[str]:
    return sorted({f"{one.by} {one.rule} · {one.at} · {one.words}" for one in found})


def _findings(by: str, given: list[dict[str, Any]]) -> list[Finding]:
    return [Finding(by, one["rule"], one["at"], one["words"]) for one in given]
