"""Who posts too much waits; nobody else does, and no address is kept."""

import pickle
from collections import Counter

import anyio
import pytest

from phare.faces.shared.gate import limits
from phare.faces.shared.gate.limits import AT_ONCE, Buckets, is_limited, limited, subscriber
from phare.faces.shared.gate.refusal import PAGES


def post(path="/fr/session/abc/", client=("192.0.2.7", 1), method="POST"):
    return {"type": "http", "method": method, "path": path, "client": client}


def answered(gate, scope):
    sent = []

    async def send(message):
        sent.append(message)

    async def ask():
        await gate(scope, whole_form, send)

    anyio.run(ask)
    return sent[0]["status"], dict(sent[0]["headers"]), sent[-1].get("body", b"")


async def whole_form():
    return {"type": "http.request", "body": b"first_name=Sureau", "more_body": False}


async def never():
    await anyio.sleep_forever()


async def inside(scope, receive, send):
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": b"in"})


def test_forty_people_behind_one_address_send_three_times_each_at_once():
    buckets = Buckets()

    assert all(buckets.allows("192.0.2.7", at=0) for _ in range(40 * 3))


def test_a_flood_is_turned_away_and_comes_back_slowly():
    buckets = Buckets()

    let_in = sum(buckets.allows("192.0.2.7", at=n / 166) for n in range(10_000))

    assert let_in <= AT_ONCE + 61


def test_one_that_is_turned_away_takes_nothing_from_another():
    buckets = Buckets(at_once=1)
    buckets.allows("192.0.2.7", at=0)

    assert not buckets.allows("192.0.2.7", at=0)
    assert buckets.allows("192.0.2.8", at=0)


def test_somebody_who_waits_is_let_in_again():
    buckets = Buckets(at_once=1, a_second=1)
    buckets.allows("192.0.2.7", at=0)

    assert not buckets.allows("192.0.2.7", at=0.5)
    assert buckets.allows("192.0.2.7", at=1.6)


def test_the_machines_of_the_house_are_never_counted():
    buckets = Buckets(at_once=1)
    buckets.is_at_home("192.0.2.7")

    assert all(buckets.allows("192.0.2.7", at=0) for _ in range(100))


def test_what_is_remembered_holds_no_address_and_does_not_grow_for_ever(monkeypatch):
    monkeypatch.setattr(limits, "REMEMBERED", 50)
    buckets = Buckets()
    for number in range(500):
        buckets.allows(f"192.0.2.{number % 250}" if number % 2 else f"2001:db8:{number}::1")

    kept = pickle.dumps((list(buckets._left), list(buckets._at_home)))

    assert len(buckets._left) == 50
    assert b"192.0.2" not in kept and b"2001:db8" not in kept
    assert subscriber("192.0.2.7") not in kept


def test_two_processes_know_the_same_address_by_different_marks():
    assert Buckets()._key("192.0.2.7") != Buckets()._key("192.0.2.7")


def test_a_connection_of_ipv6_is_one_whatever_address_it_takes():
    assert subscriber("2001:db8:1:2::1") == subscriber("2001:db8:1:2:ffff::9")
    assert subscriber("2001:db8:1:2::1") != subscriber("2001:db8:1:3::1")
    assert subscriber("::ffff:192.0.2.7") == subscriber("192.0.2.7")


@pytest.mark.parametrize("word", sorted(limits.FORMS))
def test_every_public_form_is_counted(word):
    assert is_limited(post(f"/nl/{word}/abc/"))


@pytest.mark.parametrize(
    "scope",
    [
        post(method="GET"),
        post("/fr/agenda/"),
        post("/fr/kiosk/hall/take/"),
        post("/fr/signin/"),
        post("/fr/desk/"),
        post("/healthz"),
        {"type": "websocket", "path": "/fr/session/abc/"},
    ],
)
def test_nothing_else_is_counted(scope):
    assert not is_limited(scope)


