"""FR, NL, EN and DE are complete, or the build fails."""

import re

import pytest

from tests.languages.messages import LANGUAGES, catalogue, messages

PLACEHOLDER = re.compile(r"%\((\w+)\)[sd]")
# French sets its high marks apart; with an ordinary space they fall to the next line alone.
ADRIFT = re.compile(r" [:;?!»]|« ")
# Words that are the same in another language; a long text that is equal was forgotten.
LONG = 20


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_is_translated_and_none_is_left_over(language):
    book = {(entry.msgid, entry.msgid_plural): entry for entry in catalogue(language)}
    wanted = set(messages())

    assert wanted - set(book) == set()
    assert set(book) - wanted == set()
    assert [entry.msgid for entry in book.values() if not entry.translated()] == []
    assert [entry.msgid for entry in book.values() if entry.fuzzy] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_placeholders_are_the_same_in_every_language(language):
    wrong = []
    for entry in catalogue(language):
        wanted = set(PLACEHOLDER.findall(entry.msgid + entry.msgid_plural))
        texts = list(entry.msgstr_plural.values()) or [entry.msgstr]
        found = set(PLACEHOLDER.findall(" ".join(texts)))
        if not found <= wanted or (found != wanted and not entry.msgid_plural):
            wrong.append(entry.msgid)
    assert wrong == []


def said(entry):
    return entry.msgstr_plural.get(1, "") if entry.msgid_plural else entry.msgstr


def test_no_long_text_is_the_same_in_two_languages():
    books = {code: {e.msgid: said(e) for e in catalogue(code)} for code in LANGUAGES}
    same = [
        msgid
        for msgid in books["fr"]
        if len(msgid) > LONG
        and len({msgid, *(book.get(msgid, "") for book in books.values())} - {""}) < 4
    ]
    assert same == []


def test_no_french_mark_falls_to_the_next_line_alone():
    texts = [
        text for e in catalogue("fr") for text in (e.msgstr, *e.msgstr_plural.values()) if text
    ]

    assert [text for text in texts if ADRIFT.search(text)] == []
