"""Drawings by a process of their own: the same as by this one, and whatever ends that process ends nothing else."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from indicators.charts import drawing
from indicators.charts.drawing import DrawingProcess

SPEC = {
    "data": {"values": [{"much": 1.5}, {"much": 2}]},
    "mark": {"type": "bar", "tooltip": "Ålesund – ĳ"},
    "encoding": {"x": {"field": "much", "type": "quantitative", "title": "“more” Ελληνικά"}},
}
ARGUMENTS = {"vl_spec": SPEC, "config": {"background": "#123456"}, "allowed_base_urls": []}


@pytest.fixture(scope="module")
def process() -> Iterator[DrawingProcess]:
    drawer = DrawingProcess()
    yield drawer
    drawer.end()


def test_a_process_of_their_own_draws_the_same_as_this_one(process: DrawingProcess) -> None:
    image = drawing.to_svg(SPEC, {"background": "#123456"})
    assert "Ελληνικά" in image
    assert process.draw("vegalite_to_svg", ARGUMENTS).decode() == image
    assert process.draw("svg_to_png", {"svg": image, "scale": 2}) == drawing.to_png(image, 2)


def test_what_cannot_be_drawn_is_refused_and_the_next_is_drawn(process: DrawingProcess) -> None:
    with pytest.raises(ValueError, match="conversion failed"):
        process.draw("vegalite_to_svg", {**ARGUMENTS, "vl_spec": {**SPEC, "mark": "no such mark"}})
    assert process.draw("vegalite_to_svg", ARGUMENTS)


def test_a_drawing_that_ends_its_process_is_refused_and_another_process_draws_the_next(process: DrawingProcess) -> None:
    ends_the_library = {**SPEC, "title": "\x01"}
    with pytest.raises(ValueError, match="ends its process"):
        process.draw("vegalite_to_svg", {**ARGUMENTS, "vl_spec": ends_the_library})
    assert process.draw("vegalite_to_svg", ARGUMENTS)


def test_a_process_ends_without_a_word_where_whoever_asked_is_gone(tmp_path: Path) -> None:
    program = Path(drawing.__file__).with_name("drawing_worker.py")
    said = tmp_path / "said.txt"
    request = json.dumps(["vegalite_to_svg", ARGUMENTS]).encode() + b"\n"
    with said.open("wb") as file:
        process = subprocess.Popen(
            [sys.executable, "-P", program], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=file
        )
    assert process.stdin
    assert process.stdout
    process.stdout.close()
    with process.stdin as asked:
        asked.write(request)
    assert process.wait() == 0
    assert said.read_text(encoding="utf-8") == ""


def test_where_no_process_can_be_started_this_one_draws(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/no/such/program")
    drawing.use_own_process()
    try:
        assert drawing.to_svg(SPEC, {}).startswith("<svg")
    finally:
        drawing.end_own_process()


def test_the_process_is_started_before_it_is_asked_only_where_that_is_wanted() -> None:
    drawing.use_own_process()
    try:
        assert drawing._process is not None
        assert drawing._process.running is None
        drawing.start_own_process()
        assert drawing._process.running is not None
    finally:
        drawing.end_own_process()
