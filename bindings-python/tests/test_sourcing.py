"""Comparisons of ways of having work done: values, types, and what is refused."""

import datetime as dt
import json
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

import entretien
from conftest import COMPANY, REVIEW_DIGESTS, ROOT, check_type, document, forms
from entretien.intervention import Log
from entretien.sourcing import (
    IncidentForecast,
    MakeOrBuy,
    Sourcing,
    SourcingContent,
    SourcingDemand,
    compare,
    make_or_buy,
)

EXAMPLE = ROOT / "tests" / "data" / "sourcing" / "example.json"
TERMS: dict[str, Any] = {
    "interventions_per_year": 300,
    "minutes_per_intervention": 120,
    "fte_cost_minor": 6_000_000,
    "out_fixed_minor": 2_000_000,
    "out_unit_minor": 9_000,
    "years": 3,
    "utilisation": (7, 10),
    "tools_minor": 300_000,
    "out_included_units": 200,
    "management_overhead": (1, 10),
    "discount": (4, 100),
    "index_out": (2, 100),
    "index_wage": (2, 100),
}


def example(**changes: Any) -> dict[str, Any]:
    fields: dict[str, Any] = json.loads(EXAMPLE.read_bytes())
    return fields | changes


def code(ask: Callable[[], object]) -> str:
    with pytest.raises(entretien.Error) as caught:
        ask()
    return caught.value.code


@pytest.fixture(scope="module")
def answer() -> Sourcing:
    return compare(example())


@pytest.fixture(scope="module")
def year(company: entretien.Engagement) -> entretien.Plan:
    return company.plan(dt.date(2026, 12, 31), dt.date(2027, 1, 1), dt.date(2028, 1, 1))


def test_the_figures_of_the_rule_book(answer: Sourcing) -> None:
    page = (ROOT / "core" / "docs" / "sourcing.md").read_text(encoding="utf-8")
    assert answer.ranking["cheapest"] == ["contract"]
    for option in answer.options:
        totals = [year["total_minor"] or 0 for year in option["years"]]
        row = " | ".join(f"{minor / 100:.2f}" for minor in totals)
        assert f"| {option['id']} | {row} |" in page
    assert answer.volumes is not None
    team = [
        (span["from"], span["to"])
        for span in answer.volumes["ranges"]
        if span["cheapest"] == ["team"]
    ]
    # A post that is filled pays; the second one, half empty, does not.
    assert team == [(766, 930), (1_271, 4_000)]


def test_what_it_is(answer: Sourcing) -> None:
    assert (answer.currency, answer.discount_ppm) == ("EUR", 40_000)
    assert [option["id"] for option in answer.options] == ["team", "contract", "orders"]
    assert answer.option("orders") == answer.options[2]
    assert answer.option("elsewhere") is None
    assert answer.demand[0]["start"] == dt.date(2027, 1, 1)
    assert answer.demand[3]["end"] == dt.date(2031, 1, 1)
    assert all(type(turn["day"]) is dt.date for turn in answer.dates)
    assert answer.forecast == []
    assert repr(answer) == "<Sourcing: 3 options over 4 years>"
    assert "<caption>" in answer._repr_html_()


def test_contents_have_their_types(answer: Sourcing) -> None:
    content = answer.to_dict()
    met = check_type(content, SourcingContent, "sourcing")
    assert {"OptionAnswer", "TornadoRow", "ThresholdRow", "VolumeRange", "PartCost"} <= met
    parts: tuple[Any, ...] = (
        answer.demand, answer.options, answer.ranking, answer.volumes, answer.volumes_fractional,
        answer.dates, answer.tornado, answer.thresholds,
    )  # fmt: skip
    names = (
        "demand", "options", "ranking", "volumes", "volumes_fractional", "dates", "tornado",
        "thresholds",
    )  # fmt: skip
    assert parts == tuple(content[name] for name in names)  # type: ignore[literal-required]
    plain = json.loads(json.dumps(content, default=str))
    assert plain == json.loads(answer.to_json())


def test_what_is_not_known_is_not_ranked() -> None:
    fields = example()
    del fields["options"][0]["parts"][0]["in_house"]["wage_minor"]
    answer = compare(fields)
    assert answer.ranking["not_ranked"] == ["team"]
    option = answer.option("team")
    assert option is not None
    assert option["npv_minor"] is None
    assert {missing["reason"] for missing in option["unknown"]} == {"wage"}


def test_a_document_as_text_and_with_dates() -> None:
    text = EXAMPLE.read_text(encoding="utf-8")
    dates = example(start=dt.date(2027, 1, 1))
    assert compare(text).to_json() == compare(text.encode()).to_json() == compare(dates).to_json()


