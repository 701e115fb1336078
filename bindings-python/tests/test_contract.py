"""Contracts through Python: the worked figures of the rules, the types, what is refused."""

import copy
import datetime as dt
import json
import typing
from pathlib import Path
from types import MappingProxyType
from typing import Any
from zoneinfo import ZoneInfo

import pytest

import entretien
from conftest import ROOT, check_type, document
from entretien import _answers, contract

FOLDER = ROOT / "tests" / "data" / "contract" / "answers"
PARIS = ZoneInfo("Europe/Paris")


def read(name: str) -> Any:
    return json.loads((FOLDER / f"{name}.json").read_bytes())


ENGAGEMENT = entretien.Engagement.from_dict(read("engagement"))
LEVELS = ENGAGEMENT.service_levels("servers")
TICKETS: dict[str, Any] = read("tickets")
RECORDS: dict[str, Any] = read("records")
QUESTIONS: list[dict[str, Any]] = read("questions")
PLAN = ENGAGEMENT.plan(dt.date(2026, 1, 5), dt.date(2026, 1, 5), dt.date(2027, 1, 5))


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def paris(text: str) -> dt.datetime:
    return dt.datetime.fromisoformat(text).replace(tzinfo=PARIS)


def ask(question: dict[str, Any]) -> Any:
    def value(text: str) -> Any:
        documents = {"records": RECORDS, "tickets": TICKETS, "plan": PLAN}
        if text in documents:
            return documents[text]
        if text[:1] == "2":
            return dt.datetime.fromisoformat(text) if "T" in text else day(text)
        return text

    subject: Any = ENGAGEMENT
    if "levels_of" in question:
        subject = ENGAGEMENT.service_levels(question["levels_of"])
    return getattr(subject, question["ask"])(*map(value, question["arguments"]))


def canonical(answer: object) -> str:
    def plain(value: object) -> str:
        assert isinstance(value, dt.date)
        return value.isoformat()

    return json.dumps(answer, ensure_ascii=False, separators=(",", ":"), default=plain)


def test_answers_are_those_of_every_language() -> None:
    lines = [canonical(ask(question)) for question in QUESTIONS]
    committed = (FOLDER / "answers.json").read_text(encoding="utf-8")
    assert "[\n" + ",\n".join(lines) + "\n]\n" == committed


STUB_TYPES: dict[str, Any] = {
    "term_at": contract.TermAt,
    "notice_deadline": contract.NoticeState | None,
    "contract_events": list[contract.Event],
    "covered": contract.Coverage,
    "covered_at": contract.CoverageAt,
    "entitlement_balance": list[contract.Balance],
    "invoices": list[contract.Invoice],
    "cost": contract.Cost,
    "prices_on": list[contract.PriceInForce],
    "coverage_findings": list[contract.CoverageFinding],
    "service_level_findings": list[contract.CoverageFinding],
    "deadlines": list[contract.TicketDeadlines],
    "clocks": list[contract.ClockRow],
    "escalations": list[contract.EscalationRow],
    "breaches": list[contract.Breach],
}


def test_answers_are_of_their_types() -> None:
    met: set[str] = set()
    for question in QUESTIONS:
        name = question["ask"]
        met |= check_type(ask(question), STUB_TYPES[name], name)
    every = {name for name in _answers.__all__ if typing.is_typeddict(getattr(_answers, name))}
    assert met == every


def test_the_stub_says_these_types() -> None:
    stub = (Path(entretien.__file__).parent / "_native.pyi").read_text(encoding="utf-8")
    for name, hint in STUB_TYPES.items():
        said = stub.split(f"def {name}(")[1].split(") -> ")[1].split(":\n")[0]
        shown = hint.__name__ if isinstance(hint, type) and not typing.get_args(hint) else str(hint)
        assert said == shown.replace("entretien._answers.", ""), name


def test_the_module_has_every_type() -> None:
    assert {*contract.__all__} == {*_answers.__all__, "ServiceLevels"}
    assert contract.ServiceLevels is type(LEVELS)


