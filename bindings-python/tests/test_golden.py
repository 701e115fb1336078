"""The answers that Rust, Python and JavaScript give to the same requests, byte for byte.

A case is a folder of `tests/golden`: see `tests/golden.rs`, which writes them.
"""

import datetime as dt
import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

import entretien
from conftest import ROOT

GOLDEN = ROOT / "tests" / "golden"
CASES = sorted(path.name for path in GOLDEN.iterdir() if path.is_dir())


def answer(case: Path) -> tuple[dict[str, bytes], str]:
    request: dict[str, Any] = json.loads((case / "request.json").read_bytes())
    as_of, start, end = (dt.date.fromisoformat(request[key]) for key in ("as_of", "from", "to"))
    inventory = None
    if request["inventory"] is not None:
        inventory = entretien.inventory.read_glpi(case / request["inventory"])
    if request["engagement"] is not None:
        text = (case / request["engagement"]).read_bytes()
        engagement = entretien.Engagement.from_json(text, inventory)
    else:
        assert inventory is not None, "the shipped rules need assets"
        engagement = entretien.Engagement.shipped(inventory, start)
    plan = entretien.plan(engagement, as_of=as_of, start=start, end=end)
    assert engagement.check(plan) == []
    files = {
        "plan.json": plan.to_json(),
        "plan.csv": plan.to_csv("en"),
        "plan.ics": "".join(plan.to_ics("en")),
        "report.en.html": plan.to_html("en"),
        "report.fr.html": plan.to_html("fr"),
    }
    return {name: text.encode() for name, text in files.items()}, plan.digest()


def test_there_are_cases() -> None:
    assert CASES


@pytest.mark.parametrize("name", CASES)
def test_golden_answers_are_reproduced(name: str) -> None:
    case = GOLDEN / name
    files, digest = answer(case)
    expected = json.loads((case / "digests.json").read_bytes())
    found = {file: hashlib.sha256(content).hexdigest() for file, content in files.items()}
    assert {"plan": digest, **found} == expected
    for file, content in files.items():
        committed = case / file
        assert not committed.exists() or committed.read_bytes() == content, file
