"""Every message of the interface, found in the sources: what a catalogue must translate.

Run as a module, it brings the catalogues up to date: new messages are added without a
translation, those that are gone are dropped.  `make messages` does both and compiles.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import polib
from django.utils.translation.template import templatize

SOURCE = Path(__file__).parents[2] / "src" / "phare"
LOCALE = SOURCE / "locale"
LANGUAGES = ("fr", "nl", "de")  # messages are written in English
ONE = {"_", "gettext", "gettext_lazy", "gettext_noop"}
MANY = {"ngettext", "ngettext_lazy"}
STRING = r"""u?('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")"""
IN_TEMPLATE = re.compile(rf"\b(n?)gettext\({STRING}(?:,\s*{STRING})?|\b_\({STRING}\)")

Message = tuple[str, str]  # singular, plural or ""


def messages() -> dict[Message, list[str]]:
    """Each message and the files it stands in."""
    found: dict[Message, list[str]] = {}
    for path in sorted(SOURCE.rglob("*.py")):
        if "migrations" not in path.parts:
            for message in in_python(path.read_text(encoding="utf-8")):
                found.setdefault(message, []).append(str(path.relative_to(SOURCE)))
    for path in sorted(SOURCE.rglob("templates/**/*.html")):
        for message in in_template(path.read_text(encoding="utf-8")):
            found.setdefault(message, []).append(str(path.relative_to(SOURCE)))
    return found


def in_python(text: str) -> Iterator[Message]:
    for node in ast.walk(ast.parse(text)):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
            continue
        words = [a.value for a in node.args if isinstance(a, ast.Constant)]
        if node.func.id in ONE and words:
            yield str(words[0]), ""
        elif node.func.id in MANY and len(words) >= 2:
            yield str(words[0]), str(words[1])


def in_template(text: str) -> Iterator[Message]:
    for match in IN_TEMPLATE.finditer(templatize(text)):
        plural, first, second, short = match.groups()
        if short:
            yield ast.literal_eval(short), ""
        else:
            yield ast.literal_eval(first), ast.literal_eval(second) if plural and second else ""


def catalogue(language: str) -> polib.POFile:
    path = LOCALE / language / "LC_MESSAGES" / "django.po"
    if path.exists():
        return polib.pofile(str(path), wrapwidth=0)
    path.parent.mkdir(parents=True, exist_ok=True)
    made = polib.POFile(wrapwidth=0)
    made.metadata = {
        "Content-Type": "text/plain; charset=utf-8",
        "Content-Transfer-Encoding": "8bit",
        "Language": language,
        "Plural-Forms": f"nplurals=2; plural=(n {'>' if language == 'fr' else '!='} 1);",
    }
    made.fpath = str(path)
    return made


def bring_up_to_date(language: str) -> list[str]:
    """Adds what is new, drops what is gone; returns what still has no translation."""
    book = catalogue(language)
    wanted = messages()
    known = {(entry.msgid, entry.msgid_plural): entry for entry in book}
    for message in known.keys() - wanted.keys():
        book.remove(known[message])
    for singular, plural in sorted(wanted.keys() - known.keys()):
        entry = polib.POEntry(msgid=singular, msgid_plural=plural)
        if plural:
            entry.msgstr_plural = {0: "", 1: ""}
        book.append(entry)
    for entry in book:
        entry.occurrences = [(f, "") for f in sorted(set(wanted[entry.msgid, entry.msgid_plural]))]
        entry.flags = ["python-format"] if "%(" in entry.msgid else []
    book.sort(key=lambda entry: entry.msgid)
    book.save()
    return [entry.msgid for entry in book if not entry.translated()]


if __name__ == "__main__":
    for code in LANGUAGES:
        for missing in bring_up_to_date(code):
            print(f"{code}: {missing}")  # noqa: T201
