"""Jitsi Meet: a room is there as soon as somebody enters it, so only the door is ours.

With an application id and its secret each person has an address of their own: a token (HS256) that
names the room, the name to be shown, and when it ends; a server that asks for tokens lets nobody
else in. Without them the unguessable name of the room is all there is.

Written from the token documentation of Jitsi's Prosody plugin (claims `aud`, `iss`, `sub`, `room`,
`nbf`, `exp`, `context.user`; `affiliation` for servers with token_affiliation). *Not tried live.*
"""

from dataclasses import dataclass
from datetime import timedelta
from urllib.parse import quote, urlsplit

import jwt

from phare.ground.video.words import Guest, Room

SPARE = timedelta(minutes=30)  # whoever is inside when it ends may finish the sentence


@dataclass(frozen=True)
class Jitsi:
    url: str
    app: str = ""
    secret: str = ""

    def open(self, room: Room) -> None:
        """Nothing to do: entering opens."""

    def door(self, room: Room, guest: Guest) -> str:
        address = f"{self.url.rstrip('/')}/{quote(room.name, safe='')}"
        if not (self.app and self.secret):
            return f"{address}#userInfo.displayName={quote(f'"{guest.shown}"')}"
        return f"{address}?jwt={self._token(room, guest)}"

    def is_running(self, room: Room) -> bool:
        """Jitsi does not say; a room can always be entered."""
        return True

    def close(self, room: Room) -> None:
        """Jitsi closes a room when the last one leaves; tokens end by themselves."""

    def _token(self, room: Room, guest: Guest) -> str:
        claims = {
            "aud": self.app,
            "iss": self.app,
            "sub": urlsplit(self.url).hostname,
            "room": room.name,
            "nbf": int(room.opens_at.timestamp()),
            "exp": int((room.closes_at + SPARE).timestamp()),
            "context": {
                "user": {
                    "name": guest.shown,
                    "moderator": "true" if guest.leads else "false",
                    "affiliation": "owner" if guest.leads else "member",
                }
            },
        }
        return jwt.encode(claims, self.secret, algorithm="HS256")
