"""The report of indicators through Python: the bytes of Rust, and what is refused."""

import datetime as dt
import hashlib
import json
from typing import Any

import pytest

import entretien
from conftest import ROOT
from entretien.intervention import Log
from entretien.kpi import KpiReport

DIGESTS: dict[str, str] = json.loads(
    (ROOT / "tests" / "data" / "kpi" / "report_digests.json").read_bytes()
)
YEAR: dict[str, Any] = {
    "start": dt.date(2026, 1, 1),
    "end": dt.date(2027, 1, 1),
    "as_of": dt.date(2026, 12, 31),
    "dimensions": ["site"],
    # Categories of the log in which equipment fails; the others are requests.
    "failure_categories": ["Matériel", "Impression", "Réseau", "Stockage"],
    "with_plan": False,
}


@pytest.fixture(scope="module")
def report(company: entretien.Engagement, log: Log) -> KpiReport:
    return KpiReport.of(company, log, **YEAR)


def code(ask: Any) -> str:
    with pytest.raises(entretien.Error) as caught:
        ask()
    return caught.value.code


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_page_and_tables_are_those_of_rust(report: KpiReport, lang: Any) -> None:
    texts = {
        "html": report.to_html(lang),
        "indicators.csv": report.indicators_csv(lang),
        "open.csv": report.open_csv(lang),
        "advice.csv": report.advice_csv(lang),
    }
    found = {
        f"{lang}.{name}": hashlib.sha256(text.encode()).hexdigest() for name, text in texts.items()
    }
    assert found == {name: DIGESTS[name] for name in found}
    assert f'<html lang="{lang}">' in texts["html"]


def test_english_unless_asked_otherwise(report: KpiReport) -> None:
    assert report.to_html() == report.to_html("en")
    assert report.advice_csv() == report.advice_csv("en") != report.advice_csv("fr")
    assert repr(report) == "<KpiReport as of 2026-12-31>"
    with pytest.raises(ValueError, match="lang must be"):
        report.to_html("de")  # type: ignore[arg-type]


def test_rules_of_the_house(company: entretien.Engagement, log: Log, report: KpiReport) -> None:
    nothing = {"format": "entretien/advice", "format_version": "1.0", "shipped": False, "rules": []}
    bare = KpiReport.of(company, log, **YEAR, rules=nothing)
    assert len(bare.advice_csv().splitlines()) == 1
    assert len(report.advice_csv().splitlines()) > 1
    assert bare.indicators_csv() == report.indicators_csv()


def test_bad_questions_have_codes(company: entretien.Engagement, log: Log) -> None:
    def ask(**changes: Any) -> Any:
        return lambda: KpiReport.of(company, log, **(YEAR | changes))

    assert code(ask(end=YEAR["start"])) == "PLAN-001"
    assert code(ask(currency="EURO")) == "DOC-009"
    assert code(ask(calendar="moon")) == "DOC-013"
    assert code(ask(grace_percent=101)) == "KPI-006"
    assert code(ask(dimensions=["site", "site"])) == "KPI-005"
    assert code(ask(totals=[([], 0, "failures", 1)])) == "KPI-007"
    assert code(ask(confidence=1.0)) == "REN-012"
    assert code(ask(rules={"format": "entretien/advice", "format_version": "9.0"})) == "DOC-003"
    with pytest.raises(TypeError, match="log"):
        KpiReport.of(company)  # type: ignore[call-arg]
    with pytest.raises(ValueError, match="grain must be"):
        ask(grain="week")()