def test_the_engagement_tells_its_contracts() -> None:
    assert ENGAGEMENT.contracts == ["frame", "servers"]
    assert entretien.Engagement.from_dict(document()).contracts == []
    assert LEVELS.contract == "servers"
    assert repr(LEVELS) == "<ServiceLevels of 'servers'>"


def test_the_term_that_ended_in_august_2025() -> None:
    term = ENGAGEMENT.term_at("frame", day("2026-02-11"))
    assert (term["end"], term["last_covered"]) == (day("2026-08-28"), day("2026-08-27"))
    assert (term["renewal"], term["mode"], term["phase"]) == (1, "tacit", "running")
    notice = ENGAGEMENT.notice_deadline("frame", day("2026-02-11"))
    assert notice is not None
    assert notice["current"]["deadline"] == day("2026-06-28")
    assert not notice["passed"]
    late = ENGAGEMENT.notice_deadline("frame", day("2026-06-29"))
    assert late is not None
    assert late["passed"]
    assert late["next"] is not None
    assert late["next"]["deadline"] == day("2027-06-28")
    assert ENGAGEMENT.notice_deadline("servers", day("2026-02-11")) is None


def test_events_in_order() -> None:
    events = ENGAGEMENT.contract_events(day("2026-02-11"), day("2026-06-01"), day("2026-09-01"))
    assert [(event["day"], event["kind"], event["assumed"]) for event in events] == [
        (day("2026-06-28"), "notice_deadline", False),
        (day("2026-08-28"), "renewal", True),
    ]


def test_the_winner_and_the_losers() -> None:
    when = day("2026-02-11")
    winner, loser = ENGAGEMENT.covered("srv-1", "corrective", when, when)["verdicts"]
    assert (winner["contract"], winner["outcome"]) == ("servers", "covered")
    assert (loser["contract"], loser["outcome"]) == ("frame", "lower_priority")
    assert loser["text"] == {
        "en": "covered by a contract of higher priority",
        "fr": "couvert par un contrat prioritaire",
    }
    [none, _] = ENGAGEMENT.covered("prn-1", "preventive", when, when)["verdicts"]
    assert none["outcome"] == "not_selected"
    assert "selection" not in none


def test_covered_at_an_instant() -> None:
    as_of = day("2026-02-11")
    at = ENGAGEMENT.covered_at("srv-1", "corrective", paris("2026-03-02T19:00:00"), as_of, "P1")
    assert not at["open"]
    assert at["next_open"] == paris("2026-03-03T08:00:00")
    assert [(target["target"], target["count"]) for target in at["targets"]] == [
        ("response", 3600),
        ("resolution", 14400),
    ]
    utc = dt.datetime(2026, 3, 2, 18, tzinfo=dt.UTC)
    assert ENGAGEMENT.covered_at("srv-1", "corrective", utc, as_of, priority="P1") == at
    other = ENGAGEMENT.covered_at("srv-1", "corrective", utc, as_of)
    assert [target["measure"] for target in other["targets"]] == ["working_days"]


def test_four_hours_from_monday_17_to_tuesday_11() -> None:
    first, second, third, fourth = LEVELS.deadlines(TICKETS)
    assert first["deadlines"][2]["instant"] == paris("2026-03-03T11:00:00")
    # Half an hour of waiting within opening hours.
    assert second["deadlines"][2]["instant"] == paris("2026-03-03T11:30:00")
    # Two working days over the change of clocks.
    assert third["deadlines"][2]["instant"] == paris("2026-03-31T10:00:00")
    assert [deadline["reason"] for deadline in fourth["deadlines"]] == ["no_level"] * 3


def test_clocks_escalations_and_breaches() -> None:
    at = paris("2026-03-03T10:00:00")
    clocks = {(row["ticket"], row["target"]): row for row in LEVELS.clocks(TICKETS, at)}
    running = clocks["INC-1", "resolution"]
    assert (running["state"], running["remaining_seconds"]) == ("running", 3600)
    assert clocks["INC-2", "response"]["overrun_seconds"] == 5400
    assert clocks["INC-3", "resolution"]["state"] == "not_started"
    # The fraction of a second is dropped, before 1970 too.
    assert LEVELS.clocks(TICKETS, at + dt.timedelta(microseconds=1)) == LEVELS.clocks(TICKETS, at)
    early = dt.datetime(1969, 12, 31, 23, 59, 58, 500_000, tzinfo=dt.UTC)
    assert {row["state"] for row in LEVELS.clocks(TICKETS, early)} == {"not_started"}
    steps = LEVELS.escalations(TICKETS, at)
    assert [step["state"] for step in steps] == ["passed", "due", "due", "due"]
    assert steps[0]["notify"] == {"en": "team lead", "fr": "chef d'équipe"}
    assert LEVELS.breaches(TICKETS, at) == []
    assert [fault.code for fault in LEVELS.check(TICKETS)] == ["LVL-014"]


