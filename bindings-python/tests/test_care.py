"""Support, renewals, audits and the mathematics of replacement through Python."""

import datetime as dt
import json
from typing import Any

import pytest

import entretien
from conftest import check_type, document
from entretien import _care_answers, reliability, renewal
from entretien.reliability import Lifetime

AS_OF = dt.date(2026, 1, 1)
CATALOGUE = entretien.SupportCatalogue.read_csv(
    "product,cycle,eol,eoes\ndebian,12,2026-07-11,2028-06-30\ndebian,13,2028-08-09,\n"
)


def laptop(**facts: Any) -> dict[str, Any]:
    return {
        "id": "pc-1",
        "category": "laptop",
        "purchase": "2023-05-31",
        "warranty_end": "2026-05-31",
        **facts,
    }


def engagement(*assets: dict[str, Any], **changes: Any) -> entretien.Engagement:
    return entretien.Engagement.from_dict(document(assets=list(assets), **changes))


def code(ask: Any) -> str:
    with pytest.raises(entretien.Error) as caught:
        ask()
    return caught.value.code


def test_support_has_a_first_day_without_it() -> None:
    day = dt.date(2026, 11, 26)
    assert CATALOGUE.status("debian", "12", day) == {
        "state": "ended",
        "since": dt.date(2026, 7, 11),
    }
    extended = {"state": "supported", "until": dt.date(2028, 6, 30)}
    assert CATALOGUE.status("debian", "12", day, level="extended") == extended
    assert CATALOGUE.status("debian", "12", day, level="active") == {"state": "unknown"}
    eve = CATALOGUE.status("debian", "12", dt.date(2026, 7, 10))
    assert eve == {"state": "supported", "until": dt.date(2026, 7, 11)}
    assert CATALOGUE.status("debian", "99", day) is None
    assert CATALOGUE.cycle("beos", "5") is None
    assert [product["slug"] for product in CATALOGUE.products] == ["debian"]
    for product in CATALOGUE.products:
        check_type(product, _care_answers.SupportProduct, "SupportProduct")
    assert repr(CATALOGUE) == "<SupportCatalogue: 1 products, 2 cycles>"


def test_a_catalogue_says_what_it_cannot_use() -> None:
    doubtful = entretien.SupportCatalogue.read_csv("product,cycle,eol\nphp,8.5,31/12/2029\n")
    [fault] = doubtful.diagnostics
    assert (fault.code, fault.pointer) == ("SUP-001", "line 2")
    assert code(lambda: entretien.SupportCatalogue.read_csv("name\nphp\n")) == "SUP-052"
    assert code(lambda: entretien.SupportCatalogue.read_json('[{"cycle": "1"}]')) == "SUP-054"
    assert code(lambda: entretien.SupportCatalogue.read_json("{")) == "SUP-051"


def test_an_estate_is_looked_up_in_the_catalogue() -> None:
    plain = engagement({"id": "srv-1", "category": "server"})
    assert plain.support(AS_OF) is None
    named = {"id": "srv-1", "category": "server", "support": [{"product": "debian", "cycle": "12"}]}
    found = engagement(named).with_catalogue(CATALOGUE).support(AS_OF)
    assert found is not None
    check_type(found, _care_answers.SupportSurvey, "SupportSurvey")
    [installed] = found["installed"]
    assert (installed["asset"], installed["cycle"]) == ("srv-1", "12")
    assert installed["security"] == dt.date(2026, 7, 11)
    assert installed["active"] is None
    assert code(lambda: plain.with_catalogue(CATALOGUE, ["our-erp | app"])) == "SUP-060"


