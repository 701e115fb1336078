"""Downtime and indicators through Python."""

import array
import datetime as dt
import json
import typing
from typing import Any

import numpy as np
import polars as pl
import pyarrow as pa
import pytest

import entretien
from conftest import check_type, document
from entretien import _kpi_answers, _types, kpi
from entretien.intervention import Log

UTC = dt.timezone.utc  # noqa: UP017
HOUR = 3_600
INCIDENTS = b"""id,asset,site,category,opened,resolved,priority
I-1,srv-1,Lyon,disk,2026-01-02T10:00Z,2026-01-02T12:00Z,1
I-2,srv-1,Lyon,disk,2026-01-02T11:00Z,2026-01-02T13:00Z,1
I-3,srv-1,Lyon,disk,2026-02-03T08:00Z,2026-02-03T18:00Z,2
I-4,moon,Lyon,disk,2026-02-03T08:00Z,2026-02-03T18:00Z,2
"""
DAYS: dict[str, Any] = {
    "start": dt.date(2026, 1, 1),
    "end": dt.date(2026, 3, 1),
    "as_of": dt.date(2026, 3, 31),
}


@pytest.fixture
def engagement() -> entretien.Engagement:
    return entretien.Engagement.from_dict(document())


@pytest.fixture
def log() -> Log:
    return Log.from_incidents(INCIDENTS)


def code(ask: Any) -> str:
    with pytest.raises(entretien.Error) as caught:
        ask()
    return caught.value.code


def test_definitions_in_both_languages() -> None:
    english, french = kpi.definitions(), kpi.definitions("fr")
    check_type(english, list[_kpi_answers.DefinitionRow], "definitions")
    ids = [row["id"] for row in english]
    assert ids == list(typing.get_args(_kpi_answers.Indicator))
    assert [row["id"] for row in french] == ids
    assert english[0]["title"] == "mean operating time between failures (MTBF)"
    assert french[0]["title"] == "temps moyen de fonctionnement entre pannes (MTBF)"


def test_downtime_of_one_asset() -> None:
    week = kpi.downtime((0, 10_080), [(100, 400), (200, 300), (350, None)], planned=[(0, 150)])
    check_type(week, _kpi_answers.Downtime, "Downtime")
    assert (week["down_time"], week["required_time"], week["open"]) == (9_930, 9_930, 1)
    day = dt.datetime(2026, 1, 1, tzinfo=UTC)
    hour = dt.timedelta(hours=1)
    timed = kpi.downtime((day, day + 24 * hour), [(day + hour, day + 2 * hour)])
    assert (timed["down_time"], timed["window_time"]) == (HOUR, 24 * HOUR)
    assert code(lambda: kpi.downtime((10, 0), [])) == "KPI-001"
    assert code(lambda: kpi.downtime((0, 2**53), [])) == "KPI-002"
    with pytest.raises(TypeError, match="integers beside integers"):
        kpi.downtime((0, 10), [(day, None)])


ASSETS, BEGINS, ENDS = [1, 1, 0, 1], [100, 50, 900, 950], [200, 150, 950, None]


def check(found: kpi.FleetDowntime) -> None:
    assert len(found) == 3
    assert [found[asset]["down_time"] for asset in range(3)] == [50, 200, 0]
    assert (found.fleet["failures"], found.fleet["open"], found.fleet["closed"]) == (4, 1, 3)
    assert found.availability == 2_750 / 3_000
    assert found.mtbf == 2_750 / 4
    assert found.mttr == 250 / 3
    rows = pl.DataFrame(found)
    assert rows["asset"].to_list() == [0, 1, 2]
    assert rows["mtbf"].to_list() == [950.0, 800 / 3, None]
    assert rows["mttr"].to_list() == [50.0, 100.0, None]
    assert rows["availability"].to_list() == [0.95, 0.8, 1.0]
    table = pa.table(found)
    assert table.schema.field("down_time").type == pa.int64()
    names = [name for name in table.column_names if name in _kpi_answers.Downtime.__annotations__]
    for asset, row in enumerate(table.select(names).to_pylist()):
        assert row == found[asset]