def test_breaches_are_credited_by_the_invoice() -> None:
    breaches = LEVELS.breaches(TICKETS, paris("2026-03-03T11:30:00"))
    assert [(row["label"], row["day"]) for row in breaches] == [
        ("INC-1 resolution", day("2026-03-03"))
    ]
    records = {
        "format": "entretien/records",
        "format_version": "1.0",
        "contracts": [{"contract": "servers", "breaches": breaches}],
    }
    months = day("2026-03-01"), day("2026-04-01")
    [invoice] = ENGAGEMENT.invoices("servers", *months, records)
    # 2,5 % of 333,33 and twice 12,00 is 8,933…
    assert invoice["lines"][-1]["amount_minor"] == -893
    assert invoice["total_minor"] == 33_333 + 2_400 - 893


def test_the_balance_of_visits() -> None:
    [full] = ENGAGEMENT.entitlement_balance("servers", day("2026-06-30"))
    assert (full["granted"], full["remaining"]) == (4, 4)
    [row] = ENGAGEMENT.entitlement_balance("servers", day("2026-06-30"), RECORDS)
    assert (row["consumed"], row["remaining"], row["exhausted_on"]) == (3, 1, None)
    [before] = ENGAGEMENT.entitlement_balance("servers", day("2026-02-28"), RECORDS)
    assert (before["consumed"], before["remaining"]) == (1, 3)


def test_invoices_to_the_cent() -> None:
    invoices = ENGAGEMENT.invoices("servers", day("2026-02-01"), day("2026-05-01"), RECORDS)
    assert [(row["issue"], row["total_minor"]) for row in invoices] == [
        (day("2026-02-28"), 34_533),  # 333,33 and one server
        (day("2026-03-31"), 48_340),  # 333,33, two servers, 90 minutes, 8,93 credited
        (day("2026-04-30"), 35_733),  # 333,33 and two servers
    ]
    [price, server, hour] = ENGAGEMENT.prices_on("servers", day("2027-02-01"))
    # 333,33 by 309,6 / 300 is 343,99656
    assert price["price_minor"] == 34_400
    assert price["revision"] is not None
    assert price["revision"]["ratio"] == [129, 125]
    assert (server["price_minor"], server["revision"]) == (1_200, None)
    assert (hour["kind"], hour["per_months"]) == ("hours", None)
    cost = ENGAGEMENT.cost("servers", day("2027-01-01"), day("2028-01-01"))
    assert cost["total_minor"] == 12 * (34_400 + 2_400)
    assert cost["months"][0] == {"month": "2027-01", "minor": 36_800}


def test_findings() -> None:
    findings = ENGAGEMENT.coverage_findings(PLAN)
    assert [(row["code"], row.get("asset")) for row in findings] == [
        ("COV-001", "prn-1"),
        ("COV-002", "sw-1"),
        ("COV-003", None),
    ]
    assert findings[2]["values"] == [{"minor": 25_000, "currency": "EUR"}]
    idle = ENGAGEMENT.service_level_findings(day("2026-01-01"), day("2027-01-01"))
    assert [row["code"] for row in idle] == ["COV-007", "COV-007"]


def test_documents_as_text_bytes_and_values() -> None:
    text = json.dumps(TICKETS)
    whole = LEVELS.deadlines(TICKETS)
    for given in (text, text.encode(), bytearray(text.encode()), MappingProxyType(TICKETS)):
        assert LEVELS.deadlines(given) == whole
    when = day("2026-06-30")
    balance = ENGAGEMENT.entitlement_balance("servers", when, RECORDS)
    assert ENGAGEMENT.entitlement_balance("servers", when, records=json.dumps(RECORDS)) == balance