def test_a_laptop_is_renewed_after_four_years() -> None:
    found = engagement(laptop()).renewals(AS_OF)
    assert isinstance(found, entretien.Renewals)
    [row] = found.rows
    check_type(row, _care_answers.RenewalRow, "RenewalRow")
    assert (row["action"], row["due"]) == ("replace", dt.date(2027, 5, 31))
    assert (row["earliest"], row["latest"]) == (dt.date(2026, 5, 31), dt.date(2029, 5, 31))
    assert row["reasons"][0]["driver"] == "age"
    assert json.loads(found.to_json())["rows"][0]["due"] == "2027-05-31"
    assert "asset/pc-1" in found._repr_html_()
    assert (len(found), found.as_of) == (1, AS_OF)


def test_a_forecast_adds_up() -> None:
    found = engagement(laptop(), laptop(id="pc-2")).renewals(AS_OF).forecast(3)
    assert sum(cell["count"] for cell in found.cells) == 2
    [total] = found.totals("year")
    check_type(total, _care_answers.ForecastTotal, "ForecastTotal")
    assert (total["start"], total["count"]) == (dt.date(2027, 1, 1), 2)
    [by_site] = found.totals("quarter", "category")
    assert by_site["count"] == 2
    ages = [(row["day"].year, row["age_years"], row["count"]) for row in found.ages]
    assert ages[0] == (2026, 2, 2)
    for cell in found.cells:
        check_type(cell, _care_answers.ForecastCell, "ForecastCell")
    assert found.unplanned == []
    assert code(lambda: engagement(laptop()).renewals(AS_OF).forecast(31)) == "REN-040"
    with pytest.raises(ValueError, match="grain must be"):
        found.totals("week")  # type: ignore[arg-type]


def test_books_and_budget() -> None:
    price = {"minor": 120_000, "currency": "EUR"}
    priced = laptop(purchase="2024-01-01", price=price, book_method="straight_line", book_years=3)
    found = engagement(priced).renewals(AS_OF)
    books = found.books(dt.date(2025, 12, 31))
    check_type(books, _care_answers.Books, "Books")
    [row] = books["rows"]
    assert row["value_minor"] == 40_000
    assert [year["charge_minor"] for year in row["charges"]] == [40_000, 40_000, 40_000]
    assert found.budget() is None
    terms: dict[str, Any] = {"budget": {"currency": "EUR", "years": [{}, {}, {}, {}]}}
    table = engagement(priced, renewal=terms).renewals(AS_OF).budget()
    assert table is not None
    check_type(table, _care_answers.BudgetTable, "BudgetTable")
    assert table["first_year"] == 2026
    assert table["is_optimal"]


def test_depreciation_to_the_cent() -> None:
    server = renewal.Depreciation.straight_line(1_000_000, 4, dt.date(2025, 8, 16))
    charges = [year["charge_minor"] for year in server.charges]
    # 135 of 360 days in the first year.
    assert charges == [93_750, 250_000, 250_000, 250_000, 156_250]
    assert server.book_value_minor(dt.date(2025, 12, 31)) == 906_250
    declining = renewal.Depreciation.declining(1_000_000, 5, dt.date(2025, 1, 1))
    charges = [year["charge_minor"] for year in declining.charges]
    assert charges == [350_000, 227_500, 147_875, 137_313, 137_312]
    sold = renewal.Depreciation.straight_line(120_000, 3, dt.date(2024, 1, 1))
    left = sold.retire(dt.date(2026, 6, 30), 15_000)
    check_type(left, _care_answers.Retirement, "Retirement")
    assert (left["book_value_minor"], left["exceptional_minor"]) == (20_000, 5_000)
    start = dt.date(2025, 1, 1)
    assert code(lambda: renewal.Depreciation.straight_line(-1, 4, start)) == "REN-006"
    assert code(lambda: renewal.Depreciation.declining(100, 2, start)) == "REN-007"