def test_fleet_by_arrow() -> None:
    columns: dict[str, Any] = {
        "assets": pa.array(ASSETS, pa.uint32()),
        "begins": pa.array(BEGINS, pa.int64()),
        "ends": pa.array(ENDS, pa.int64()),
    }
    check(kpi.fleet_downtime(**columns, window=(0, 1_000), asset_count=3))
    longer: dict[str, Any] = {
        name: pa.concat_arrays([column, column]) for name, column in columns.items()
    }
    sliced: dict[str, Any] = {name: column.slice(4) for name, column in longer.items()}
    check(kpi.fleet_downtime(**sliced, window=(0, 1_000), asset_count=3))
    chunked: dict[str, Any] = {
        name: pa.chunked_array([column.slice(0, 1), column.slice(1)])
        for name, column in columns.items()
    }
    check(kpi.fleet_downtime(**chunked, window=(0, 1_000), asset_count=3))
    series: dict[str, Any] = {name: pl.Series(column) for name, column in columns.items()}
    check(kpi.fleet_downtime(**series, window=(0, 1_000), asset_count=3))


@pytest.mark.parametrize("unit", ["s", "ms", "us", "ns"])
def test_fleet_by_timestamps(unit: Any) -> None:
    kind = pa.timestamp(unit, "UTC")
    scale = {"s": 1, "ms": 1_000, "us": 1_000_000, "ns": 1_000_000_000}[unit]

    def column(values: list[Any]) -> Any:
        scaled = [None if value is None else value * scale for value in values]
        return pa.array(scaled, pa.int64()).cast(kind)

    window = tuple(dt.datetime.fromtimestamp(at, UTC) for at in (0, 1_000))
    found = kpi.fleet_downtime(
        pa.array(ASSETS, pa.uint32()),
        column(BEGINS),
        column(ENDS),
        window=(window[0], window[1]),
        asset_count=3,
    )
    check(found)


def test_fleet_by_buffers() -> None:
    begins, ends = np.array(BEGINS), np.array([200, 150, 950, 1_000])
    found = kpi.fleet_downtime(np.array(ASSETS, np.uint32), begins, ends, window=(0, 1_000))
    assert (len(found), found.fleet["open"], found.fleet["down_time"]) == (2, 0, 250)
    plain = kpi.fleet_downtime(
        array.array("I", ASSETS), array.array("q", BEGINS), array.array("q", ends), (0, 1_000)
    )
    assert plain.fleet == found.fleet
    present = (np.array([0, 100]), np.array([1_000, 1_000]))
    partly = kpi.fleet_downtime(
        np.array(ASSETS, np.uint32),
        begins,
        ends,
        window=(0, 1_000),
        present=present,
        planned=[(1, 100, 120)],
        common=[(900, 910)],
    )
    assert [partly[asset]["required_time"] for asset in (0, 1)] == [990, 870]
    assert [partly[asset]["down_time"] for asset in (0, 1)] == [40, 130]
    assert repr(plain) == "<FleetDowntime: 2 assets, 4 failures, 250 down of 2000>"
    with pytest.raises(IndexError):
        plain[2]


def test_fleet_refuses_what_cannot_be() -> None:
    assets, begins, ends = np.array([1], np.uint32), np.array([5]), np.array([9])
    window = (0, 10)

    def ask(**changes: Any) -> Any:
        usual: dict[str, Any] = {"assets": assets, "begins": begins, "ends": ends, "window": window}
        return lambda: kpi.fleet_downtime(**(usual | changes))

    assert code(ask(ends=np.array([1]))) == "KPI-001"
    assert code(ask(window=(10, 0))) == "KPI-001"
    assert code(ask(begins=np.array([-(2**60)]))) == "KPI-002"
    assert code(ask(ends=np.array([9, 9]))) == "KPI-003"
    assert code(ask(asset_count=1)) == "KPI-004"
    with pytest.raises(TypeError, match="unsigned 32-bit"):
        ask(assets=np.array([1]))()
    with pytest.raises(TypeError, match="64-bit integers or timestamps"):
        ask(begins=np.array([1.0]))()
    with pytest.raises(TypeError, match="64-bit integers or timestamps"):
        ask(begins=[5])()
    with pytest.raises(ValueError, match="only `ends`"):
        ask(begins=pa.array([None], pa.int64()))()
    with pytest.raises(ValueError, match="nulls"):
        ask(assets=pa.array([None], pa.uint32()))()
    with pytest.raises(ValueError, match="one dimension"):
        ask(begins=np.zeros((1, 1), np.int64))()
    stamps = pa.array([5], pa.timestamp("s"))
    with pytest.raises(TypeError, match="all integers, or all timestamps"):
        ask(begins=stamps)()
    with pytest.raises(TypeError, match="integers beside integers"):
        ask(begins=stamps, ends=stamps)()


