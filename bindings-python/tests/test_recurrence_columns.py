import datetime as dt
import itertools
import threading
import time
from typing import Any
from zoneinfo import ZoneInfo

import numpy as np
import polars as pl
import pyarrow as pa
import pytest
from dateutil.rrule import rrulestr

import entretien
from entretien import recurrence
from entretien.recurrence import Columns, Rule, RuleSet, Values, expand

PARIS = ZoneInfo("Europe/Paris")
YEAR = dt.date(2026, 1, 1), dt.date(2027, 1, 1)
MONDAYS = "DTSTART;TZID=Europe/Paris:20260105T090000\nRRULE:FREQ=WEEKLY;BYDAY=MO"
SHAPES = [
    "FREQ=WEEKLY;BYDAY=MO",
    "FREQ=MONTHLY;BYMONTHDAY=15",
    "FREQ=MONTHLY;BYDAY=2TU",
    "FREQ=MONTHLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1",
    "FREQ=YEARLY;BYMONTH=1,7;BYDAY=1MO",
    "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
]


def address(array: Any) -> int:
    return int(array.__array_interface__["data"][0])


def test_a_column_is_the_instances_as_integers() -> None:
    rules = RuleSet.parse(MONDAYS)
    values = expand(rules, *YEAR)
    instants = [int(time.timestamp()) for time in rules.expand(*YEAR)]  # type: ignore[union-attr]
    assert list(values) == list(values.buffer) == instants
    assert [values[0], values[-1], len(values)] == [instants[0], instants[-1], 52]
    assert list(expand(MONDAYS, *YEAR)) == instants
    days = expand(MONDAYS, *YEAR, unit="days")
    first = (dt.date(2026, 1, 5) - dt.date(1970, 1, 1)).days
    assert list(days) == list(range(first, first + 364, 7))
    assert (repr(values), repr(days)) == ("<Values: 52 int64>", "<Values: 52 int32>")
    for index in (52, -53):
        with pytest.raises(IndexError):
            values[index]


@pytest.mark.parametrize(("unit", "kind"), [("seconds", "int64"), ("days", "int32")])
def test_numpy_shares_the_memory(unit: Any, kind: str) -> None:
    values = expand(MONDAYS, *YEAR, unit=unit)
    array = np.asarray(values)
    assert array.dtype == np.dtype(kind)
    with pytest.raises(ValueError, match="read-only"):
        array[0] = 0
    assert not array.flags.owndata
    twin = np.frombuffer(values.buffer, dtype=kind)
    assert address(array) == address(twin) == address(np.asarray(values.buffer))
    assert array.tolist() == list(values)
    assert values.buffer.readonly
    assert values.buffer.format == {"seconds": "q", "days": "i"}[unit]
    del values, twin
    assert len(set(np.diff(array).tolist())) == (3 if unit == "seconds" else 1)


@pytest.mark.parametrize(("unit", "kind"), [("seconds", pa.int64()), ("days", pa.int32())])
def test_arrow_shares_the_memory(unit: Any, kind: pa.DataType) -> None:
    values = expand(MONDAYS, *YEAR, unit=unit)
    array = pa.array(values)
    array.validate(full=True)
    assert array.type == kind
    assert array.to_pylist() == list(values)
    assert array.buffers()[1].address == address(np.asarray(values))
    assert pa.field(values).type == kind
    assert pl.Series(values).to_list() == list(values)


def test_arrow_gives_the_type_that_is_asked_for() -> None:
    kind = pa.timestamp("s", "UTC")
    array = pa.array(expand(MONDAYS, *YEAR), type=kind)
    assert array.type == kind
    assert array[0].as_py() == dt.datetime(2026, 1, 5, 8, tzinfo=dt.UTC)
    days = pa.array(expand(MONDAYS, *YEAR, unit="days"), type=pa.date32())
    assert days[0].as_py() == dt.date(2026, 1, 5)


def test_nothing_is_a_column_too() -> None:
    units: list[recurrence.Unit] = ["seconds", "days"]
    for unit in units:
        none = expand(MONDAYS, YEAR[0], YEAR[0], unit=unit)
        assert len(none) == 0
        assert np.asarray(none).shape == (0,)
        assert len(pa.array(none)) == 0
        assert list(none) == list(none.buffer) == []
        nobody = expand([], *YEAR, unit=unit)
        assert (len(nobody), len(nobody.values), list(nobody.offsets)) == (0, 0, [0])
        assert len(pa.array(nobody)) == 0


