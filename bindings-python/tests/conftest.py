"""What the tests share: a small document, the shipped company, and their plans."""

import datetime as dt
import hashlib
import json
import typing
from pathlib import Path
from typing import Any

import pytest

import entretien

ROOT = Path(__file__).resolve().parents[2]
COMPANY = ROOT / "examples" / "data" / "company"
REVIEW_DIGESTS = json.loads((ROOT / "tests" / "golden" / "review" / "digests.json").read_bytes())
YEAR = {
    "as_of": dt.date(2026, 1, 1),
    "start": dt.date(2026, 1, 1),
    "end": dt.date(2027, 1, 1),
}


def document(**changes: Any) -> dict[str, Any]:
    """A server restored every quarter; `changes` replace or add fields."""
    return {
        "format": "entretien/engagement",
        "format_version": "1.0",
        "provider": {"name": "Atelier"},
        "customer": {"name": "Usine"},
        "time_zone": "Europe/Paris",
        "begin": "2026-01-05",
        "assets": [{"id": "srv-1", "category": "server"}],
        "tasks": [
            {
                "id": "restore",
                "title": {"en": "Restore test", "fr": "Test de restauration"},
                "duration_minutes": 60,
                "mode": "remote",
                "skill": "backup",
                "every": {"count": 3, "unit": "month"},
            }
        ],
    } | changes


def plan_of(**changes: Any) -> entretien.Plan:
    """The year 2026 of `document(**changes)`."""
    return entretien.Engagement.from_dict(document(**changes)).plan(**YEAR)


def many(count: int) -> list[dict[str, Any]]:
    """`count` servers."""
    return [{"id": f"srv-{number:06}", "category": "server"} for number in range(count)]


def sha256(content: str | bytes) -> str:
    return hashlib.sha256(content.encode() if isinstance(content, str) else content).hexdigest()


def forms(document: entretien.Deliverable) -> dict[str, str]:
    """The digests of every form of a document, as tests/review/golden.rs says."""
    return {
        "digest": document.digest(),
        "json": sha256(document.to_json()),
        "html": sha256(document.to_html()),
        "markdown": sha256(document.to_markdown()),
        "xlsx": sha256(document.to_xlsx()),
        "csv": sha256("".join(f"{name}\n{text}\n" for name, text in document.to_csv().items())),
        "ics": sha256("".join(document.to_ics())),
    }


def variant(value: Any, known: list[Any], place: str) -> Any:
    """Which of several types `value` is of; records are told apart by a field with one code."""
    for one in known:
        if not typing.is_typeddict(one):
            if type(value) is (typing.get_origin(one) or one):
                return one
            continue
        hints = {
            key: typing.get_args(hint)
            for key, hint in typing.get_type_hints(one).items()
            if typing.get_origin(hint) is typing.Literal
        }
        codes = {key: code for key, (code, *others) in hints.items() if not others}
        if type(value) is dict and codes.items() <= value.items():
            return one
    return pytest.fail(f"{place}: {value!r} is none of {known}")


def check_type(value: Any, hint: Any, place: str) -> set[str]:
    """That `value` is what `hint` says, with its very keys; gives the names of the types met."""
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if typing.is_typeddict(hint):
        assert type(value) is dict, place
        assert hint.__required_keys__ <= value.keys() <= hint.__annotations__.keys(), place
        hints = typing.get_type_hints(hint)
        inner = [check_type(item, hints[key], f"{place}/{key}") for key, item in value.items()]
        return {hint.__name__}.union(*inner)
    if origin is list:
        assert type(value) is list, place
        rows = [check_type(item, arguments[0], f"{place}/{n}") for n, item in enumerate(value)]
        return set().union(*rows)
    if origin is typing.Literal:
        assert value in arguments, place
    elif arguments:  # one of several types, or None
        if value is None:
            assert type(None) in arguments, place
            return set()
        known = [one for one in arguments if one is not type(None)]
        of = known[0] if len(known) == 1 else variant(value, known, place)
        return check_type(value, of, place)
    else:
        assert type(value) is hint, place
        if isinstance(value, dt.datetime):
            assert value.utcoffset() is not None, place
    return set()


@pytest.fixture
def plan() -> entretien.Plan:
    return plan_of()


@pytest.fixture(scope="session")
def company_inventory() -> entretien.Inventory:
    return entretien.inventory.read_glpi(COMPANY / "inventory")


@pytest.fixture(scope="session")
def company(company_inventory: entretien.Inventory) -> entretien.Engagement:
    return entretien.Engagement.from_file(COMPANY / "engagement.json", company_inventory)


@pytest.fixture(scope="session")
def log() -> entretien.Log:
    """What happened at the company."""
    incidents = entretien.Log.from_incidents((COMPANY / "log" / "incidents.csv").read_bytes())
    works = entretien.Log.from_interventions((COMPANY / "log" / "works.csv").read_bytes())
    return entretien.Log.merged([incidents, works])


@pytest.fixture(scope="session")
def company_plan(company: entretien.Engagement) -> entretien.Plan:
    begin = dt.date(2026, 1, 5)
    return entretien.plan(company, as_of=begin, start=begin, end=dt.date(2027, 1, 5))
