"""`phare programme` and `phare brochure`."""

import pytest
from click.testing import CliRunner

from phare.activities.models import Session
from phare.faces.console.group import phare
from phare.ground import clock
from tests.factories.activities import make_activity, make_session
from tests.factories.centres import MORNING, make_centre

pytestmark = pytest.mark.django_db
TABLE = """titre_fr;titel_nl;jour;début;fin;places
Atelier;Workshop;01/12/2026;13:30;15:30;8
Sans jour;Zonder dag;bientôt;13:30;15:30;8
"""


@pytest.fixture(autouse=True)
def centre():
    with clock.stopped_at(MORNING):
        yield make_centre()


def ran(*words):
    return CliRunner().invoke(phare, list(words))


def test_a_file_is_tried_then_kept_once_and_what_is_refused_says_why(tmp_path):
    file = tmp_path / "dates.csv"
    file.write_text(TABLE, encoding="utf-8")

    tried = ran("programme", "import", str(file), "--dry-run")
    assert (Session.objects.count(), tried.exit_code) == (0, 1)
    assert "1 new, 0 changed, 0 cancelled, 0 unchanged, 0 over, 1 refused" in tried.stdout
    assert "dates.csv:3: Sans jour: “bientôt” is no day." in tried.stderr

    kept = [ran("programme", "import", str(file)) for _ in range(2)]
    assert Session.objects.count() == 1
    assert "0 new, 0 changed, 0 cancelled, 1 unchanged" in kept[1].stdout


def test_a_date_that_is_no_more_in_the_file_is_said(tmp_path):
    file = tmp_path / "dates.csv"
    file.write_text(TABLE.replace("bientôt", "02/12/2026"), encoding="utf-8")
    ran("programme", "import", str(file))
    file.write_text("\n".join(TABLE.splitlines()[:2]), encoding="utf-8")

    again = ran("programme", "import", str(file))

    assert "no more in the file: Sans jour" in again.stderr
    assert Session.objects.count() == 2


def test_what_is_no_file_of_dates_is_refused_in_a_sentence(tmp_path):
    file = tmp_path / "x.ics"
    file.write_bytes(b"\0\1\2")

    answer = ran("programme", "import", str(file))

    assert answer.exit_code == 1
    assert "This file is no text." in answer.stderr


def test_the_brochure_is_written_twice_to_read_and_to_print(centre, tmp_path):
    make_session(make_activity(centre))

    answer = ran("brochure", "--quarter", "2026-4", "--out", str(tmp_path))

    assert answer.exit_code == 0, answer.output
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "brochure-2026-4-printer.pdf",
        "brochure-2026-4.pdf",
    ]
    assert ran("brochure", "--quarter", "spring", "--out", str(tmp_path)).exit_code == 2
