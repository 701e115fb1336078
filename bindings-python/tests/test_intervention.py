"""Logs of incidents and interventions through Python."""

import datetime as dt
import json
from typing import Any

import pytest

import entretien
from conftest import check_type
from entretien import _kpi_answers
from entretien.intervention import Log

UTC = dt.timezone.utc  # noqa: UP017
AS_OF = dt.datetime(2026, 4, 1, tzinfo=UTC)
INCIDENTS = b"""id,asset,site,category,opened,resolved,state
I-1,srv-1,Lyon,disk,2026-03-02 17:00,2026-03-02 18:00,closed
I-2,srv-1,Lyon,disk,2026-03-03 09:00,2026-03-03 10:30,closed
I-3,srv-2,Lyon,network,2026-03-20 08:00,,open
,srv-2,Lyon,network,2026-03-20 08:00,,open
"""
EVENTS = b"""number,state,sys_updated_at,opened_at
I-1,New,2026-01-05 08:00,2026-01-05 08:00
I-1,On hold,2026-01-05 09:00,2026-01-05 08:00
I-1,Resolved,2026-01-05 12:00,2026-01-05 08:00
I-2,New,2026-01-06 08:00,2026-01-06 08:00
"""
WORKS = b"""id,kind,status,asset,begun,ended,labour_minutes
W-1,preventive,done,srv-1,2026-03-10 08:00,2026-03-10 09:00,60
W-2,corrective,done,srv-2,2026-02-10 08:00,2026-02-10 09:00,45
"""


def code(ask: Any) -> str:
    with pytest.raises(entretien.Error) as caught:
        ask()
    return caught.value.code


@pytest.fixture
def log() -> Log:
    return Log.merged([Log.from_incidents(INCIDENTS), Log.from_interventions(WORKS)])


def test_incidents_are_read(log: Log) -> None:
    assert (log.incident_count, log.intervention_count, log.refused) == (3, 2, 1)
    first = log.incidents[0]
    assert first["id"] == "I-1"
    assert first["assets"] == ["srv-1"]
    assert first["opened"] == dt.datetime(2026, 3, 2, 16, tzinfo=UTC)
    assert "resolved" not in log.incidents[2]
    for row in log.incidents:
        check_type(row, _kpi_answers.IncidentRow, "IncidentRow")
    for work in log.interventions:
        check_type(work, _kpi_answers.InterventionRow, "InterventionRow")
    assert log.incident("I-2") == log.incidents[1]
    assert log.incident("I-9") is None
    assert log.intervention("W-9") is None
    found = log.intervention("W-1")
    assert found is not None
    assert found["labour_minutes"] == 60
    assert [fault.code for fault in log.diagnostics] == ["INT-023"]
    assert log.time_zone == "Europe/Paris"
    assert repr(log) == "<Log: 3 incidents, 2 interventions, 1 refused, 1 diagnostics>"
    assert json.loads(log.to_json())["zone"] == "Europe/Paris"


def test_events_fold_into_records() -> None:
    heard: list[tuple[int, int]] = []
    log = Log.from_events(EVENTS, "UTC", progress=lambda done, of: heard.append((done, of)))
    assert log.incident_count == 2
    incident = log.incidents[0]
    assert incident["events"] == 3
    (wait,) = incident["waits"]
    assert wait["from"] == dt.datetime(2026, 1, 5, 9, tzinfo=UTC)
    assert wait["to"] == dt.datetime(2026, 1, 5, 12, tzinfo=UTC)
    assert heard == [(len(EVENTS), len(EVENTS))]
    for data in (EVENTS.decode(), bytearray(EVENTS), memoryview(EVENTS)):
        assert Log.from_events(data, "UTC").to_json() == log.to_json()


