"""What a person, or a calendar, sees of a message."""

import re
from html.parser import HTMLParser

from icalendar import Calendar


def text_of(message):
    return message.get_body(("plain",)).get_content()


def html_of(message):
    return message.get_body(("html",)).get_content()


def alternatives(message):
    """The content types of what stands for one another, and of the files beside it."""
    first = next(iter(message.iter_parts())) if message.is_multipart() else message
    inside = first if first.get_content_type() == "multipart/alternative" else message
    return [part.get_content_type() for part in inside.iter_parts()]


def calendars(message):
    """Every calendar object of the message: (method of the part, calendar)."""
    found = []
    for part in message.walk():
        if part.get_content_type() == "text/calendar":
            text = part.get_content()
            found.append((part["Content-Type"].params["method"], Calendar.from_ical(text)))
    return found


def files(message):
    return [
        (part.get_filename(), part.get_content().decode()) for part in message.iter_attachments()
    ]


class Words(HTMLParser):
    """The words of a page with the language each is in, and its links."""

    def __init__(self):
        super().__init__()
        self.languages, self.said, self.links, self.hidden = [""], [], [], 0

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        if tag in ("br", "meta"):
            return
        self.languages.append(given.get("lang") or self.languages[-1])
        self.hidden += tag in ("style", "head")
        if "href" in given:
            self.links.append(given["href"])

    def handle_endtag(self, tag):
        self.languages.pop()
        self.hidden -= tag in ("style", "head")

    def handle_data(self, data):
        if data.strip() and not self.hidden:
            self.said.append((self.languages[-1], data.strip()))


def words_of(message):
    words = Words()
    words.feed(html_of(message))
    return words


def sites(text):
    return set(re.findall(r"https?://([^/:\s\"<]+)", text))