@pytest.mark.parametrize("language", ["fr", "nl", "en", "de"])
def test_whoever_is_turned_away_reads_when_to_come_back_and_what_to_do_instead(language):
    gate = limited(inside, Buckets(at_once=0))

    status, headers, body = answered(gate, post(f"/{language}/session/abc/"))

    assert (status, headers[b"retry-after"]) == (429, b"60")
    assert body == PAGES[language]
    assert body.count(b"<section lang=") == 4
    assert body.index(f'<section lang="{language}"'.encode()) == body.index(b"<section")


def test_a_form_goes_through_and_a_server_without_addresses_turns_nobody_away():
    gate = limited(inside, Buckets(at_once=1))

    assert answered(gate, post())[0] == 200
    assert answered(gate, post())[0] == 429
    assert answered(gate, post(client=None))[0] == 200
    assert answered(gate, post(method="GET"))[0] == 200


def busiest(addresses):
    """How many forms of one address were looked at in the same moment."""
    now, most = Counter(), Counter()

    async def slow(scope, receive, send):
        address = scope["client"][0]
        now[address] += 1
        most[address] = max(most[address], now[address])
        await anyio.sleep(0.01)
        now[address] -= 1

    buckets = Buckets()
    gate = limited(slow, buckets)

    async def ask():
        async with anyio.create_task_group() as all_of_them:
            for address in addresses:
                all_of_them.start_soon(gate, post(client=(address, 1)), whole_form, None)

    anyio.run(ask)
    assert buckets._inside == {}
    return most


def test_what_a_flood_is_let_in_with_waits_for_itself_and_not_before_others():
    most = busiest(["192.0.2.7"] * 50 + ["192.0.2.8"])

    assert most == {"192.0.2.7": limits.AT_A_TIME, "192.0.2.8": 1}


def test_telephones_on_a_bad_line_hold_up_nobody_behind_the_same_address():
    heard = []
    buckets = Buckets()
    gate = limited(inside, buckets)

    async def send(message):
        heard.append(message)

    async def ask():
        async with anyio.create_task_group() as telephones:
            for _ in range(limits.AT_A_TIME * 2):
                telephones.start_soon(gate, post(), never, send)
            await anyio.wait_all_tasks_blocked()
            await gate(post(), whole_form, send)
            telephones.cancel_scope.cancel()

    anyio.run(ask)

    assert [message["status"] for message in heard if "status" in message] == [200]
    assert buckets._inside == {}


def test_a_form_that_never_comes_to_its_end_is_given_up():
    sent = []

    async def send(message):
        sent.append(message)

    async def ask():
        await limited(inside, Buckets(), read_within=0.01)(post(), never, send)

    anyio.run(ask)

    assert (sent[0]["status"], dict(sent[0]["headers"])[b"connection"]) == (408, b"close")


def test_what_was_read_beforehand_is_what_the_page_reads_and_then_it_hears_who_hangs_up():
    parts = iter(
        [
            {"type": "http.request", "body": b"first_", "more_body": True},
            {"type": "http.request", "body": b"name=Sureau"},
            {"type": "http.disconnect"},
        ]
    )
    heard = []

    async def receive():
        return next(parts)

    async def page(scope, receive, send):
        for _ in range(3):
            heard.append(await receive())

    anyio.run(limited(page, Buckets()), post(), receive, None)

    assert b"".join(one.get("body", b"") for one in heard) == b"first_name=Sureau"
    assert heard[-1]["type"] == "http.disconnect"


@pytest.mark.parametrize(
    ("path", "headers", "status"),
    [
        ("/fr/session/abc/", [(b"content-length", b"2000")], 200),
        ("/fr/session/abc/", [(b"content-length", b"300000")], 413),
        ("/fr/session/abc/", [(b"transfer-encoding", b"chunked")], 413),
        ("/fr/office/programme/import/", [(b"content-length", b"300000")], 200),
        ("/fr/signin/", [(b"content-length", b"9999999999")], 413),
    ],
)
def test_more_than_a_form_holds_is_turned_away_unread(path, headers, status):
    scope = post(path) | {"headers": headers}

    assert answered(limited(inside, Buckets()), scope)[0] == status
