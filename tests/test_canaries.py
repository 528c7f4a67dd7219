"""Names are spoken, typed and sent into every corner of the house; after the night they are gone.

Web processes are real ones, with all they say caught in a file. A name may stand afterwards where
the register of personal data says so, and nowhere else.
"""

import os
import re
import subprocess
import sys
import uuid
from datetime import timedelta
from pathlib import Path
from urllib.parse import urlencode

import psycopg
import pytest
from psycopg import sql

from tests.house import MOMENT, ROOT, environment, heard, open_house
from tests.test_crawl import PASSWORD, Visitor

VISITOR = "Wobbelstein"  # somebody who came; shorter than what is taken for a token
TOLD = "Kwakkelaar"  # written by hand into the one field for one's own words
STAFF = "Snorrewind"  # somebody who works here
NUMBER, BARE = "85.07.30-033 28", "85073003328"
ADDRESS = "203.0.113.77"
MAIL = f"{VISITOR.lower()}@example.org"
KIOSK = "/fr/kiosk/demo-kiosk/"
# A night after the day of the visit, and one in the year after the next.
NIGHT = MOMENT.replace(hour=0, minute=20) + timedelta(days=1)
MUCH_LATER = NIGHT.replace(year=MOMENT.year + 2)


class Guest(Visitor):
    """A visitor whose browser says more of them than anybody asks."""

    said_by_the_browser = {
        "User-Agent": f"Mozilla/5.0 ({VISITOR})",
        "X-Forwarded-For": ADDRESS,
        "Accept": f"text/html, */*;q=0.1, {VISITOR}/x",
    }

    def send(self, path, **fields):
        given = {name: value for name, value in fields.items() if value is not None}
        if "csrftoken" in self.cookies:
            given["csrfmiddlewaretoken"] = self.cookies["csrftoken"]
        return self.ask(path, "POST", urlencode(given, doseq=True))


@pytest.fixture(scope="module")
def house(django_db_setup, tmp_path_factory):
    """A house whose processes write to one folder: what they say, what they keep, what is left."""
    folder = tmp_path_factory.mktemp("state")
    (folder / "tmp").mkdir()
    mine = {"PHARE_STATE": str(folder), "TMPDIR": str(folder / "tmp")}
    before = {name: os.environ.get(name) for name in mine}
    os.environ |= mine
    try:
        with open_house(said=folder / "web.log") as house:
            yield house, folder
    finally:
        for name, value in before.items():
            os.environ.pop(name) if value is None else os.environ.update({name: value})


def walk_through(origin):
    """Every place where a visitor's words, or words about a visitor, can be typed."""
    guest = Guest(origin, "127.0.0.1")
    for path in (
        f"/fr/?name={VISITOR}",
        f"/fr/{VISITOR}/",
        f"/fr/theme/{VISITOR}/",
        f"/fr/ticket/{VISITOR}/",
        f"/fr/voice/{VISITOR}/",
        f"/fr/kiosk/{VISITOR}/",
        f"/fr/board/{VISITOR}/",
        f"/{VISITOR}/{VISITOR}.php?q={MAIL}",
        f"/static/{VISITOR}.png",
        f"/healthz?{VISITOR}",
    ):
        guest.ask(path)
    Guest(origin, f"{VISITOR}.example").ask("/fr/")
    stranger = Guest(origin, "127.0.0.1")
    stranger.said_by_the_browser = {"Origin": f"https://{VISITOR}.example"}
    answer, _ = stranger.try_to_sign_in(MAIL)
    assert answer.status == 403
    words = {"name": VISITOR, "comment": f"{VISITOR} {NUMBER}", "audience": VISITOR}
    taken, _ = guest.send(f"{KIOSK}take/", key=uuid.uuid4(), theme="work", language="fr", **words)
    guest.send(f"{KIOSK}take/", key=VISITOR, theme="work", language="fr")
    guest.send(f"{KIOSK}take/", key=uuid.uuid4(), theme=VISITOR, language=VISITOR)
    guest.send(f"{KIOSK}nobody/", key=uuid.uuid4(), **(words | {"theme": VISITOR}))
    guest.send(f"{KIOSK}voice/", key=uuid.uuid4(), found="YES", **words)
    guest.send(f"{KIOSK}voice/", key=uuid.uuid4(), found=VISITOR)
    guest.send(f"{KIOSK}human/", **words)
    guest.send(f"/fr/voice/{VISITOR}/", found="YES", comment=VISITOR)
    guest.try_to_sign_in(MAIL, VISITOR)
    guest.try_to_sign_in(VISITOR, NUMBER)
    return taken.headers["Location"]


def at_reception(origin):
    desk = Guest(origin, "127.0.0.1").sign_in("accueil@phare.example")
    desk.send("/fr/reception/suggest/", words=f"{VISITOR} cherche du travail, {NUMBER}, {MAIL}")
    form = {"key": str(uuid.uuid4()), "language": "fr", "theme": "work", "people": "1"}
    given, _ = desk.send("/fr/reception/give/", **form, audience=VISITOR, reason=VISITOR)
    assert given.status == 422
    given, _ = desk.send("/fr/reception/give/", **form, name=VISITOR, note=NUMBER)
    number = re.search(r"given=(\d+)", given.headers["Location"])[1]
    desk.send(f"/fr/reception/ticket/{number}/first/", reason=VISITOR)
    desk.send(f"/fr/reception/ticket/{number}/correct/", **(form | {"theme": VISITOR}))
    desk.ask(f"/fr/reception/wait/?theme={VISITOR}&language=fr")