def test_kpis_of_an_engagement(engagement: entretien.Engagement, log: Log) -> None:
    kpis = engagement.kpis(log, **DAYS, grain="month", with_plan=False)
    assert kpis.groups == [[]]
    assert kpis.dimensions == []
    assert [begin.isoformat() for begin, _ in kpis.windows] == [
        "2025-12-31T23:00:00+00:00",
        "2026-01-31T23:00:00+00:00",
    ]
    assert kpis.as_of == dt.datetime(2026, 3, 31, 22, tzinfo=UTC)
    assert (kpis.currency, kpis.confidence, kpis.strange_assets) == ("EUR", 0.95, 1)
    assert (kpis.undated, kpis.cancelled, kpis.unended) == (0, 0, 0)
    mtbf = kpis.answer(0, 0, "mtbf")
    check_type(mtbf, _kpi_answers.KpiAnswer, "KpiAnswer")
    assert mtbf["value"] == (31 * 24 - 3) / 2
    assert kpis.total(0, 0, "failures") == 2
    assert kpis.total(0, 0, "available_minutes") is None
    assert kpis.answer(0, 1, "operational_availability")["value"] == 1 - 10 / (28 * 24)
    rows = kpis.answers("mttr")
    check_type(rows, list[_types.KpiRow], "rows")
    assert [(row["window"], row["value"]) for row in rows] == [(0, 2.0), (1, 10.0)]
    frame = pl.DataFrame(kpis.to_arrow("mttr"))
    assert frame["value"].to_list() == [2.0, 10.0]
    assert frame["begin"].dt.convert_time_zone("UTC").to_list() == [a for a, _ in kpis.windows]
    assert pa.table(kpis).num_rows == len(kpis.to_arrow()) == len(kpis.answers())
    assert kpis.to_arrow().column_names == pa.table(kpis).column_names
    parsed = json.loads(kpis.to_json())
    assert len(parsed["groups"][0]["windows"]) == 2
    assert len(kpis.digest) == 64
    assert repr(kpis) == "<Kpis: 1 groups by nothing, 2 windows>"
    assert "mttr" in kpis._repr_html_() or "more" in kpis._repr_html_()


def test_questions_to_kpis(engagement: entretien.Engagement, log: Log) -> None:
    kpis = engagement.kpis(log, **DAYS, grain="month", dimensions=["priority"], with_plan=False)
    assert kpis.dimensions == ["priority"]
    assert kpis.groups == [["1"], ["2"]]
    assert kpis.find(["2"]) == 1
    assert kpis.find([None]) is None
    percentile = kpis.resolution_percentile(0, 0, 0.5)
    assert percentile == {"share": 0.5, "value": 7_200.0, "count": 2}
    trend = kpis.trend(0, "mtbf")
    check_type(trend, _kpi_answers.Trend, "Trend")
    change = kpis.change(1, 0, 1, "mean_resolution")
    check_type(change, _kpi_answers.KpiChange, "KpiChange")
    assert change["verdict"] == "untested"
    pareto = kpis.pareto(0, "opened_tickets")
    check_type(pareto, _kpi_answers.Pareto, "Pareto")
    assert [(row["key"], row["amount"]) for row in pareto["rows"]] == [(["1"], 2)]
    assert pl.DataFrame(kpis)["priority"].unique(maintain_order=True).to_list() == ["1", "2"]
    assert code(lambda: kpis.answer(9, 0, "mtbf")) == "KPI-007"
    assert code(lambda: kpis.total(9, 0, "failures")) == "KPI-007"
    assert code(lambda: kpis.resolution_percentile(0, 0, 2.0)) == "REN-012"
    with pytest.raises(ValueError, match="indicator must be"):
        kpis.answer(0, 0, "luck")  # type: ignore[arg-type]


