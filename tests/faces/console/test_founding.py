"""`phare found`: an empty installation becomes a house from one file."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from click.testing import CliRunner
from django.apps import apps
from django.test import Client

from phare.centres.actions import set_opening_hours
from phare.centres.models import Centre, Municipality, OpeningHours, Place, Screen, Theme
from phare.centres.queries import centre_named, hours_from
from phare.faces.console import founding
from phare.faces.console.founding.command import found
from phare.faces.console.group import phare
from phare.ground import clock
from tests.factories.centres import MORNING, make_centre

pytestmark = pytest.mark.django_db
PASSWORD = "une-lanterne-sur-le-quai"


@pytest.fixture(autouse=True)
def in_the_morning(settings):
    settings.ALLOWED_HOSTS = [*settings.ALLOWED_HOSTS, "phare.example", "annexe.example"]
    with clock.stopped_at(MORNING):
        yield


def example(*changes: tuple[str, str]) -> str:
    text = CliRunner().invoke(found, ["--example"]).stdout
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return text


def founded(text: str):
    with TemporaryDirectory() as folder:
        file = Path(folder) / "centre.toml"
        file.write_text(text, encoding="utf-8")
        return CliRunner().invoke(found, [str(file)])


def everything() -> dict[str, list]:
    """Every row of the room and of its history; the stamp of the last write left aside."""
    models = [m for m in apps.get_app_config("centres").get_models() if m.__name__ != "Revision"]
    return {m.__name__: list(m.objects.order_by("pk").values()) for m in models}


def test_the_example_file_opens_a_house_in_which_everything_answers():
    opened = founded(example())
    hired = CliRunner().invoke(
        phare,
        ["hire", "amer@phare.example", "--name", "Amer", "--role", "administrator"],
        input=f"{PASSWORD}\n{PASSWORD}\n",
    )

    assert (opened.exit_code, hired.exit_code) == (0, 0), opened.output + hired.output
    browser = Client(HTTP_HOST="phare.example")
    kiosk = Screen.objects.get(kind="KIOSK")
    board = Screen.objects.get(kind="BOARD")
    for path in (
        "/fr/",
        "/nl/",
        "/fr/signin/",
        f"/fr/kiosk/{kiosk.key}/",
        f"/fr/board/{board.key}/",
    ):
        assert browser.get(path).status_code == 200, path
    for screen in (kiosk, board):
        assert f"://phare.example/fr/{screen.kind.lower()}/{screen.key}/\n" in opened.output
    signed = browser.post("/fr/signin/", {"username": "amer@phare.example", "password": PASSWORD})
    assert signed.status_code == 302
    assert browser.get("/fr/office/").status_code == 200
    assert browser.get("/fr/office/centre/vocabulary/").status_code == 200


def test_the_network_starts_with_the_standard_words():
    founded(example())

    letters = dict(Theme.objects.values_list("code", "letter"))
    assert letters == {"choose": "K", "learn": "M", "work": "T", "start": "Z", "move": "X"}
    assert Municipality.objects.count() == 19
    assert Municipality.objects.get(nis="21015").name == {"fr": "Schaerbeek", "nl": "Schaarbeek"}


def test_the_same_file_again_changes_nothing():
    first = founded(example())
    before = everything()

    again = founded(example())

    assert again.output == first.output
    assert everything() == before


def test_what_changes_in_the_file_changes_in_the_house():
    founded(example())

    done = founded(
        example(
            ('phone = "02 555 00 12"', 'phone = "02 555 00 99"'),
            ('audiences = ["youth"]', 'audiences = ["newcomer"]'),
            ("capacity = 12", "capacity = 14"),
            ('thursday = ["13:30-19:00"]', 'thursday = ["13:30-18:00"]'),
        )
    )

    assert done.exit_code == 0, done.output
    centre = Centre.objects.get()
    assert centre.phone == "02 555 00 99"
    assert [word.code for word in centre.audiences.all()] == ["newcomer"]
    assert Place.objects.get(code="PC").capacity == 14
    assert {str(row.closes) for row in OpeningHours.objects.filter(weekday=3, opens="13:30")} == {
        "18:00:00",
        "16:00:00",
    }
    assert "hours.centre: changed from 2026-01-01." in done.output


def test_what_the_file_names_no_more_stays_and_is_said():
    founded(example())

    done = founded(
        example(
            ('codes = ["1", "2", "3", "4"]', 'codes = ["1", "2", "3"]'),
            ("Salle d’attente · Wachtruimte", "Agora"),
        )
    )

    assert "desk 4: not in the file. It stays." in done.output
    assert "board “Salle d’attente · Wachtruimte”: not in the file. It stays" in done.output
    assert Screen.objects.filter(kind="BOARD").count() == 2
    assert Place.objects.filter(kind="DESK").count() == 5


def test_hours_that_the_office_has_set_since_are_left_alone():
    founded(example())
    centre = centre_named(centre="bruxelles")
    today = clock.today(centre.time_zone)
    set_opening_hours(centre=centre, kind="CENTRE", weekday=0, spans=[], valid_from=today)
    before = everything()["OpeningHours"]

    unchanged = founded(example())
    changed = founded(example(('thursday = ["13:30-19:00"]', 'thursday = ["13:30-18:00"]')))

    assert "hours" not in unchanged.output
    assert "hours.centre: left alone. The office has set others from 2026-11-18" in changed.output
    assert [r for r in everything()["OpeningHours"] if r["kind"] == "CENTRE"] == [
        r for r in before if r["kind"] == "CENTRE"
    ]
    assert hours_from(today, centre=centre, kind="CENTRE")[0] == []


WRONG = [
    ('slug = "phare"', 'slug = "Le Phare"', "network.slug", "small letters"),
    ('nl = "Netwerk Phare"', 'nl = ""', "network.name", "is missing in nl."),
    ('hosts = ["phare.example"]', 'hosts = ["https://a.example/"]', "centre.hosts", "a host"),
    (
        'time_zone = "Europe/Brussels"',
        'time_zone = "Brussels"',
        "centre.time_zone",
        "is no time zone",
    ),
    ('email = "info@', 'email = "', "centre.email", "is no mail address"),
    ('schemes = ["val', 'schemes = ["x", "val', "centre.schemes", "“x” is not known"),
    ('state = "none"', 'state = "fine"', "centre.label.state", "none, provisional, operating"),
    ('# open_series = "R"', 'open_series = "F"', "centre.open_series", "paper tickets"),
    ('codes = ["PC"]', 'codes = ["a b"]', "places.4.codes", "1 to 12 letters"),
    ('codes = ["5"]', 'codes = ["4"]', "places.2.codes", "desk “4” is among"),
    ('kind = "board"', 'kind = "tram"', "screens.2.kind", "none of kiosk, board"),
    ("from = 2026-01-01", "from = 2026", "hours.from", "has to be a day"),
    ('thursday = ["13:30-19:00"]', 'thursday = ["19:00-13:30"]', "hours.centre.thursday", ""),
]


@pytest.mark.parametrize(("old", "new", "name", "reason"), WRONG)
def test_a_wrong_entry_is_refused_with_its_place_and_reason(old, new, name, reason):
    text = example((old, new))
    line = next(n for n, said in enumerate(text.splitlines(), start=1) if new in said)

    done = founded(text)

    told = [t for t in done.stderr.splitlines() if t.startswith("centre.toml:")]
    assert done.exit_code == 1
    assert told[0].startswith(f"centre.toml:{line}: {name}: ") and reason in told[0], told
    assert everything() == {name: [] for name in everything()}


def test_everything_that_is_wrong_is_told_at_once_and_nothing_is_written():
    wrong = [(old, new) for old, new, *_ in WRONG]

    done = founded(example(*wrong))

    assert {name for _, _, name, _ in WRONG} <= {t.split(": ")[1] for t in done.stderr.splitlines()}
    assert "Nothing was written" in done.stderr
    assert everything() == {name: [] for name in everything()}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "centre.toml:1: network: is missing."),
        ("[network]\nslug = \n", "centre.toml:2: is not TOML"),
        ("[network]\ncolour = 1", "centre.toml:2: network.colour: is not known here"),
        ("places = [1]", "centre.toml:1: places: has to be tables"),
    ],
)
def test_a_file_that_is_no_description_is_refused(text, told):
    assert told in founded(text).stderr


def test_a_letter_belongs_to_one_theme_and_never_to_the_paper_tickets():
    letters = "[network.letters]"

    paper = founded(example((f"# {letters}\n", f'{letters}\nchoose = "F"\n')))
    twice = founded(example((f"# {letters}\n", f'{letters}\nchoose = "M"\n')))
    without_theme = founded(example(('# open_series = "R"', 'open_series = "K"')))

    assert "network.letters.choose: may not be F: that is the letter of the paper" in paper.stderr
    assert "network.letters.learn: “M” is the letter of “choose” too." in twice.stderr
    assert "centre.open_series: “K” is of “choose” and of tickets without" in without_theme.stderr
    assert not Centre.objects.exists()


def test_a_second_centre_keeps_the_letters_of_its_network_and_takes_no_host_of_the_first():
    founded(example(("# [network.letters]\n", '[network.letters]\nchoose = "A"\n')))
    second = ('slug = "bruxelles"', 'slug = "annexe"')

    greedy = founded(example(second))
    modest = founded(example(second, ('"phare.example"', '"annexe.example"')))

    assert "“phare.example” is a host of the centre “bruxelles” already." in greedy.stderr
    assert modest.exit_code == 0, modest.output
    assert Theme.objects.get(code="choose").letter == "A"
    assert Centre.objects.count() == 2 and Theme.objects.count() == 5


def test_a_centre_does_not_move_to_another_network():
    make_centre("bruxelles")

    done = founded(example())

    assert "centre.slug: “bruxelles” is a centre of the network “brussels”." in done.stderr


def test_a_host_that_is_not_served_is_said(settings):
    settings.ALLOWED_HOSTS = ["localhost"]

    assert "phare.example is not in PHARE_HOSTS" in founded(example()).output


def test_a_failure_half_way_leaves_nothing_behind(monkeypatch):
    def break_down(**_):
        raise RuntimeError("the lights go out")

    monkeypatch.setattr("phare.centres.actions.add_screen", break_down)

    assert founded(example()).exit_code == 1
    assert everything() == {name: [] for name in everything()}


def test_without_a_database_of_its_own_it_founds_nothing(monkeypatch):
    monkeypatch.delenv("PHARE_DATABASE_URL")

    assert "Set PHARE_DATABASE_URL" in founded(example()).stderr


def test_the_example_is_the_file_beside_the_command():
    assert example() == (Path(founding.__file__).parent / "example.toml").read_text()