def test_economic_life() -> None:
    operating, resale = [60, 80, 130, 220, 360, 520], [700, 430, 260, 150, 80, 30]
    life = renewal.equivalent_annual_cost(1_200, operating, resale, 0.06)
    assert life["years"] == 4
    assert life["cost_per_year"][3] == pytest.approx(430.694_102_522, abs=1e-9)
    assert renewal.economic_life(1_200, [0, 300, 600, 1_100])["years"] == 3
    assert renewal.price_after(100_000, 30_000, 2) == 106_090
    assert code(lambda: renewal.equivalent_annual_cost(1, [1], [], 0.0)) == "REN-011"
    with pytest.raises(OverflowError):
        renewal.price_after(2**53 - 1, 1_000_000, 1)


def test_replacement_of_uniform_lives() -> None:
    # Between 0 and 1 at costs 1 and 5: (1 + 4 t) / (t - t²/2) is least where 2 t² + t = 1.
    life = Lifetime.uniform(0, 1)
    answer = reliability.age_replacement(life, 1, 5)
    check_type(answer, _care_answers.AgeReplacement, "AgeReplacement")
    assert answer["optimum"] is not None
    assert answer["optimum"]["age"] == pytest.approx(0.5, abs=1e-6)
    assert answer["optimum"]["cost_rate"] == pytest.approx(8)
    assert answer["run_to_failure_cost_rate"] == pytest.approx(10)
    # M(t) = e^t - 1 while every life can end.
    assert reliability.renewal_function(life, 0.5) == pytest.approx(0.648_721_27, abs=1e-5)
    assert life.mean == pytest.approx(0.5)
    assert life.reliability(0.25) == pytest.approx(0.75)


def test_constant_hazard_is_run_to_failure() -> None:
    life = Lifetime.exponential(0.5)
    for answer in (
        reliability.age_replacement(life, 1, 5),
        reliability.block_replacement(life, 1, 5),
    ):
        assert answer["optimum"] is None
        assert answer["reason"] == "no_wear"
        assert answer["run_to_failure_cost_rate"] == pytest.approx(2.5)
    assert reliability.renewal_function(life, 3) == pytest.approx(1.5)
    fleet = reliability.expected_renewals(life, [0, 1, 2, 3], 0, 1)
    check_type(fleet, _care_answers.FleetRenewals, "FleetRenewals")
    assert fleet["expected_renewals"] == pytest.approx(2)
    assert code(lambda: Lifetime.weibull(-1, 1)) == "REN-001"
    assert code(lambda: reliability.expected_renewals(life, [0], 0, 1, 2)) == "REN-012"


def test_observed_lives() -> None:
    unknown = reliability.weibull_fit([], [1, 2, 3])
    assert (unknown["fit"], unknown["reason"]) == (None, "no_failure")
    fitted = reliability.weibull_fit([1.0, 2.0, 3.0], survivors=[4.0])
    check_type(fitted, _care_answers.WeibullEstimate, "WeibullEstimate")
    assert (fitted["lives"], fitted["failures"], fitted["exposure"]) == (4, 3, 10.0)
    steps = reliability.kaplan_meier([1, 2], [3])
    assert [step["survival"] for step in steps] == pytest.approx([2 / 3, 1 / 3])
    two = reliability.availability(99, 1, items=2)
    assert (two["item"], two["parallel"]) == pytest.approx((0.99, 0.9999))
    assert code(lambda: reliability.weibull_fit([-1.0])) == "REN-004"


RULE = {
    "id": "not-backed-up",
    "title": {"en": "Server without backup", "fr": "Serveur sans sauvegarde"},
    "severity": "critical",
    "domain": "continuity",
    "remedy": "back_up",
    "source": {"en": "House rules."},
    "task": "restore",
    "due_days": 14,
    "test": {"fact": "is_backed_up", "is": False},
}


def audited(*assets: dict[str, Any], as_of: dt.date = AS_OF) -> entretien.Audit:
    policy = {
        "format": "entretien/audit",
        "format_version": "1.0",
        "shipped": False,
        "rules": [RULE],
    }
    return engagement(*assets).with_audit_policy(policy).audit(as_of)


def server(name: str, backed_up: bool | None) -> dict[str, Any]:
    fact = {} if backed_up is None else {"is_backed_up": backed_up}
    return {"id": name, "category": "server", **fact}