def fleet(count: int) -> list[tuple[str | Rule, dt.datetime]]:
    start = dt.datetime(2026, 1, 1, 8, tzinfo=PARIS)
    rules: list[str | Rule] = [*SHAPES, Rule.parse(SHAPES[0])]
    return [
        (rules[n % len(rules)], start + dt.timedelta(days=n % 40, seconds=n)) for n in range(count)
    ]


def test_many_are_what_each_alone_is() -> None:
    pairs = fleet(200)
    pairs += pairs[:20]
    columns = expand(pairs, *YEAR)
    days = expand(pairs, *YEAR, unit="days")
    assert len(columns) == len(days) == 220
    for row, (rule, anchor) in enumerate(pairs):
        alone = RuleSet.build(anchor, [rule])
        assert list(columns[row]) == list(expand(alone, *YEAR))
        assert list(days[row]) == list(expand(alone, *YEAR, unit="days"))
    assert list(columns[-1]) == list(columns[19])
    assert repr(columns) == f"<Columns: 220 rows, {len(columns.values)} values>"
    assert list(expand(tuple(pairs), *YEAR).values) == list(columns.values)
    assert list(expand(iter(pairs), *YEAR).values) == list(columns.values)
    with pytest.raises(IndexError):
        columns[220]


def test_rows_share_the_memory_of_their_columns() -> None:
    columns = expand(fleet(20), *YEAR)
    whole = np.asarray(columns.values)
    offsets = np.asarray(columns.offsets)
    assert offsets.dtype == np.int64
    assert address(np.asarray(columns[3])) == address(whole) + 8 * int(offsets[3])
    lists = pa.array(columns)
    lists.validate(full=True)
    assert lists.type == pa.large_list(pa.field("item", pa.int64(), nullable=False))
    assert lists.values.buffers()[1].address == address(whole)
    assert lists.buffers()[1].address == address(offsets)
    assert lists.to_pylist() == [list(columns[row]) for row in range(20)]
    assert pa.field(columns).type == lists.type
    del columns
    assert whole[0] == lists[0][0].as_py()


def test_dates_are_anchors_too() -> None:
    pairs = [("FREQ=MONTHLY;BYMONTHDAY=-1", dt.date(2026, month, 10)) for month in (1, 6)]
    days = expand(pairs, *YEAR, unit="days")
    assert [len(days[0]), len(days[1])] == [12, 7]
    seconds = expand(pairs, *YEAR)
    assert list(seconds.values) == [day * 86_400 for day in days.values]
    counted = expand(
        [("FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=2", dt.date(2026, 1, 10))],
        *YEAR,
        unit="days",
        unmatched="count",
    )
    assert list(counted.values) == [20_463, 20_484]
    mixed = [*pairs, ("FREQ=DAILY;COUNT=1", dt.datetime(2026, 1, 5, 9))]
    assert len(expand(mixed, dt.datetime(2026, 1, 1, 12), YEAR[1]).values) == 20


def test_policies_hold_for_texts_and_pairs() -> None:
    night = dt.datetime(2026, 3, 29, 2, 30, tzinfo=PARIS)
    text = "DTSTART;TZID=Europe/Paris:20260329T023000\nRRULE:FREQ=DAILY;COUNT=1"
    hours: list[tuple[recurrence.Gap, int]] = [("forward", 3), ("before", 1)]
    for gap, hour in hours:
        instant = int(night.replace(hour=hour).timestamp())
        assert list(expand(text, *YEAR, gap=gap)) == [instant]
        pairs = [("FREQ=DAILY;COUNT=1", night)]
        assert list(expand(pairs, *YEAR, gap=gap).values) == [instant]
    with pytest.raises(TypeError, match="its own policies"):
        expand(RuleSet.parse(text), *YEAR, gap="skip")


def test_the_pair_that_is_wrong_is_named() -> None:
    good = ("FREQ=DAILY", dt.date(2026, 1, 1))
    cases: list[tuple[tuple[str, dt.date], str, str]] = [
        (("FREQ=DAILY;INTERVAL=0", dt.date(2026, 1, 1)), "REC-001", "/rows/1 line 1 column 21"),
        (("FREQ=HOURLY", dt.date(2026, 1, 1)), "REC-012", "/rows/1"),
        (("FREQ=DAILY;UNTIL=20260201T000000", dt.date(2026, 1, 1)), "REC-011", "/rows/1"),
    ]
    units: list[recurrence.Unit] = ["seconds", "days"]
    for bad, code, pointer in cases:
        for unit in units:
            with pytest.raises(entretien.Error) as refusal:
                expand([good, bad], *YEAR, unit=unit)
            fault = refusal.value.faults[0]
            assert (fault.code, fault.pointer) == (code, pointer)
    strange: list[Any] = [["FREQ=DAILY"], [("FREQ=DAILY",)], [(1, YEAR[0])], [("x", "y")], 7]
    for odd in strange:
        with pytest.raises(TypeError):
            expand(odd, *YEAR)


