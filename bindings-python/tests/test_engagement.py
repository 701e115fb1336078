import datetime as dt
import json
from collections import OrderedDict
from pathlib import Path
from types import MappingProxyType

import pytest

import entretien
from conftest import YEAR, document, plan_of


def test_text_bytes_and_values_give_the_same_plan(tmp_path: Path) -> None:
    text = json.dumps(document())
    path = tmp_path / "engagement.json"
    path.write_text(text, encoding="utf-8")
    read = entretien.Engagement
    engagements = [
        read.from_json(text),
        read.from_json(text.encode()),
        read.from_json(bytearray(text.encode())),
        read.from_dict(document()),
        read.from_dict(OrderedDict(document())),
        read.from_dict(MappingProxyType(document(begin=dt.date(2026, 1, 5)))),
        read.from_file(path),
        read.from_file(str(path)),
    ]
    assert len({engagement.plan(**YEAR).digest() for engagement in engagements}) == 1


def test_the_engagement_tells_what_it_holds() -> None:
    engagement = entretien.Engagement.from_dict(document())
    assert (engagement.provider, engagement.customer) == ("Atelier", "Usine")
    assert engagement.begin == dt.date(2026, 1, 5)
    assert engagement.diagnostics == []
    assert engagement.refused == []
    assert repr(engagement) == (
        "<Engagement: 'Atelier' for 'Usine' from 2026-01-05, 1 assets, 1 tasks>"
    )
    [asset] = engagement.assets
    assert (asset.id, asset.name, asset.category, asset.site) == (
        "srv-1",
        "srv-1",
        "server",
        "unknown",
    )
    [task] = engagement.tasks
    assert (task.id, task.every, task.duration_minutes, task.skill, task.mode) == (
        "restore",
        "P3M",
        60,
        "backup",
        "remote",
    )
    assert (task.title(), task.title("fr")) == ("Restore test", "Test de restauration")


def test_what_nobody_knows_is_none() -> None:
    [asset] = entretien.Engagement.from_dict(document()).assets
    assert asset.criticality is None
    assert asset.usage is None
    assert asset.serial is None
    assert asset.memory_mib is None
    assert asset.warranty_end is None
    assert asset.price is None
    assert asset.antivirus is None
    assert asset.tags == []
    assert asset.software == []


def test_the_checker_accepts_the_plan_and_no_other() -> None:
    engagement = entretien.Engagement.from_dict(document())
    assert engagement.check(engagement.plan(**YEAR)) == []
    other = plan_of(begin="2026-01-06")
    faults = engagement.check(other)
    assert faults
    assert {fault.code for fault in faults} == {"PLAN-005"}


def test_shipped_rules_need_no_document() -> None:
    inventory = entretien.inventory.read_bytes({"srv-1.json": glpi("srv-1")})
    engagement = entretien.Engagement.shipped(inventory, dt.date(2026, 1, 5))
    assert engagement.begin == dt.date(2026, 1, 5)
    assert len(engagement.tasks) == len(entretien.catalogue())
    assert len(engagement.plan(**YEAR)) > 0


def glpi(name: str) -> bytes:
    content = {"hardware": {"name": name, "chassis_type": "Rack Mount Chassis"}}
    return json.dumps({"deviceid": name, "itemtype": "Computer", "content": content}).encode()


def test_an_estate_without_assets_has_no_shipped_plan() -> None:
    empty = entretien.inventory.read_bytes({})
    with pytest.raises(entretien.Error) as refusal:
        entretien.Engagement.shipped(empty, dt.date(2026, 1, 5))
    assert refusal.value.code == "TAK-057"


def test_the_catalogue_is_bilingual() -> None:
    tasks = entretien.catalogue()
    assert len(tasks) >= 30
    assert [task.id for task in tasks] == sorted(task.id for task in tasks)
    for task in tasks:
        assert task.title("en")
        assert task.title("fr")
        assert len(task.checks_before("en")) == len(task.checks_before("fr"))
        assert len(task.checks_after("en")) == len(task.checks_after("fr"))


def test_objects_are_frozen(plan: entretien.Plan) -> None:
    engagement = entretien.Engagement.from_dict(document())
    objects = [engagement, engagement.assets[0], engagement.tasks[0], plan, plan[0]]
    for thing in objects:
        with pytest.raises(AttributeError):
            thing.id = "other"  # type: ignore[attr-defined]
