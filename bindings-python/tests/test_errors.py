import datetime as dt
import json
import pickle
from pathlib import Path
from typing import Any, Literal

import pytest

import entretien
from conftest import YEAR, document

Engagement = entretien.Engagement


def refusal_of(text: str | bytes) -> entretien.Error:
    with pytest.raises(entretien.Error) as refusal:
        Engagement.from_json(text)
    return refusal.value


def test_every_fault_of_a_document_is_told() -> None:
    wrong = document(
        begin="2026-02-30",
        colour="red",
        assets=[{"id": "srv-1", "category": "serveur"}, {"category": "server"}],
    )
    error = refusal_of(json.dumps(wrong))
    found = {(fault.code, fault.pointer) for fault in error.faults}
    assert {
        ("DOC-007", "/begin"),
        ("DOC-004", "/colour"),
        ("DOC-008", "/assets/0/category"),
        ("DOC-005", "/assets/1/id"),
    } <= found
    assert error.code == error.faults[0].code
    assert f"(and {len(error.faults) - 1} more)" in str(error)
    for fault in error.faults:
        assert fault.message
        assert fault.help
        assert str(fault).startswith(fault.code)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "DOC-001"),
        ("{", "DOC-001"),
        ("null", "DOC-006"),
        ("[]", "DOC-006"),
        ("{}", "DOC-003"),
        ("\ufeff{}", "DOC-015"),
        (b"\xff{}", "DOC-016"),
        ("[" * 100_000, "DOC-017"),
        ('"\ud800"', "DOC-016"),
    ],
)
def test_bad_documents_have_their_code(text: str | bytes, code: str) -> None:
    assert refusal_of(text).code == code


def test_a_field_given_twice_is_told() -> None:
    text = json.dumps(document()).replace('"begin":', '"begin": "2026-01-06", "begin":')
    assert refusal_of(text).code == "DOC-010"


def test_faults_of_a_file_name_it(tmp_path: Path) -> None:
    path = tmp_path / "bad.json"
    path.write_bytes(b"{}")
    with pytest.raises(entretien.Error) as refusal:
        Engagement.from_file(path)
    [fault] = refusal.value.faults
    assert fault.source == str(path)
    assert str(path) in str(fault)


def test_a_missing_file_is_an_os_error(tmp_path: Path) -> None:
    path = tmp_path / "none.json"
    with pytest.raises(FileNotFoundError) as error:
        Engagement.from_file(path)
    assert error.value.filename == str(path)


@pytest.mark.parametrize(
    ("value", "error"),
    [
        (float("nan"), ValueError),
        (float("inf"), ValueError),
        (object(), TypeError),
        ({1, 2}, TypeError),
        (dt.datetime(2026, 1, 5, 9), TypeError),
        # An instant has a form in documents; it is no date.
        (dt.datetime(2026, 1, 5, 9, tzinfo=dt.UTC), entretien.Error),
        (b"2026-01-05", TypeError),
    ],
)
def test_values_without_json_are_refused(value: object, error: type[Exception]) -> None:
    with pytest.raises(error):
        Engagement.from_dict(document(begin=value))


@pytest.mark.parametrize("text", [1, None, ["x"], {"format": "x"}])
def test_documents_are_text_or_bytes(text: str) -> None:
    with pytest.raises(TypeError):
        Engagement.from_json(text)


@pytest.mark.parametrize(
    "dates",
    [
        {"start": dt.datetime(2026, 1, 1, tzinfo=dt.UTC)},
        {"as_of": "2026-01-01"},
        {"end": None},
        {"end": 20_000},
    ],
)
def test_dates_are_dates(dates: dict[str, Any]) -> None:
    engagement = Engagement.from_dict(document())
    with pytest.raises(TypeError):
        engagement.plan(**(YEAR | dates))


@pytest.mark.parametrize(
    ("dates", "code"),
    [
        ({"end": dt.date(2026, 1, 1)}, "PLAN-001"),
        ({"end": dt.date(2025, 1, 1)}, "PLAN-001"),
        ({"as_of": dt.date(1500, 1, 1)}, "DOC-007"),
        ({"start": dt.date(1, 1, 1)}, "DOC-007"),
        ({"end": dt.date(2426, 1, 1)}, "PLAN-002"),
    ],
)
def test_horizons_have_bounds(dates: dict[str, dt.date], code: str) -> None:
    engagement = Engagement.from_dict(document())
    with pytest.raises(entretien.Error) as refusal:
        engagement.plan(**(YEAR | dates))
    assert refusal.value.code == code


def test_the_begin_of_shipped_rules_is_bounded() -> None:
    inventory = entretien.inventory.read_bytes({})
    with pytest.raises(entretien.Error) as refusal:
        Engagement.shipped(inventory, dt.date(1, 1, 1))
    assert refusal.value.code == "DOC-007"


@pytest.mark.parametrize("lang", ["de", "EN", ""])
def test_languages_are_en_and_fr(plan: entretien.Plan, lang: Literal["en", "fr"]) -> None:
    for render in (plan.to_csv, plan.to_html, plan.to_ics, plan.to_arrow, plan[0].why):
        with pytest.raises(ValueError, match="lang must be 'en' or 'fr'"):
            render(lang)


def test_a_calendar_that_cannot_fit_is_refused(plan: entretien.Plan) -> None:
    with pytest.raises(entretien.Error) as refusal:
        plan.to_ics(bytes_max=100)
    assert refusal.value.code == "DOC-009"


def test_errors_and_faults_travel_between_processes() -> None:
    error = refusal_of("{}")
    copy = pickle.loads(pickle.dumps(error))  # noqa: S301
    assert isinstance(copy, entretien.Error)
    assert (copy.code, copy.faults, str(copy)) == (error.code, error.faults, str(error))


def test_faults_are_values() -> None:
    [fault] = refusal_of("{}").faults
    twin = entretien.Fault(fault.code, fault.source, fault.pointer, fault.message, fault.help)
    assert twin == fault
    assert hash(twin) == hash(fault)
    assert twin != entretien.Fault("X-1", fault.source, fault.pointer, fault.message, fault.help)
    assert eval(repr(fault), {"Fault": entretien.Fault}) == fault  # noqa: S307


def test_refusals_are_no_value_errors() -> None:
    assert issubclass(entretien.Error, Exception)
    assert not issubclass(entretien.Error, ValueError | OSError | RuntimeError)
