"""The very bits of Rust: every figure of every oracle, hashed as tests/bits/main.rs says."""

import datetime as dt
import hashlib
import json
import os
import struct
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

import entretien
from conftest import ROOT, document
from entretien import kpi, reliability, renewal
from entretien.intervention import Log
from entretien.reliability import History, Lifetime

SHARED = Path(os.environ.get("ENTRETIEN_SHARED", ROOT.parent / "shared"))
ORACLES = SHARED / "vectors" / "oracles.json"
BITS = ROOT / "tests" / "data" / "bits"
DIGESTS: dict[str, str] = json.loads((BITS / "digests.json").read_bytes())
INPUTS: list[tuple[str, Any, int]] = json.loads((BITS / "measures.json").read_bytes())["inputs"]

Item = dict[str, Any]


def leaves(place: str, value: Any) -> Iterator[str]:
    """A line for each leaf: `place=value`."""
    below = f"{place}/" if place else ""
    match value:
        case None:
            return
        case bool():
            yield f"{place}={str(value).lower()}\n"
        case int() | float():
            yield f"{place}={struct.pack('>d', value).hex()}\n"
        case str():
            yield f"{place}={value}\n"
        case dict():
            for name in sorted(value):
                yield from leaves(f"{below}{name}", value[name])
        case list() | tuple():
            for index, element in enumerate(value):
                yield from leaves(f"{below}{index}", element)
        case _:
            pytest.fail(f"{place}: {type(value)}")


def bits(answer: Any) -> str:
    return "".join(leaves("", answer))


def lifetime(item: Item) -> Lifetime:
    """The law named at the top of an item or below `lifetime`."""
    laws = item | item.get("lifetime", {})
    name = next(name for name in ("weibull", "erlang", "uniform", "normal") if name in laws)
    given = laws[name]
    parameters = list(given.values()) if isinstance(given, dict) else given
    law: Lifetime = getattr(Lifetime, name)(*parameters)
    return law


def costs(item: Item) -> tuple[float, float]:
    return item["cost_preventive"], item["cost_corrective"]


def weibull(item: Item) -> Any:
    lives = item["failures"], item["right_censored"]
    age, more = (lives[0] + lives[1])[:2]
    intervals = reliability.weibull_intervals(*lives)
    assert intervals is not None
    profile = reliability.weibull_profile(
        *lives, shares=[0.1], ages=[age], conditional=[(age, more)]
    )
    return {
        "estimate": reliability.weibull_fit(*lives),
        "shape": intervals[0],
        "scale": intervals[1],
        "figures": profile["figures"],
    }


def trend(item: Item) -> Any:
    times, end = item["event_times"], item["truncation_time"]
    histories = [History(times, end), *[History([], end)] * (item["systems"] - 1)]
    return {
        "law": reliability.power_law(histories, 0.9),
        "laplace": reliability.laplace(histories),
        "mil": reliability.mil_handbook(histories),
        "series": reliability.mann_kendall(times),
    }


def mean_number(item: Item) -> Any:
    histories = [History(system["events"], system["end"]) for system in item["systems"]]
    rows = [dict(step) for step in reliability.mean_cumulative_function(histories)]
    return [{"interval": row.pop("interval"), "step": row} for row in rows]


def age_replacement(item: Item) -> Any:
    life = lifetime(item)
    try:
        repair = reliability.minimal_repair(life, *costs(item))
    except entretien.Error:
        repair = None
    return {"age": reliability.age_replacement(life, *costs(item)), "repair": repair}


def economic_life(item: Item) -> Any:
    produced = item["productivity_by_month"]
    losses = [produced[0] - month for month in produced]
    return renewal.economic_life(item["replacement_cost"], losses)


def edge_case(item: Item) -> Any:
    window, incidents, planned = item["window"], item["incidents"], item["planned"]
    times = kpi.downtime(
        tuple(window), [tuple(one) for one in incidents], [tuple(one) for one in planned]
    )
    # The same asset as a fleet of one, whose table has the quotients.
    fleet = kpi.fleet_downtime(
        pa.array([0] * len(incidents), pa.uint32()),
        pa.array([begin for begin, _ in incidents], pa.int64()),
        pa.array([end for _, end in incidents], pa.int64()),
        window=tuple(window),
        asset_count=1,
        common=[tuple(one) for one in planned],
    )
    assert fleet[0] == times
    (row,) = pa.table(fleet).to_pylist()
    quotients = {name: row[name] for name in ("availability", "mtbf", "mtbf_episodes", "mttr")}
    up, failures = times["up_time"], times["failures"]
    bounds = reliability.mtbf_interval(up, failures, 0.9) if up > 0 else None
    return {"times": times, "bounds": bounds} | quotients


def ask(log: Log, **question: Any) -> kpi.Kpis:
    nothing = document(assets=[], time_zone="UTC")
    return entretien.Engagement.from_dict(nothing).kpis(log, with_plan=False, **question)


