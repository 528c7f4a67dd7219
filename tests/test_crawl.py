"""Every address of one centre, opened by the people of another: nothing answers."""

import re
from html import unescape
from html.parser import HTMLParser
from http.client import HTTPConnection
from urllib.parse import urljoin, urlsplit

import psycopg
import pytest

from tests.house import open_house

PUBLIC = ["/fr/", "/nl/", "/en/", "/de/"]
SCREENS = ["/fr/kiosk/{}-kiosk/", "/fr/board/{}-board/"]
FEEDS = [
    "/api/v1/sessions",
    "/fr/agenda/calendar.ics",
    "/nl/agenda/rss.xml",
    "/nl/agenda/atom.xml",
    "/fr/agenda/sheet/",
    "/fr/visit/paper/",
]
PASSWORD = "une-lampe-dans-la-nuit"
LIMIT = 600
WEEKS = 3  # of the planning, which has a page for every week there ever was
LOOKS = 25  # at the agenda, which can be narrowed in thousands of ways
OF_ONE_CENTRE = re.compile(
    r"/\d+/|demo-kiosk|demo-board|ticket/"
    r"|/(?:session|activity|activities|series|dates|ours)/(?=[^/]*[\dA-Z_-])[\w-]{8,}"
)
# Where a partner may be named: a marked block of a page, a list of the API.
MARKED = re.compile(r"<div data-partners>.*?</div>|\"partners\": \[[^\]]*\]", re.DOTALL)


class Links(HTMLParser):
    def __init__(self):
        super().__init__()
        self.found = []

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        for name in ("href", "data-fragment", "data-live", "hx-get", "src"):
            if given.get(name):
                self.found.append(given[name])


class Visitor:
    """A browser without script: keeps cookies, follows links of its own host."""

    def __init__(self, origin, host):
        self.origin, self.host, self.cookies = origin, host, {}

    said_by_the_browser: dict[str, str] = {}

    def ask(self, path, method="GET", body=None):
        parts = urlsplit(self.origin)
        connection = HTTPConnection(parts.hostname, parts.port, timeout=30)
        headers = {"Host": f"{self.host}:{parts.port}", **self.said_by_the_browser}
        if self.cookies:
            headers["Cookie"] = "; ".join(f"{k}={v}" for k, v in self.cookies.items())
        if body is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        connection.request(method, path, body=body, headers=headers)
        answer = connection.getresponse()
        for cookie in answer.headers.get_all("Set-Cookie") or []:
            name, _, value = cookie.split(";")[0].partition("=")
            self.cookies[name] = value
        is_stream = "event-stream" in answer.headers.get("Content-Type", "")
        text = "" if is_stream else answer.read().decode(errors="replace")
        connection.close()
        return answer, text

    def try_to_sign_in(self, email, password=PASSWORD):
        _, form = self.ask("/fr/signin/")
        token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', form)[1]
        body = f"csrfmiddlewaretoken={token}&username={email}&password={password}"
        return self.ask("/fr/signin/", "POST", body)

    def sign_in(self, email):
        answer, _ = self.try_to_sign_in(email)
        assert answer.status == 302, email
        return self

    def crawl(self, starts):
        """Path to (status, text) of everything that links lead to, from `starts`."""
        found, ahead = {}, list(starts)
        while ahead and len(found) < LIMIT:
            path = ahead.pop(0)
            if path in found or path.startswith(("/static/", "/live/")):
                continue
            if "week=" in path and sum("week=" in known for known in found) >= WEEKS:
                continue
            if "agenda/" in path and "?" in path:
                if sum("agenda/" in known and "?" in known for known in found) >= LOOKS:
                    continue
            answer, text = self.ask(path)
            found[path] = (answer.status, text)
            if answer.headers.get("Location"):
                ahead.append(urlsplit(answer.headers["Location"]).path)
            if "html" in answer.headers.get("Content-Type", ""):
                ahead += self._links(path, text)
        return found

    def _links(self, path, text):
        links = Links()
        links.feed(text)
        for link in links.found:
            parts = urlsplit(urljoin(f"http://{self.host}{path}", link))
            if parts.scheme in ("http", "https") and parts.hostname == self.host:
                yield parts.path + (f"?{parts.query}" if parts.query else "")


@pytest.fixture(scope="module")
def house(django_db_setup):
    with open_house() as house:
        yield house


def programme(house):
    """Ways in that a crawl of some hundred pages need not find by itself."""
    activities = asked_of_the_database(
        house,
        "SELECT DISTINCT a.key FROM activities_activity a JOIN activities_activity_partners p"
        " ON p.activity_id = a.id WHERE a.state = 'APPROVED' ORDER BY a.key LIMIT 4",
    )
    series = asked_of_the_database(house, "SELECT key FROM activities_series WHERE published")
    named = [f"/fr/activity/{key}/" for key in activities] + [f"/nl/series/{k}/" for k in series]
    return [*named, *FEEDS]


def starts(name):
    return [*PUBLIC, *(screen.format(name) for screen in SCREENS)]