def test_an_audit_finds_passes_and_says_what_it_cannot_decide() -> None:
    found = audited(server("a", False), server("b", True), server("c", None))
    assert isinstance(found, entretien.Audit)
    [finding] = found.findings
    check_type(finding, _care_answers.Finding, "Finding")
    assert (finding["id"], finding["severity"]) == ("not-backed-up/a", "critical")
    assert finding["evidence"][0]["observed"] is False
    [undecided] = found.undecided
    assert undecided == {
        "rule": "not-backed-up",
        "missing": ["is_backed_up"],
        "subjects": ["c"],
    }
    # Of two checks that could be decided, of equal weight, one passes.
    assert found.scores["overall"]["permille"] == 500
    [group] = found.groups("asset")
    assert (group["key"], group["by_severity"]) == ("a", [0, 0, 0, 1])
    assert found.waivers == []
    check_type(found.to_dict(), _care_answers.AuditResult, "AuditResult")
    assert json.loads(found.to_json())["as_of"] == "2026-01-01"
    assert "not-backed-up" in found._repr_html_()


def test_two_audits_side_by_side() -> None:
    before = audited(server("a", False), server("b", False))
    after = audited(server("a", True), server("b", False), as_of=dt.date(2026, 2, 1))
    change = after.compare(before)
    check_type(change, _care_answers.AuditComparison, "AuditComparison")
    assert [(row["finding"], row["because"]) for row in change["closed"]] == [
        ("not-backed-up/a", "passed")
    ]
    assert [row["finding"] for row in change["persisting"]] == ["not-backed-up/b"]
    assert code(lambda: before.compare(after)) == "AUD-018"


def test_findings_and_renewals_ask_the_plan() -> None:
    base = engagement(server("a", False), laptop())
    audit = audited(server("a", False))
    [row] = audit.remedies()
    check_type(row, _care_answers.RemedyRow, "RemedyRow")
    assert (row["task"], row["raised"], row["due"]) == ("restore", AS_OF, dt.date(2026, 1, 15))
    [known] = audit.remedies({"not-backed-up/a": dt.date(2025, 12, 1)})
    assert known["due"] == dt.date(2025, 12, 15)
    assert code(lambda: base.audit(dt.date(1500, 1, 1))) == "DOC-007"

    def task(name: str, on: str) -> dict[str, Any]:
        title = {"en": name}
        every = {"on": on, "offset_days": 30}
        return {"id": name, "title": title, "duration_minutes": 60, "every": every}

    tasks = [task("restore", "finding"), task("swap", "renewal_due")]
    asked = engagement(server("a", False), laptop(purchase="2022-03-01"), tasks=tasks)
    year = (AS_OF, AS_OF, dt.date(2027, 1, 1))
    assert len(asked.plan(*year)) == 0
    # Four years of a laptop end on 2026-03-01; thirty days later is a Tuesday.
    renewed = asked.with_renewals(asked.renewals(AS_OF)).plan(*year)
    assert [(one.task, one.date) for one in renewed if one.asset == "pc-1"] == [
        ("swap", dt.date(2026, 3, 31))
    ]
    # Found on 2026-01-01; thirty days later is a Saturday.
    found = asked.with_findings(audit).plan(*year)
    assert [(one.task, one.nominal) for one in found] == [("restore", dt.date(2026, 1, 31))]


def test_what_is_declared_and_what_is_found() -> None:
    inventory = entretien.inventory.read_mapped(
        {"parc.csv": b"Nom;Cat\nsrv-1;server\nsrv-9;server\n"},
        columns={"Nom": "name", "Cat": "category"},
    )
    assert sorted(asset.name for asset in inventory.assets) == ["srv-1", "srv-9"]
    both = entretien.Engagement.from_dict(document(), inventory)
    compared = both.comparison()
    check_type(compared, _care_answers.Comparison, "Comparison")
    access = both.remote_access(AS_OF, AS_OF)
    check_type(access, _care_answers.AccessReport, "AccessReport")
    assert {row["possibility"] for row in access["assets"]} <= {"missing", "unknown"}