def test_windows_of_many_are_one_window() -> None:
    tokyo = ZoneInfo("Asia/Tokyo")
    start = dt.datetime(2026, 1, 5, 9)
    pairs = [("FREQ=DAILY;COUNT=1", start.replace(tzinfo=zone)) for zone in (PARIS, tokyo)]
    with pytest.raises(TypeError, match="other zones"):
        expand(pairs, *YEAR)
    window = (dt.datetime(2026, 1, 5, tzinfo=dt.UTC), dt.datetime(2026, 1, 6, tzinfo=dt.UTC))
    assert list(expand(pairs, *window).values) == [int(when.timestamp()) for _, when in pairs]
    assert list(expand(pairs, *YEAR, unit="days").values) == [20_458, 20_458]
    with pytest.raises(TypeError, match="some have none"):
        expand([*pairs, ("FREQ=DAILY", start)], *window)
    with pytest.raises(TypeError, match="are dates"):
        expand(pairs, *window, unit="days")
    with pytest.raises(ValueError, match="unit must be 'seconds' or 'days'"):
        expand(pairs, *YEAR, unit="hours")  # type: ignore[call-overload]
    with pytest.raises(ValueError, match="end is before start"):
        expand(pairs, window[1], window[0])


@pytest.mark.parametrize("rule", SHAPES)
@pytest.mark.parametrize("zone", ["Europe/Paris", "America/New_York", "Australia/Lord_Howe", None])
def test_dateutil_agrees(rule: str, zone: str | None) -> None:
    tzinfo = ZoneInfo(zone) if zone else None
    anchors = [
        dt.datetime(2024, 1 + n % 12, 1 + n, 8, tzinfo=tzinfo) + dt.timedelta(seconds=67 * n)
        for n in range(25)
    ]
    end = dt.datetime(2035, 1, 1, tzinfo=tzinfo)
    columns = expand([(rule, anchor) for anchor in anchors], anchors[0].replace(month=1), end)
    for row, anchor in enumerate(anchors):
        theirs = list(itertools.takewhile(lambda time: time < end, rrulestr(rule, dtstart=anchor)))
        assert RuleSet.build(anchor, [rule]).expand(anchor, end) == theirs
        utc = [time if tzinfo else time.replace(tzinfo=dt.UTC) for time in theirs]
        assert list(columns[row]) == [int(time.timestamp()) for time in utc]


def test_the_interpreter_runs_while_columns_are_made() -> None:
    rules = RuleSet.parse("DTSTART:20260101T000000\nRRULE:FREQ=SECONDLY;BYSECOND=0,7,13,31")
    done = threading.Event()
    calls = 0

    def run() -> None:
        nonlocal calls
        until = time.perf_counter() + 0.3
        while calls == 0 or time.perf_counter() < until:
            expand(rules, YEAR[0], dt.date(2029, 1, 1))
            calls += 1
        done.set()

    thread = threading.Thread(target=run)
    thread.start()
    ticks = 0
    while not done.is_set():
        time.sleep(0.001)
        ticks += 1
    thread.join()
    assert ticks > 3 * calls + 5


def test_columns_are_exported() -> None:
    assert isinstance(expand(MONDAYS, *YEAR), Values)
    assert isinstance(expand([], *YEAR), Columns)


def test_memory_is_used_again_only_when_nobody_reads_it() -> None:
    zone = ZoneInfo("Europe/Paris")
    first = [
        ("FREQ=DAILY", dt.datetime(2026, 1, 1, 9, index % 60, tzinfo=zone)) for index in range(50)
    ]
    other = [("FREQ=WEEKLY", dt.datetime(2026, 1, 1, 9, tzinfo=zone)) for _ in range(200)]
    start, end = dt.datetime(2026, 1, 1, tzinfo=zone), dt.datetime(2030, 1, 1, tzinfo=zone)
    columns = expand(first, start, end)
    copy = np.array(np.asarray(columns.values))
    whole, row, capsule = np.asarray(columns.values), columns[3], pa.array(columns.values)
    del columns
    others = [expand(other, start, end) for _ in range(3)]
    assert np.array_equal(whole, copy)
    assert np.array_equal(capsule.to_numpy(), copy)
    assert list(row) == list(copy[3 * len(row) : 4 * len(row)])
    del whole, row, capsule
    again = expand(first, start, end)
    assert np.array_equal(np.asarray(again.values), copy)
    assert all(
        np.array_equal(np.asarray(column.values), np.asarray(others[0].values)) for column in others
    )
