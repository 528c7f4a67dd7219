"""`phare figures import` and `phare report annual`."""

import pytest
from click.testing import CliRunner

from phare.faces.console.demonstration import mark
from phare.faces.console.figures import figures, report
from phare.ground import clock
from phare.indicators.models import ImportedFigure
from tests.factories.centres import MORNING, make_centre
from tests.factories.figures import PUBLISHED, published

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def in_the_morning():
    with clock.stopped_at(MORNING):
        yield


def test_figures_come_in_and_reports_go_out_in_four_languages(tmp_path):
    make_centre()
    console = CliRunner()

    first = console.invoke(figures, ["import", str(PUBLISHED)])
    again = console.invoke(figures, ["import", str(PUBLISHED)])
    done = console.invoke(
        report, ["annual", "--year", "2021", "--languages", "fr,nl,en,de", "--out", str(tmp_path)]
    )

    assert (first.exit_code, again.exit_code, done.exit_code) == (0, 0, 0), done.output
    assert "107 new, 0 changed, 0 unchanged, 0 said twice, 0 refused" in first.output
    assert "0 new, 0 changed, 107 unchanged" in again.output
    assert "growth is stated as 3 percent" in first.output
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(
        f"annual-2021-{language}.{ending}"
        for language in ("fr", "nl", "en", "de")
        for ending in ("html", "pdf")
    )


def test_a_refused_line_is_told_with_its_line_and_the_others_are_kept(tmp_path):
    make_centre()
    file = tmp_path / "figures.csv"
    file.write_text(published() + "2021,contacts,total,33061,Annual report 2021\n")

    done = CliRunner().invoke(figures, ["import", str(file), "--language", "en"])

    assert done.exit_code == 1
    assert "figures.csv:109, value: Line 55 gives 33060" in done.output
    assert "107 new" in done.output


def test_a_centre_or_language_nobody_knows_is_refused(tmp_path):
    make_centre()
    console = CliRunner()

    nowhere = console.invoke(figures, ["import", str(PUBLISHED), "--centre", "moon"])
    unspoken = console.invoke(
        report, ["annual", "--year", "2021", "--languages", "fr,xx", "--out", str(tmp_path)]
    )

    assert nowhere.exit_code == 1 and "moon" in nowhere.output
    assert unspoken.exit_code == 2


@pytest.mark.parametrize("months", ["13-15", "abc", "0-3", "6-1", "1-2-3", ""])
def test_months_that_are_none_are_refused_with_what_to_write(tmp_path, months):
    make_centre()

    done = CliRunner().invoke(
        report, ["annual", "--year", "2021", "--months", months, "--out", str(tmp_path / "out")]
    )

    assert done.exit_code == 2
    assert "such as 1-6" in done.output
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("marked", ["by the settings", "on the database", ""])
def test_reports_of_invented_data_say_so(tmp_path, settings, monkeypatch, marked):
    make_centre()
    papers = []
    monkeypatch.setattr(
        "phare.faces.console.figures.paper", lambda _, demo: papers.append(demo) or b""
    )
    settings.DEMO = marked == "by the settings"
    if marked == "on the database":
        mark("a year")

    done = CliRunner().invoke(
        report,
        ["annual", "--year", "2026", "--months", "3", "--languages", "en", "--out", str(tmp_path)],
    )

    assert done.exit_code == 0, done.output
    page = (tmp_path / "annual-2026-en.html").read_text()
    assert ("demonstration data" in page, papers) == (bool(marked), [bool(marked)])


def test_a_trial_says_all_that_keeping_the_file_would_say_and_keeps_nothing(tmp_path):
    make_centre()
    console = CliRunner()
    console.invoke(figures, ["import", str(PUBLISHED)])
    file = tmp_path / "figures.csv"
    mine = "2021,contacts,total,30000,mine\n2021,contacts_by_mode,ADVICE,29000,mine\n"
    file.write_text(published(("ADVICE,15916", "ADVICE,15917")) + mine + "2021,what,total,5,mine\n")
    rows = list(ImportedFigure.objects.order_by("pk").values())

    trial = console.invoke(figures, ["import", str(file), "--dry-run"])

    assert list(ImportedFigure.objects.order_by("pk").values()) == rows
    kept = console.invoke(figures, ["import", str(file)])
    heading = "Nothing is kept. Keeping this file would say:\n"
    assert (trial.exit_code, trial.stdout) == (1, heading + kept.stdout)
    assert "2 new, 1 changed, 106 unchanged, 0 said twice, 1 refused" in trial.stdout
    assert "15916 -> 15917" in trial.stdout
    assert "add up to 29,000, the total says 30,000" in trial.stdout
