import datetime as dt
import functools
import json
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest

import entretien
from conftest import YEAR, document, many

WEEKLY = [
    {
        "id": f"task-{number}",
        "title": {"en": "Look"},
        "duration_minutes": 5,
        "every": {"count": 1, "unit": "week"},
    }
    for number in range(20)
]


@pytest.fixture(scope="module")
def large() -> entretien.Engagement:
    return entretien.Engagement.from_dict(document(assets=many(100), tasks=WEEKLY))


def work_of(name: str) -> Callable[[], object]:
    """A call of the core that lasts some tens of milliseconds at least."""
    if name == "read_bytes":
        software = [{"name": f"program {number}", "version": "1.0"} for number in range(100_000)]
        content = {"hardware": {"name": "pc-1"}, "softwares": software}
        file = json.dumps({"deviceid": "pc-1", "itemtype": "Computer", "content": content})
        return functools.partial(entretien.inventory.read_bytes, {"pc-1.json": file.encode()})
    if name == "from_json":
        text = json.dumps(document(assets=many(20_000)))
        return functools.partial(entretien.Engagement.from_json, text)
    count = 2_000 if name in ("plan", "findings") else 100
    engagement = entretien.Engagement.from_dict(document(assets=many(count), tasks=WEEKLY))
    if name == "plan":
        return functools.partial(engagement.plan, **YEAR)
    if name == "what_if":
        return functools.partial(engagement.what_if, {"visits": {"within_days": 7}}, **YEAR)
    if name == "review":
        return functools.partial(engagement.review, YEAR["start"], YEAR["end"])
    return work_on(engagement.plan(**YEAR), engagement, name)


def work_on(
    plan: entretien.Plan, engagement: entretien.Engagement, name: str
) -> Callable[[], object]:
    if name == "diff":
        other = engagement.plan(dt.date(2026, 6, 1), YEAR["start"], YEAR["end"])
        return functools.partial(plan.diff, other)
    if name == "check":
        return functools.partial(engagement.check, plan)
    work: Callable[[], object] = getattr(plan, name)
    return work


@pytest.mark.parametrize(
    "name",
    [
        "read_bytes",
        "from_json",
        "plan",
        "check",
        "digest",
        "to_json",
        "to_csv",
        "to_ics",
        "to_html",
        "what_if",
        "review",
        "diff",
        "findings",
    ],
)
def test_the_interpreter_runs_while_the_core_works(name: str) -> None:
    work = work_of(name)
    started, done = threading.Event(), threading.Event()
    calls = 0

    def run() -> None:
        nonlocal calls
        started.set()
        until = time.perf_counter() + 0.3
        while calls == 0 or time.perf_counter() < until:
            work()
            calls += 1
        done.set()

    thread = threading.Thread(target=run)
    thread.start()
    started.wait()
    ticks = 0
    while not done.is_set():
        time.sleep(0.001)
        ticks += 1
    thread.join()
    # A call that kept the lock would let about one tick through, when it begins or ends.
    assert ticks > 3 * calls + 5


def test_threads_share_objects_and_agree(large: entretien.Engagement) -> None:
    expected = large.plan(**YEAR).digest()
    with ThreadPoolExecutor(8) as pool:
        plans = list(pool.map(lambda _: large.plan(**YEAR), range(16)))
        assert set(pool.map(lambda plan: plan.digest(), plans)) == {expected}
        shared = plans[0]
        assert set(pool.map(lambda _: shared.digest(), range(16))) == {expected}


def test_one_iterator_in_many_threads_gives_each_row_once(large: entretien.Engagement) -> None:
    plan = large.plan(as_of=YEAR["as_of"], start=YEAR["start"], end=YEAR["end"].replace(2026, 2))
    rows = iter(plan)
    with ThreadPoolExecutor(4) as pool:
        parts = pool.map(lambda _: [row.id for row in rows], range(4))
        ids = [id_ for part in parts for id_ in part]
    assert len(ids) == len(set(ids)) == len(plan)