def test_columns_are_mapped() -> None:
    data = "clé;Ouvert le;remarque\nA;02/03/2026 17:00;bruit\n".encode()
    mapping = {
        "columns": [{"name": "clé", "field": "id"}, {"name": "Ouvert le", "field": "opened"}],
        "dates": "day_first",
    }
    try:
        log = Log.from_incidents(data, mapping=mapping)
    except entretien.Error as error:  # the code of the order of dates
        assert error.code == "DOC-008"  # noqa: PT017
        log = Log.from_incidents(data, mapping={"columns": mapping["columns"]})
    assert log.incidents[0]["opened"] == dt.datetime(2026, 3, 2, 16, tzinfo=UTC)
    assert log.unused == {"csv:remarque": 1}
    with_zone = json.dumps(
        {"format": "entretien/log-mapping", "format_version": "1.0", "time_zone": "UTC"}
    )
    log = Log.from_incidents(INCIDENTS, mapping=with_zone)
    assert log.incidents[0]["opened"] == dt.datetime(2026, 3, 2, 17, tzinfo=UTC)
    no_id = {"columns": [{"name": "x", "field": "opened"}]}
    assert code(lambda: Log.from_incidents(data, mapping=no_id)) == "INT-031"


def test_what_is_wrong_has_a_code() -> None:
    assert code(lambda: Log.from_incidents(b"a,b\n1,2\n")) == "INT-032"
    assert code(lambda: Log.from_events(b"id,opened\n1,2\n")) == "INT-032"
    assert code(lambda: Log.from_incidents(INCIDENTS, "Mars/Olympus")) == "CAL-005"
    assert code(lambda: Log.from_glpi([b"nothing"])) == "INT-033"
    once = Log.from_incidents(INCIDENTS)
    assert code(lambda: Log.merged([once, once])) == "INT-001"
    with pytest.raises(ValueError, match="no log"):
        Log.merged([])
    with pytest.raises(TypeError, match="bytes"):
        Log.from_incidents(7)  # type: ignore[arg-type]
    naive = dt.datetime(2026, 4, 1)
    with pytest.raises(TypeError, match="aware"):
        once.open_list(naive)
    with pytest.raises(ValueError, match="key must be"):
        once.repeats(AS_OF, key="moon")  # type: ignore[arg-type]


def test_tickets_of_glpi() -> None:
    ticket = {"id": 7, "name": "Disk", "date": "2026-03-02 17:00:00", "status": 1}
    log = Log.from_glpi([json.dumps([ticket]).encode()])
    assert log.incident_count == 1


def test_follow_up(log: Log) -> None:
    open_list = log.open_list(AS_OF, bounds_days=[10])
    check_type(open_list, _kpi_answers.OpenList, "OpenList")
    assert [row["incident"] for row in open_list["incidents"]] == ["I-3"]
    assert [row["count"] for row in open_list["ageing"]] == [0, 1]
    assert [row["count"] for row in log.open_list(AS_OF)["ageing"]] == [0, 0, 1, 0, 0]
    repeats = log.repeats(AS_OF, within_days=2)
    check_type(repeats, list[_kpi_answers.Repeat], "repeats")
    assert [(row["earlier"], row["later"]) for row in repeats] == [("I-1", "I-2")]
    assert log.repeats(AS_OF, within_days=2, key="cause") == []
    follow_ups = log.follow_ups(AS_OF)
    check_type(follow_ups, _kpi_answers.FollowUpSummary, "FollowUpSummary")
    states = [(row["asset"], row["state"]) for row in follow_ups["rows"]]
    assert states == [("srv-2", "missed"), ("srv-1", "done"), ("srv-1", "done")]
    problems = log.problems(AS_OF, threshold=1.0, min_count=1, clusters=["asset"])
    check_type(problems, _kpi_answers.Problems, "Problems")
    assert problems["recent_count"] == 3
    assert {row["first"] for row in problems["problems"]} == {"srv-1", "srv-2"}
    synthesis = log.synthesis(dt.date(2026, 1, 1), dt.date(2027, 1, 1), unit="quarter")
    check_type(synthesis, _kpi_answers.Synthesis, "Synthesis")
    rows = [(row["kind"], row["count"], row["labour_minutes"]) for row in synthesis["rows"]]
    assert rows == [("preventive", 1, 60), ("corrective", 1, 45)]