def at_a_desk(origin, seat):
    """An interview with everything that may be said in one; the token of its questionnaire."""
    desk = Guest(origin, "127.0.0.1")
    desk.cookies = {"phare_staff": seat["cookie"], "csrftoken": "a" * 32}
    desk.send("/fr/desk/call/")
    _, page = desk.ask("/fr/desk/")
    ticket = re.search(r"/fr/desk/(\d+)/close/", page)[1]
    for do in ("add", "print", "qr"):
        lines = [f"{VISITOR}, {MAIL}", f"Numéro {NUMBER}"]
        desk.send("/fr/desk/sheet/", line=lines, new=VISITOR, do=do, **{"in": "fr"})
    form = {"key": uuid.uuid4(), "themes": "work", "language": "fr", "gender": "WOMAN"}
    refused, _ = desk.send(f"/fr/desk/{ticket}/close/", **(form | {"municipality": VISITOR}))
    assert refused.status == 422
    closed, _ = desk.send(f"/fr/desk/{ticket}/close/", **form, name=VISITOR, note=NUMBER)
    for path in ("advice", "headcount", "correct"):
        desk.send(f"/fr/entry/{path}/", key=uuid.uuid4(), channel=VISITOR, reason=VISITOR)
    return re.search(r"voice=([\w-]+)", closed.headers["Location"])[1]


def somebody_is_hired_and_leaves(origin):
    office = Guest(origin, "127.0.0.1").sign_in("coordination@phare.example")
    mail = f"{STAFF.lower()}@example.org"
    hired, _ = office.send(
        "/fr/office/people/new/",
        name=STAFF,
        email=mail,
        password=PASSWORD,
        roles="COUNSELLOR",
        language="fr",
    )
    person = re.search(r"/people/(\d+)/", hired.headers["Location"])[1]
    colleague = Guest(origin, "127.0.0.1")
    colleague.try_to_sign_in(mail, "wrong")
    colleague.sign_in(mail)
    colleague.ask(f"/fr/desk/?colleague={STAFF}")
    office.send(f"/fr/office/people/{person}/leave/")


def watched(house, moment):
    """Everything the night owes, at that moment."""
    words = [sys.executable, "-m", "tests.night"]
    surroundings = environment(house.url) | {"PHARE_NOW": moment.isoformat()}
    process = subprocess.Popen(words, cwd=ROOT, env=surroundings, stdout=subprocess.PIPE)
    return heard(process)


def hours_pass(house):
    """Libraries stamp with the machine's own time: what they hold grows old."""
    with psycopg.connect(house.url) as connection:
        connection.execute(
            "UPDATE axes_accessattempt SET attempt_time = attempt_time - interval '20 hours'"
        )
        connection.execute(
            "UPDATE django_session SET expire_date = expire_date - interval '20 hours'"
        )


def tables(house):
    """Table to all that is written in it."""
    with psycopg.connect(house.url) as connection:
        names = connection.execute(
            "SELECT table_schema, table_name FROM information_schema.tables WHERE table_type"
            " = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')"
        ).fetchall()
        found = {}
        for schema, name in names:
            words = sql.SQL("SELECT row_to_json(t)::text FROM {} t")
            rows = connection.execute(words.format(sql.Identifier(schema, name)))
            found[name] = "\n".join(row[0] for row in rows)
    return found


def files(house, folder):
    """File to all that is written in it; and what the database says, which has a log of its own."""
    found = {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    with psycopg.connect(house.url) as connection:
        data = connection.execute("SELECT current_setting('data_directory')").fetchone()[0]
    log = Path(data).parent / "log"
    if log.exists():
        found[str(log)] = log.read_bytes()
    return {name: text.decode(errors="replace") for name, text in found.items()}


def holding(words, written):
    """Where any of the words stands, capitals or not."""
    wanted = [word.lower() for word in words]
    return {name for name, text in written.items() if any(w in text.lower() for w in wanted)}


def test_every_name_is_gone_after_the_night_and_the_log_never_knew_it(house):
    house, folder = house
    seat = house.said("tests.crowds.staffed")[0]
    walk_through(house.origin)
    at_reception(house.origin)
    token = at_a_desk(house.origin, seat)
    guest = Guest(house.origin, "127.0.0.1")
    answer, _ = guest.send(f"/fr/voice/{token}/", found="YES", comment=f"{TOLD} {NUMBER}")
    assert answer.status == 200
    somebody_is_hired_and_leaves(house.origin)
    # The test can find a name where there is one.
    assert "axes_accessattempt" in holding([VISITOR], tables(house))
    assert "web.log" in {Path(name).name for name in files(house, folder)}

    hours_pass(house)
    done = watched(house, NIGHT)

    assert {"tickets.sweep", "signin.forget", "people.forget", "satisfaction.forget"} <= set(done)
    kept, said = tables(house), files(house, folder)
    assert holding([VISITOR, NUMBER, BARE, ADDRESS], kept) == set()
    assert holding([TOLD], kept) == {"satisfaction_opinion"}
    assert holding([STAFF], kept) == {"people_person", "people_personevent"}
    assert holding([VISITOR, TOLD, STAFF, NUMBER, BARE, ADDRESS, token], said) == set()

    assert watched(house, MUCH_LATER) == done
    assert holding([TOLD, STAFF], tables(house)) == set()