def test_columns_that_somebody_explains() -> None:
    csv = {"parc.csv": b"Nom;Achat;Prix\nsrv-1;31/01/2026;1 250,00\n"}
    columns: dict[str, Any] = {"Nom": "name", "Achat": "purchase", "Prix": "price"}
    inventory = entretien.inventory.read_mapped(csv, columns, tags=["taken-over"], currency="EUR")
    [asset] = inventory.assets
    assert (asset.purchase, asset.price) == (dt.date(2026, 1, 31), (125_000, "EUR"))
    assert asset.tags == ["taken-over"]
    assert asset.is_backed_up is None
    quality = inventory.quality(AS_OF)
    check_type(quality, _care_answers.Quality, "Quality")
    assert quality["overall"]["asset_count"] == 1
    empty = entretien.inventory.read_bytes({})
    change = inventory.diff(empty, dt.date(2025, 1, 1), AS_OF)
    check_type(change, _care_answers.TakeoverDiff, "TakeoverDiff")
    assert change["appeared"] == [asset.id]
    assert inventory.reconciliation is None
    assert inventory.licences == []
    refused = code(lambda: entretien.inventory.read_mapped(csv, {"Achat": "purchase"}))
    assert refused == "TAK-061"
    with pytest.raises(ValueError, match="no fact"):
        entretien.inventory.read_mapped(csv, {"Nom": "nickname"})  # type: ignore[dict-item]


def test_facts_of_an_asset() -> None:
    [asset] = engagement(
        {
            "id": "srv-1",
            "category": "server",
            "asset_number": "12",
            "kernel": "6.1",
            "in_service": "2020-02-01",
            "lifecycle": "in_use",
            "book_method": "straight_line",
            "book_years": 3,
            "core_count": 8,
            "is_monitored": True,
            "mac_addresses": ["aa:bb:cc:dd:ee:ff"],
            "disks": [{"name": "sda", "is_healthy": False}],
            "databases": [{"name": "PostgreSQL", "version": "15"}],
            "certificates": [{"name": "www", "expires": "2026-05-01"}],
            "support": [{"product": "debian", "cycle": "12"}],
        }
    ).assets
    assert (asset.asset_number, asset.kernel, asset.core_count) == ("12", "6.1", 8)
    assert (asset.in_service, asset.lifecycle) == (dt.date(2020, 2, 1), "in_use")
    assert (asset.book_method, asset.book_years) == ("straight_line", 3)
    assert (asset.is_monitored, asset.is_backed_up) == (True, None)
    assert asset.mac_addresses == ["aa:bb:cc:dd:ee:ff"]
    assert asset.support == [("debian", "12")]
    [disk], [database], [certificate] = asset.disks, asset.databases, asset.certificates
    assert (disk.name, disk.is_healthy, disk.serial) == ("sda", False, None)
    assert (database.name, database.version, database.is_backed_up) == ("PostgreSQL", "15", None)
    assert (certificate.name, certificate.expires) == ("www", dt.date(2026, 5, 1))


def test_the_report_of_care() -> None:
    report = engagement(laptop(purchase="2022-03-01"), server("a", False)).care_report(AS_OF, 3)
    page = report.to_html("fr")
    assert page.startswith("<!DOCTYPE html>")
    assert 'lang="fr"' in page
    assert page != report.to_html()
    [calendar] = report.to_ics()
    assert calendar.startswith("BEGIN:VCALENDAR\r\n")
    assert "pc-1" in report.renewals_csv()
    assert len(report.forecast_csv().splitlines()) > 1
    assert report.findings_csv() != report.findings_csv("fr")
    assert repr(report) == "<CareReport as of 2026-01-01>"
    assert code(lambda: engagement(laptop()).care_report(AS_OF, 0)) == "REN-040"
