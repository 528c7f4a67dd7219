"""One client of a crowd, in a process of its own.

python -m tests.crowds.client ORIGIN take KEY…            prints the page each key led to
python -m tests.crowds.client ORIGIN steadily KEY…        the same, where nothing may break
python -m tests.crowds.client ORIGIN call COOKIE TIMES    calls and sends away, so often
python -m tests.crowds.client ORIGIN click COOKIE         eight clicks on "call the next"

Requests that meet a cut are sent again with the same key, as the kiosk does.
"""

import json
import re
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection, HTTPException
from urllib.parse import urlencode, urlsplit

TOKEN = "a" * 32
PATIENCE = 60.0
CLICKS = 8


class Client:
    def __init__(self, origin: str, cookie: str = "") -> None:
        self.door = urlsplit(origin)
        self.cookie = cookie
        self.broken = 0  # answers that say the house itself broke; a cut is none

    def send(self, method: str, path: str, **fields: str) -> tuple[int, str, str]:
        """Status, where it leads, text; tried again while the house does not answer."""
        until = time.monotonic() + PATIENCE
        while True:
            try:
                answer = self._once(method, path, fields)
            except (OSError, HTTPException):
                answer = (599, "", "")
            if answer[0] < 500 or time.monotonic() > until:
                return answer
            self.broken += answer[0] == 500
            time.sleep(0.1)

    def _once(self, method: str, path: str, fields: dict[str, str]) -> tuple[int, str, str]:
        connection = HTTPConnection(self.door.hostname or "", self.door.port, timeout=20)
        headers = {"Content-Type": "application/x-www-form-urlencoded"}
        if self.cookie:
            headers |= {
                "Cookie": f"phare_staff={self.cookie}; csrftoken={TOKEN}",
                "X-CSRFToken": TOKEN,
            }
        try:
            connection.request(method, path, body=urlencode(fields), headers=headers)
            answer = connection.getresponse()
            text = answer.read().decode(errors="replace")
            return answer.status, answer.headers.get("Location", ""), text
        finally:
            connection.close()


def take(client: Client, keys: list[str]) -> list[str]:
    """The token of the ticket each key was given."""
    tokens = []
    for key in keys:
        status, where, _ = client.send(
            "POST", "/fr/kiosk/demo-kiosk/take/", key=key, theme="work", language="fr"
        )
        found = re.search(r"/ticket/([^/]+)/", where)
        tokens.append(found[1] if status == 303 and found else f"refused {status}")
    return tokens


def call(client: Client, times: int) -> int:
    """How many people came to this desk; each is sent away at once as not there."""
    came = 0
    for _ in range(times):
        client.send("POST", "/fr/desk/call/")
        _, _, page = client.send("GET", "/fr/desk/")
        there = re.search(r"/fr/desk/(\d+)/absent/", page)
        if there is None:
            break
        came += 1
        client.send("POST", f"/fr/desk/{there[1]}/absent/")
    return came


def click(origin: str, cookie: str) -> int:
    """Eight clicks at the same moment on "call the next"; how many were answered."""
    ready = threading.Barrier(CLICKS)

    def once(client: Client) -> bool:
        ready.wait()
        return client.send("POST", "/fr/desk/call/")[0] == 303

    with ThreadPoolExecutor(CLICKS) as hands:
        return sum(hands.map(once, [Client(origin, cookie) for _ in range(CLICKS)]))


if __name__ == "__main__":
    origin, act, *words = sys.argv[1:]
    if act in ("take", "steadily"):
        client = Client(origin)
        said: object = take(client, words)
        if act == "steadily" and client.broken:
            said = [f"broke {client.broken} times"]
    elif act == "call":
        said = call(Client(origin, words[0]), int(words[1]))
    else:
        said = click(origin, words[0])
    print(json.dumps(said))  # noqa: T201
