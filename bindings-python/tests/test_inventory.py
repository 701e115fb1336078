import datetime as dt
import json
import os
import signal
from pathlib import Path

import pytest

import entretien
from conftest import COMPANY
from entretien.inventory import Inventory, read_bytes, read_glpi


def computer(name: str, **bios: str) -> bytes:
    content = {"hardware": {"name": name, "chassis_type": "Notebook"}, "bios": bios}
    return json.dumps({"deviceid": name, "itemtype": "Computer", "content": content}).encode()


def summary(inventory: Inventory) -> tuple[object, ...]:
    """Everything that an inventory says."""
    return (
        [(asset.id, asset.name, asset.category, asset.serial) for asset in inventory.assets],
        inventory.diagnostics,
        inventory.refused,
        inventory.passed_over,
        [(twin.kind, twin.value, twin.assets, twin.sources) for twin in inventory.duplicates],
        inventory.attached,
        inventory.unused,
        inventory.files_read,
    )


def test_a_folder_is_walked_in_name_order(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "pc-2.json").write_bytes(computer("pc-2"))
    (tmp_path / "c.json").write_bytes(computer("pc-3"))
    (tmp_path / "a.json").write_bytes(computer("pc-1"))
    (tmp_path / "b" / "bad.json").write_bytes(b"{")
    (tmp_path / "note.txt").write_text("not an inventory", encoding="utf-8")
    calls: list[tuple[int, int]] = []
    inventory = read_glpi(tmp_path, progress=lambda done, total: calls.append((done, total)))
    assert [asset.id for asset in inventory.assets] == ["pc-1", "pc-2", "pc-3"]
    assert len(inventory) == 3
    assert inventory.files_read == 3
    assert [(fault.source, fault.code) for fault in inventory.refused] == [
        ("b/bad.json", "TAK-050")
    ]
    assert [(fault.source, fault.code) for fault in inventory.passed_over] == [
        ("note.txt", "TAK-051")
    ]
    assert calls == [(done, 5) for done in range(1, 6)]


def test_paths_can_be_listed_in_any_order() -> None:
    files = sorted((COMPANY / "inventory").iterdir())
    folder = read_glpi(str(COMPANY / "inventory"))
    assert summary(read_glpi(files)) == summary(folder)
    assert summary(read_glpi(reversed(files))) == summary(folder)
    in_memory = {file.name: file.read_bytes() for file in reversed(files)}
    assert summary(read_bytes(in_memory)) == summary(folder)


def test_the_shipped_company_is_taken_over(company_inventory: Inventory) -> None:
    assert len(company_inventory) > 60
    assert company_inventory.refused == []
    assert company_inventory.passed_over == []
    assert {fault.code for fault in company_inventory.diagnostics} >= {"TAK-001", "TAK-002"}
    by_id = {asset.id: asset for asset in company_inventory.assets}
    server = by_id["LYO-SRV-01"]
    assert server.category == "server"
    assert isinstance(server.last_inventory, dt.date)
    assert isinstance(server.memory_mib, int)
    assert any(drive.total_mib for drive in server.drives)
    assert all(program.name for program in server.software)
    minor, currency = server.price or (0, "")
    assert minor > 0
    assert currency == "EUR"
    assert by_id["NTE-PC-02"].serial is None
    assert any(twin.kind == "serial" and not twin.merged for twin in company_inventory.duplicates)


def test_facts_and_inventories_are_recognised_by_content() -> None:
    inventory = read_bytes(
        {
            "one.json": computer("pc-1", ssn="To be filled by O.E.M."),
            "two.csv": b"name,site,criticality\npc-1,lyon,high\n",
        }
    )
    [asset] = inventory.assets
    assert (asset.site, asset.criticality, asset.serial) == ("lyon", "high", None)
    assert [(fault.code, fault.source) for fault in inventory.diagnostics] == [
        ("TAK-002", "one.json")
    ]


def test_an_engagement_carries_what_the_inventory_said() -> None:
    inventory = read_bytes({"bad.json": b"{", "note.txt": b"x", "pc.json": computer("pc-1")})
    engagement = entretien.Engagement.shipped(inventory, dt.date(2026, 1, 5))
    assert {fault.code for fault in engagement.refused} == {"TAK-050", "TAK-051"}


def test_an_error_of_the_callback_stops_the_reading() -> None:
    seen = []

    def progress(done: int, _total: int) -> None:
        seen.append(done)
        if done == 2:
            message = "enough"
            raise LookupError(message)

    files = {f"{number}.json": computer(f"pc-{number}") for number in range(5)}
    with pytest.raises(LookupError, match="enough"):
        read_bytes(files, progress)
    assert seen == [1, 2]


def test_interrupting_stops_between_files() -> None:
    # A shell that starts a process in the background has it ignore the signal.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    done = []

    def progress(count: int, _total: int) -> None:
        done.append(count)
        if count == 3:
            os.kill(os.getpid(), signal.SIGINT)

    files = {f"{number}.json": computer(f"pc-{number}") for number in range(1000)}
    with pytest.raises(KeyboardInterrupt):
        read_bytes(files, progress)
    assert len(done) <= 4


def test_missing_paths_are_os_errors(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        read_glpi(tmp_path / "none")
    with pytest.raises(FileNotFoundError):
        read_glpi([tmp_path / "none.json"])


def test_names_need_not_be_utf8(tmp_path: Path) -> None:
    name = b"\xff.json".decode("utf-8", "surrogateescape")
    (tmp_path / name).write_bytes(b"{")
    [fault] = read_glpi(tmp_path).refused
    assert fault.source == "\N{REPLACEMENT CHARACTER}.json"


@pytest.mark.parametrize("files", [{"a": "text"}, {1: b"x"}, {"a": None}])
def test_files_are_bytes_by_name(files: dict[str, bytes]) -> None:
    with pytest.raises(TypeError):
        read_bytes(files)


@pytest.mark.parametrize(
    "junk", [b"", b"\x00" * 1000, b"\xff\xfe\x00", b"[" * 100_000, b"{" * 1000]
)
def test_junk_is_told_and_kept_out(junk: bytes) -> None:
    inventory = read_bytes({"junk": junk, "pc.json": computer("pc-1")})
    assert [asset.id for asset in inventory.assets] == ["pc-1"]
    assert len(inventory.refused) + len(inventory.passed_over) >= 1


def test_an_inventory_shows_itself() -> None:
    inventory = read_bytes({"pc.json": computer("pc <b>1</b>")})
    assert repr(inventory) == "<Inventory: 1 assets of 1 files, 0 refused, 0 diagnostics>"
    html = inventory._repr_html_()
    assert "<b>" not in html
    assert "pc &lt;b&gt;1&lt;/b&gt;" in html
