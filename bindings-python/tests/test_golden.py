"""The answers that Rust, Python and JavaScript give to the same requests, byte for byte.

A case is a folder of `tests/golden` with a request: see `tests/golden.rs`, which writes them.
"""

import datetime as dt
import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

import entretien
from conftest import ROOT, document

GOLDEN = ROOT / "tests" / "golden"
CASES = sorted(path.parent.name for path in GOLDEN.glob("*/request.json"))


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


def test_a_small_difference_is_that_of_rust() -> None:
    """The engagement and changes are those of `tests/plan_diff.rs`."""
    work = {"title": {"en": "T"}, "duration_minutes": 30}
    dust = work | {
        "id": "dust",
        "every": "quarterly",
        "mode": "on_site",
        "applies_to": {"categories": ["server"]},
        "tolerance": {"late_days": 3},
    }
    moving = work | {
        "id": "moving",
        "every": "monthly",
        "counting": "from_completion",
        "applies_to": {"categories": ["printer", "server"]},
    }
    hour = {"skill": "general", "price": {"minor": 6000, "currency": "EUR"}}
    engagement = entretien.Engagement.from_dict(
        document(
            sites=[{"id": "lyon", "name": "Lyon"}, {"id": "nantes", "name": "Nantes"}],
            assets=[{"id": "srv-1", "category": "server", "site": "lyon"}],
            tasks=[dust, moving],
            rates={"hourly": [hour]},
        )
    )
    window = {
        "id": "works",
        "kind": "blackout",
        "reason": {"en": "Works", "fr": "Travaux"},
        "periods": [{"start": "2026-04-06", "end": "2026-04-08"}],
    }
    changes: list[dict[str, Any]] = [
        {"asset": {"id": "prn-1", "category": "printer", "site": "nantes"}},
        {"event": {"id": "e1", "day": "2026-01-05", "cancelled": "moving/srv-1/1"}},
        {"window": window},
    ]
    as_of, start, end = dt.date(2026, 1, 10), dt.date(2026, 1, 1), dt.date(2026, 5, 1)
    diff = engagement.what_if(changes, as_of=as_of, start=start, end=end).diff

    def committed(name: str) -> str:
        return (GOLDEN.parent / "data" / "plan" / "diff" / name).read_text(encoding="utf-8")

    assert diff.to_json().replace('{"id":', '\n{"id":') + "\n" == committed("small.json")
    assert "".join(f"{line}\n" for line in diff.texts()) == committed("small.en.txt")
    assert "".join(f"{line}\n" for line in diff.texts("fr")) == committed("small.fr.txt")