def test_no_address_breaks_and_no_public_page_sets_a_cookie(house):
    visitor = Visitor(house.origin, "127.0.0.1")
    pages = visitor.crawl(starts("demo"))
    assert {path: status for path, (status, _) in pages.items() if status >= 400} == {}
    assert len(pages) > 30
    # Signing in is the one public page with a form that needs a token.
    assert set(visitor.cookies) <= {"csrftoken"}
    without_signin = Visitor(house.origin, "127.0.0.1")
    for path in pages:
        if "signin" not in path and "signout" not in path:
            without_signin.ask(path)
    assert without_signin.cookies == {}


def test_no_public_page_asks_another_site_for_anything(house):
    pages = Visitor(house.origin, "127.0.0.1").crawl(starts("demo"))
    asked = re.compile(r'(?:src|href|action|data-live|data-fragment)="(https?:)?//[^"]+"')
    wrong = {
        path: found[0]
        for path, (_, text) in pages.items()
        if (found := [m[0] for m in asked.finditer(text) if "127.0.0.1" not in m[0]])
    }
    assert wrong == {}


def test_nothing_of_one_centre_answers_to_somebody_of_another(house):
    manager = Visitor(house.origin, "127.0.0.1").sign_in("coordination@phare.example")
    inside = ["/fr/office/", "/fr/reception/", "/fr/desk/"]
    own = manager.crawl([*programme(house), *starts("demo"), *inside])
    mine = {p for p, (status, _) in own.items() if status < 400}
    specific = {path for path in mine if OF_ONE_CENTRE.search(path)}
    kinds = ("/session/", "/activity/", "/dates/", "/desk/activities/", "/series/", "-kiosk")
    assert len(mine) > 60
    assert [kind for kind in kinds if not any(kind in path for path in specific)] == []

    neighbour = Visitor(house.origin, "annexe.localhost").sign_in("annexe@phare.example")
    answered = {path for path in specific if neighbour.ask(path)[0].status < 400}
    assert answered == set()
    names = {"Ambre", "Balise", "Boussole", "Sextant"}
    told = {
        path: found
        for path in sorted(mine - specific)
        if (found := {name for name in names if name in neighbour.ask(path)[1]})
    }
    assert told == {}


def test_a_role_in_one_centre_opens_nothing_in_the_other(house):
    stranger = Visitor(house.origin, "annexe.localhost")
    answer, said = stranger.try_to_sign_in("coordination@phare.example")
    assert answer.status == 422 and "coordination@phare.example" in said
    for path in ("/fr/office/today/", "/fr/reception/", "/fr/desk/", "/fr/entry/"):
        answer, _ = stranger.ask(path)
        assert answer.status == 302 and "/signin/" in answer.headers["Location"], path


@pytest.mark.parametrize("path", ["/fr/office/today/", "/fr/reception/", "/fr/desk/", "/fr/entry/"])
def test_staff_pages_send_strangers_to_the_door(house, path):
    answer, _ = Visitor(house.origin, "127.0.0.1").ask(path)
    assert answer.status == 302 and "/signin/" in answer.headers["Location"]


def asked_of_the_database(house, statement):
    with psycopg.connect(house.url) as connection:
        return [value for (value,) in connection.execute(statement)]


def test_no_page_a_visitor_receives_names_an_institution(house):
    """Reciprocal anonymity: nobody can tell which institution employs a counsellor."""
    give_the_staff_addresses_of_their_employers(house)
    partners = asked_of_the_database(
        house, "SELECT DISTINCT (jsonb_each_text(name)).value FROM centres_partner"
    )
    domains = asked_of_the_database(
        house, "SELECT DISTINCT lower(split_part(email, '@', 2)) FROM people_person"
    )
    own = asked_of_the_database(
        house, "SELECT DISTINCT lower(split_part(email, '@', 2)) FROM centres_centre"
    )
    institutions = {*partners, *domains} - {*own}
    assert len(partners) > 10 and len({*domains} - {*own}) > 5

    visitor = Visitor(house.origin, "127.0.0.1")
    pages = visitor.crawl([*programme(house), *starts("demo")])

    marked = {path for path, (_, text) in pages.items() if MARKED.search(text)}
    assert any("/activity/" in path for path in marked) and any("/api/" in path for path in marked)
    read = {path: MARKED.sub("", unescape(text)).casefold() for path, (_, text) in pages.items()}
    named = {
        path: found
        for path, text in read.items()
        if (found := {name for name in institutions if name.casefold() in text})
    }
    assert named == {}


def give_the_staff_addresses_of_their_employers(house):
    """In the demo everybody has an address of the house; here those who sign in nowhere do not."""
    with psycopg.connect(house.url) as connection:
        connection.execute(
            """
            UPDATE people_person AS person
            SET email = person.id || '@institution-' || employment.employer_id || '.example'
            FROM people_employment AS employment
            WHERE employment.person_id = person.id AND person.password LIKE '!%'
            """
        )
