"""pretix beside us, where it is installed; nothing where it is not."""


def pretix_rate(*, clients: int, places: int, people: int) -> float | None:
    """Orders a second through its REST API; None where pretix is not installed."""
    return None
