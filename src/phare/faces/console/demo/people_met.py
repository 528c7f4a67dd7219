"""Who comes to the demo centre: shares of themes, languages and answers, near published ones."""

from random import Random

from phare.contacts.choices import NOT_STATED
from phare.contacts.facts import Profile

THEMES = (("work", 34), ("learn", 27), ("choose", 24), ("start", 8), ("move", 5), ("", 2))
LANGUAGES = (
    ("fr", 82.0),
    ("nl", 10.0),
    ("en", 6.0),
    ("de", 0.4),
    ("ar", 0.8),
    ("es", 0.4),
    ("tr", 0.4),
)
SCHEMES = (
    ("validation", 0.03),
    ("identification", 0.025),
    ("euroguidance", 0.018),
    ("disability", 0.014),
    ("neet", 0.02),
    ("prison", 0.0009),
)
TWO_THEMES = 0.16
ANSWERED = {
    "gender": 0.78,
    "age_band": 0.86,
    "status": 0.8,
    "municipality": 0.66,
    "own_initiative": 0.5,
    "first_visit": 0.74,
}
SHARES = {
    "gender": (("WOMAN", 50.4), ("MAN", 48.6), ("OTHER", 1.0)),
    "age_band": (
        ("UNDER_18", 3.0),
        ("A18_24", 17.5),
        ("A25_29", 15.8),
        ("A30_39", 29.9),
        ("A40_49", 20.0),
        ("A50_PLUS", 13.8),
    ),
    "status": (("JOBSEEKER", 75.6), ("WORKER", 12.0), ("STUDENT", 8.0), ("OTHER", 4.4)),
    "own_initiative": (("YES", 50.3), ("NO", 49.7)),
    "first_visit": (("YES", 61.0), ("NO", 39.0)),
    "municipality": (
        ("21001", 12),
        ("21002", 1.2),
        ("21003", 1.6),
        ("21004", 17),
        ("21005", 2.6),
        ("21006", 3.4),
        ("21007", 4),
        ("21008", 2),
        ("21009", 5.4),
        ("21010", 4.4),
        ("21011", 2.2),
        ("21012", 11),
        ("21013", 4.4),
        ("21014", 4.6),
        ("21015", 14),
        ("21016", 2.6),
        ("21017", 0.7),
        ("21018", 2),
        ("21019", 1),
        ("ELSEWHERE", 7.8),
    ),
}


def _pick(random: Random, shares: tuple[tuple[str, float], ...]) -> str:
    return random.choices([code for code, _ in shares], [share for _, share in shares])[0]


def themes_of(random: Random) -> tuple[str, ...]:
    """One theme, sometimes two, sometimes none yet."""
    first = _pick(random, THEMES)
    second = _pick(random, THEMES) if random.random() < TWO_THEMES else ""
    return tuple(dict.fromkeys(theme for theme in (first, second) if theme))


def language_of(random: Random) -> str:
    return _pick(random, LANGUAGES)


def schemes_of(random: Random) -> tuple[str, ...]:
    return tuple(code for code, share in SCHEMES if random.random() < share)


def profile_of(random: Random) -> Profile:
    """Answers to some questions; the others stay not stated."""
    answers = {
        question: _pick(random, SHARES[question]) if random.random() < share else NOT_STATED
        for question, share in ANSWERED.items()
    }
    return Profile(**answers)