def test_moments_of_tickets_may_be_datetimes() -> None:
    tickets = copy.deepcopy(TICKETS)
    tickets["tickets"] = [{**tickets["tickets"][0], "opened": paris("2026-03-02T17:00:00")}]
    [answer] = LEVELS.deadlines(tickets)
    assert answer["deadlines"][2]["instant"] == paris("2026-03-03T11:00:00")
    tickets["tickets"][0]["opened"] = dt.datetime(2026, 3, 2, 17)
    with pytest.raises(TypeError, match="no place in a document"):
        LEVELS.deadlines(tickets)


@pytest.mark.parametrize(
    ("code", "call"),
    [
        ("DOC-013", lambda: ENGAGEMENT.term_at("other", day("2026-01-01"))),
        ("DOC-013", lambda: ENGAGEMENT.service_levels("other")),
        ("DOC-013", lambda: ENGAGEMENT.invoices("other", day("2026-01-01"), day("2027-01-01"))),
        (
            "DOC-013",
            lambda: ENGAGEMENT.covered("x", "on_site", day("2026-01-01"), day("2026-01-01")),
        ),
        (
            "DOC-011",
            lambda: ENGAGEMENT.covered_at(
                "srv-1", "on_site", paris("2026-03-02T08:00:00"), day("2026-01-01"), " P1"
            ),
        ),
        ("DOC-007", lambda: ENGAGEMENT.term_at("frame", dt.date(1500, 1, 1))),
        ("PLAN-001", lambda: ENGAGEMENT.cost("servers", day("2027-01-01"), day("2026-01-01"))),
        ("PRI-016", lambda: ENGAGEMENT.invoices("frame", day("2026-01-01"), day("2027-01-01"))),
    ],
)
def test_what_is_refused_has_a_code(code: str, call: typing.Callable[[], object]) -> None:
    with pytest.raises(entretien.Error) as caught:
        call()
    assert caught.value.code == code


def test_what_is_no_argument() -> None:
    naive = dt.datetime(2026, 3, 2, 17)
    when = day("2026-02-11")
    wrong: Any = "repairs"
    with pytest.raises(ValueError, match=r"'preventive' or .* or 'on_site', not \"repairs\""):
        ENGAGEMENT.covered("srv-1", wrong, when, when)
    with pytest.raises(TypeError, match="aware datetime"):
        ENGAGEMENT.covered_at("srv-1", "corrective", naive, when)
    with pytest.raises(TypeError, match="aware datetime"):
        LEVELS.clocks(TICKETS, naive)
    date: Any = when
    with pytest.raises(TypeError, match="aware datetime"):
        LEVELS.clocks(TICKETS, date)
    with pytest.raises(TypeError, match="not a datetime"):
        ENGAGEMENT.term_at("frame", naive)
    number: Any = 5
    with pytest.raises(TypeError):
        LEVELS.deadlines(number)


def test_every_fault_of_a_document() -> None:
    bad = copy.deepcopy(TICKETS)
    bad["tickets"][0]["opened"] = "2026-03-02T17:00:00"
    bad["tickets"][1]["service"] = "repairs"
    bad["tickets"][2]["colour"] = "red"
    with pytest.raises(entretien.Error) as caught:
        LEVELS.deadlines(bad)
    assert [(fault.code, fault.pointer) for fault in caught.value.faults] == [
        ("LVL-010", "/tickets/0/opened"),
        ("DOC-008", "/tickets/1/service"),
        ("DOC-004", "/tickets/2/colour"),
    ]
    records = copy.deepcopy(RECORDS)
    records["contracts"][0]["consumption"][0]["service"] = "monitoring"
    with pytest.raises(entretien.Error) as caught:
        ENGAGEMENT.entitlement_balance("servers", day("2026-06-30"), records)
    assert [(fault.code, fault.pointer) for fault in caught.value.faults] == [
        ("CON-012", "/consumption/0")
    ]
    with pytest.raises(entretien.Error) as caught:
        LEVELS.deadlines("{")
    assert caught.value.code == "DOC-001"