def test_make_or_buy_in_figures() -> None:
    found = make_or_buy(**TERMS)
    check_type(found, MakeOrBuy, "make_or_buy")
    first = found["rows"][0]
    assert (first["inhouse_minor"], first["outsourced_minor"]) == (6_300_000, 3_190_000)
    assert (first["fte_hired"], found["cheaper"]) == (1, "outsourced")
    assert code(lambda: make_or_buy(**(TERMS | {"years": 0}))) == "SRC-001"
    assert code(lambda: make_or_buy(**(TERMS | {"utilisation": (3, 2)}))) == "SRC-002"
    assert code(lambda: make_or_buy(**(TERMS | {"tools_minor": -1}))) == "SRC-003"
    assert code(lambda: make_or_buy(**(TERMS | {"paid_hours": 0}))) == "SRC-004"
    with pytest.raises(TypeError, match="years"):
        make_or_buy(**{key: value for key, value in TERMS.items() if key != "years"})


def test_the_demand_of_an_engagement(
    company: entretien.Engagement, year: entretien.Plan, log: Log
) -> None:
    demand = company.sourcing_demand(year, log, growth_ppm=10_000, out_of_hours_ppm=0)
    check_type(demand, SourcingDemand, "demand")
    keys = [line["key"] for line in demand["lines"]]
    assert len(set(keys)) == len(keys) > 0
    assert {line["growth_ppm"] for line in demand["lines"]} == {10_000}
    preventive = sum(
        line["interventions"] or 0 for line in demand["lines"] if line["activity"] == "preventive"
    )
    assert preventive == len(year)
    whole = demand["forecast"][0]
    check_type(whole, IncidentForecast, "forecast")
    assert whole["perimeter"] is None
    assert type(whole["observed_from"]) is dt.date
    assert company.sourcing_demand(year)["forecast"] == []
    by = company.sourcing_demand(year, by="category")["lines"]
    assert {line["perimeter"] for line in by} != {line["perimeter"] for line in demand["lines"]}


def test_options_for_an_engagement(
    company: entretien.Engagement, year: entretien.Plan, log: Log
) -> None:
    fields = example(demand=[])
    fields["options"].append(
        {
            "id": "as-it-is",
            "parts": [{"contract": {"of": company.contracts[0], "price_index": "2"}}],
        }
    )
    found = company.sourcing(year, fields, log, out_of_hours_ppm=0)
    assert found.forecast == company.sourcing_demand(year, log, out_of_hours_ppm=0)["forecast"]
    assert found.demand[0]["interventions"] is not None
    assert "as-it-is" in found.ranking["not_ranked"]
    assert code(lambda: compare(fields)) == "SRC-013"
    alone = fields | {"demand": example()["demand"]}
    assert compare(alone, company).currency == "EUR"


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_the_document_is_that_of_rust(
    company: entretien.Engagement, year: entretien.Plan, log: Log, lang: Any
) -> None:
    options = (COMPANY / "sourcing.json").read_bytes()
    found = company.sourcing(year, options, log, out_of_hours_ppm=0)
    made = company.sourcing_deliverable(found, dt.date(2026, 12, 31), lang=lang)
    assert (made.kind, made.lang) == ("sourcing", lang)
    assert made.as_of == dt.date(2026, 12, 31)
    assert forms(made) == REVIEW_DIGESTS["sourcing"][lang]
    early = dt.date(1500, 1, 1)
    assert code(lambda: company.sourcing_deliverable(found, early)) == "DOC-007"


def test_bad_questions_have_codes(
    company: entretien.Engagement, year: entretien.Plan, log: Log
) -> None:
    assert (
        code(lambda: compare({"format": "entretien/sourcing", "format_version": "1.0"}))
        == "DOC-005"
    )
    assert code(lambda: compare(example(format_version="9.0"))) == "DOC-003"
    assert code(lambda: compare(example(currency="EURO"))) == "DOC-008"
    assert code(lambda: compare(example(years=51))) == "SRC-001"
    assert code(lambda: compare(example(surprise=1))) == "DOC-004"
    with pytest.raises(entretien.Error) as caught:
        compare(example(options=[{"id": "x", "parts": [{}]}]))
    assert (caught.value.code, caught.value.faults[0].pointer) == ("SRC-014", "/options/0/parts/0")
    late = dt.date(2027, 6, 1)
    assert code(lambda: company.sourcing_demand(year, log, observed_from=late)) == "SRC-016"
    assert code(lambda: company.sourcing_demand(year, log, confidence=1.0)) == "REN-012"
    assert code(lambda: company.sourcing_demand(year, corrective_skill="")) == "DOC-009"
    with pytest.raises(ValueError, match="by must be"):
        company.sourcing_demand(year, by="colour")  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="plan"):
        company.sourcing_demand(document())  # type: ignore[arg-type]


def test_two_threads_give_the_bytes_of_one(answer: Sourcing) -> None:
    with ThreadPoolExecutor(2) as pool:
        found = pool.map(lambda _: compare(example()).to_json(), range(2))
        assert list(found) == [answer.to_json()] * 2
