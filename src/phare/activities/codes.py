"""Short codes that are read aloud and typed at the door."""

import secrets

LETTERS = "ACDEFHJKMNPRTUVWXY34679"  # none looks or sounds like another one
LENGTH = 6


def new_code() -> str:
    """A code of a seat: unguessable enough at a door, and worth nothing elsewhere."""
    return "".join(secrets.choice(LETTERS) for _ in range(LENGTH))
