"""What the tests share: a small document, the shipped company, and their plans."""

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

import entretien

ROOT = Path(__file__).resolve().parents[2]
COMPANY = ROOT / "examples" / "data" / "company"
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
def company_plan(company: entretien.Engagement) -> entretien.Plan:
    begin = dt.date(2026, 1, 5)
    return entretien.plan(company, as_of=begin, start=begin, end=dt.date(2027, 1, 5))
