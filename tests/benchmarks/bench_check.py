"""A check of a whole scene, and reports of as many mistakes as are ever kept."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from game.app.phrases import Phrases
from game.authoring.check.folder import check_folder
from game.authoring.pages.page import Pages
from game.authoring.report.annotations import annotated
from game.authoring.report.as_json import as_json, json_text
from game.authoring.report.outcome import Checked, Outcome
from game.authoring.report.people import COLOURED, mistakes
from game.authoring.report.rules import Rules
from game.authoring.report.sarif import sarif
from game.launch import data_folder
from game.loading.catalogue import Catalogue
from game.model.diagnostics import Diagnostics
from tests.authoring.report.findings import mistake, outcome, warning
from tests.benchmarks.bench_ui import budget

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytest_benchmark.fixture import BenchmarkFixture

pytestmark = pytest.mark.filterwarnings("default::UserWarning")
FRENCH = Phrases("fr", data_folder("assets") / "locale")


@pytest.mark.parametrize("scene", ["lea", "premiers_pas"])
def test_a_scene_is_checked(benchmark: BenchmarkFixture, scene: str) -> None:
    shipped = data_folder("scenarios")
    rubric = Catalogue([], shipped / "rubric.yaml").rubric
    benchmark.pedantic(lambda: check_folder(shipped / scene, rubric), rounds=5, warmup_rounds=1)
    budget(benchmark, 700, 1500)


def _people(found: Outcome) -> str:
    return mistakes(found.checked[0], FRENCH, COLOURED)


def _json(found: Outcome) -> str:
    return json_text(as_json(found, FRENCH))


def _sarif(found: Outcome) -> str:
    rules = Rules(Pages(data_folder("assets") / "pages"), FRENCH)
    return json_text(sarif(found, Path.cwd(), "1.0", rules, FRENCH))


def _annotations(found: Outcome) -> str:
    return "".join(annotated(one, Path.cwd(), FRENCH) for one in found.checked)


@pytest.mark.parametrize("form", [_people, _json, _sarif, _annotations])
def test_a_thousand_mistakes_are_told(benchmark: BenchmarkFixture, form: Callable[[Outcome], str]) -> None:
    lines = range(1, Diagnostics.limit + 1)
    found = [one for line in lines for one in (mistake(line=line), warning(line))]
    told = benchmark(form, Outcome((Checked("léa", tuple(found)),)))
    assert len(told) > len(form(outcome()))
    budget(benchmark, 150, 400)