def test_bad_questions_have_codes(engagement: entretien.Engagement, log: Log) -> None:
    def ask(**changes: Any) -> Any:
        return lambda: engagement.kpis(log, **(DAYS | changes))

    assert code(ask(end=dt.date(2026, 1, 1))) == "PLAN-001"
    assert code(ask(currency="EURO")) == "DOC-009"
    assert code(ask(calendar="moon")) == "DOC-013"
    assert code(ask(grace_percent=101)) == "KPI-006"
    assert code(ask(dimensions=["site", "site"])) == "KPI-005"
    assert code(ask(totals=[(["Lyon"], 0, "failures", 1)])) == "KPI-007"
    assert code(ask(confidence=1.0)) == "REN-012"


def test_accumulators_merge(engagement: entretien.Engagement, log: Log) -> None:
    question: dict[str, Any] = DAYS | {"dimensions": ["site"]}
    totals: list[Any] = [(["Lyon"], 0, "opened_tickets", 0)]
    whole = engagement.kpi_accumulator(**question, totals=totals)
    whole.push_log(log)
    lines = INCIDENTS.splitlines(keepends=True)
    parts = []
    for line in lines[1:]:
        part = engagement.kpi_accumulator(**question)
        part.push_log(Log.from_incidents(lines[0] + line))
        parts.append(part)
    merged = engagement.kpi_accumulator(**question, totals=totals)
    for part in reversed(parts):
        merged.merge(merged.from_bytes(part.to_bytes()))
    assert merged.to_bytes() == whole.to_bytes()
    assert merged.question == whole.question
    assert merged.answers().digest == whole.answers().digest
    kpis = engagement.kpis(log, **question, totals=totals, with_plan=False)
    assert kpis.digest == whole.answers().digest
    assert whole.answers(confidence=0.5).confidence == 0.5
    other = engagement.kpi_accumulator(**DAYS)
    assert code(lambda: other.merge(whole)) == "KPI-008"
    assert code(lambda: other.from_bytes(whole.to_bytes())) == "KPI-008"
    assert code(lambda: other.from_bytes(b"[]")) == "KPI-009"
    assert repr(other) == "<KpiAccumulator: 1 windows, 0 dimensions, 1 assets>"


def test_advice_has_its_evidence_and_effect(engagement: entretien.Engagement, log: Log) -> None:
    kpis = engagement.kpis(log, **DAYS, with_plan=False)
    rules: dict[str, Any] = {
        "format": "entretien/advice",
        "format_version": "1.0",
        "shipped": False,
        "rules": [
            {
                "id": "slow",
                "title": {"en": "More often"},
                "indicator": "mean_resolution",
                "above_thousandths": 1_000,
                "measure": "raise_frequency",
                "interval_multiplier": 1,
                "interval_divisor": 3,
                "source": {"en": "House rule"},
            }
        ],
    }
    (advice,) = kpis.advice(rules)
    check_type(advice, _kpi_answers.Advice, "Advice")
    assert advice["evidence"]["answer"]["value"] == 6.0
    days = {"as_of": DAYS["as_of"], "start": dt.date(2026, 4, 1), "end": dt.date(2027, 4, 1)}
    (row,) = engagement.advise(kpis, **days, rules=rules)
    check_type(row, _kpi_answers.AdviceRow, "AdviceRow")
    assert row["effect"]["tasks"] == [["restore", "P3M", "P1M"]]
    assert row["effect"]["after"]["occurrences"] > row["effect"]["before"]["occurrences"]
    check_type(kpis.advice(), list[_kpi_answers.Advice], "shipped")
    assert code(lambda: kpis.advice({**rules, "without": ["moon"]})) == "AUD-014"