def compliance(item: Item) -> Any:
    """Works that were due, their interval in days and the day on which they were done, as a CSV."""
    lines = ["id,kind,status,ended,due,interval_days"]
    day = [dt.date(1970, 1, 1) + dt.timedelta(number) for number in range(4_000)]
    for index, (due, interval, done) in enumerate(item["items_due_interval_done_days"]):
        ended = "not_done," if done is None else f"done,{day[done]}T12:00:00Z"
        lines.append(f"W-{index},preventive,{ended},{day[due]},{interval}")
    log = Log.from_interventions("\n".join(lines).encode() + b"\n", "UTC")
    assert log.intervention_count == len(item["items_due_interval_done_days"])
    start, end = dt.date(1970, 1, 1), dt.date(1980, 1, 1)
    kpis = ask(log, start=start, end=end, as_of=end, grace_percent=10)
    return [kpis.answer(0, 0, "preventive_compliance"), kpis.answer(0, 0, "preventive_on_time")]


def by_code(item: Item) -> Any:
    """Totals in, indicators by their code of EN 15341:2007 out."""
    given = item["inputs"]
    totals: list[tuple[list[str | None], int, kpi.Measure, int]] = [
        ([], 0, measure, given[name] * worth) for name, measure, worth in INPUTS if name in given
    ]
    kpis = ask(
        Log.from_incidents(b"id,opened\n", "UTC"),
        start=dt.date(2026, 1, 1),
        end=dt.date(2027, 1, 1),
        as_of=dt.date(2026, 12, 31),
        totals=totals,
    )
    ids = {row.get("en15341"): row["id"] for row in kpi.definitions()}
    return {code: kpis.answer(0, 0, ids[code]) for code in item["expected"]}


TOPICS: dict[str, Any] = {
    "weibull_mle": weibull,
    "kaplan_meier": lambda item: reliability.survival_curve(item["events"], item["right_censored"]),
    "power_law_nhpp": trend,
    "mean_cumulative_function": mean_number,
    "mtbf_chi_square": lambda item: reliability.mtbf_interval(
        item["total_time"], item["failures"], item["confidence"], item["truncation"]
    ),
    "availability": lambda item: reliability.availability(
        item["mtbf_h"], item["mttr_h"], item["n"], item["k"]
    ),
    "age_replacement": age_replacement,
    "block_replacement": lambda item: reliability.block_replacement(lifetime(item), *costs(item)),
    "block_replacement_discrete": lambda item: reliability.block_replacement_by_period(
        lifetime(item), *costs(item), 10
    ),
    "renewal_function": lambda item: [
        reliability.renewal_function(lifetime(item), point["t"]) for point in item["exact"]
    ],
    "equivalent_annual_cost": lambda item: renewal.equivalent_annual_cost(
        item["price"],
        item["operating_cost_end_of_year"],
        item["salvage_end_of_year"],
        item["rate"],
    ),
    "economic_life_undiscounted": economic_life,
    "kpi_edge_cases": edge_case,
    "pm_compliance": compliance,
    "en15341": by_code,
}


def items() -> list[tuple[str, str, Item]]:
    """Topic, name and content of every item."""
    oracles = json.loads(ORACLES.read_bytes())
    found = [
        (item["topic"], f"{item['topic']}/{item['id']}", item) for item in oracles["reliability"]
    ]
    for topic in ("kpi_edge_cases", "pm_compliance", "en15341"):
        content = oracles["kpi"][topic]
        listed = content["items"] if isinstance(content, dict) else content
        found += [(topic, f"{topic}/{index}", item) for index, item in enumerate(listed)]
    return found


def texts(asked: list[tuple[str, str, Item]]) -> dict[str, str]:
    return {name: bits(TOPICS[topic](item)) for topic, name, item in asked}


needs_oracles = pytest.mark.skipif(
    not ORACLES.exists(), reason=f"the shared data are absent ({SHARED})"
)


@needs_oracles
def test_every_oracle_gives_the_bits_of_the_native_library() -> None:
    found = texts(items())
    assert found.keys() == DIGESTS.keys()
    for name, text in found.items():
        assert hashlib.sha256(text.encode()).hexdigest() == DIGESTS[name], f"{name}:\n{text}"


@needs_oracles
def test_two_threads_give_the_bits_of_one() -> None:
    """Each with all items, in opposite orders."""
    asked = items()
    one = texts(asked)
    with ThreadPoolExecutor(2) as pool:
        assert list(pool.map(texts, [asked, asked[::-1]])) == [one, one]


def test_bits_are_told_apart() -> None:
    text = bits({"b": [1, -0.0, None], "a": {"is": True, "word": "x"}})
    assert text == "a/is=true\na/word=x\nb/0=3ff0000000000000\nb/1=8000000000000000\n"
