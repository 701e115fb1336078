"""Reviews, proposals and kick-offs through Python: the bytes of Rust, and what is refused."""

import datetime as dt
import json
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

import entretien
from conftest import REVIEW_DIGESTS, ROOT, check_type, document, forms
from entretien.intervention import Log
from entretien.review import Deliverable, DeliverableContent, Section

GOLDEN = ROOT / "tests" / "golden" / "review"
LANGS: tuple[Any, ...] = ("en", "fr")


def question(name: str) -> dict[str, Any]:
    """The fields of a question as the arguments of its method."""
    fields = json.loads((GOLDEN / f"{name}.json").read_bytes())
    assert fields.pop("format_version") == "1.0"
    fields.pop("format")
    return {
        key: dt.date.fromisoformat(value) if isinstance(value, str) else value
        for key, value in fields.items()
    }


@pytest.fixture(scope="module")
def made(company: entretien.Engagement, log: Log) -> dict[tuple[str, str], Deliverable]:
    found = {}
    for lang in LANGS:
        found["review", lang] = company.review(**question("review"), log=log, lang=lang)
        found["proposal", lang] = company.proposal(**question("offer"), lang=lang)
        found["kick_off", lang] = company.kick_off(**question("offer"), lang=lang)
    return found


@pytest.fixture(scope="module")
def review(made: dict[tuple[str, str], Deliverable]) -> Deliverable:
    return made["review", "en"]


@pytest.fixture(scope="module")
def small() -> entretien.Engagement:
    return entretien.Engagement.from_dict(document())


def code(ask: Callable[[], object]) -> str:
    with pytest.raises(entretien.Error) as caught:
        ask()
    return caught.value.code


def blocks(content: DeliverableContent) -> Iterator[Any]:
    yield from content["summary"]
    for section in content["sections"]:
        yield from section["blocks"]


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", ["review", "proposal", "kick_off"])
def test_every_form_is_that_of_rust(
    made: dict[tuple[str, str], Deliverable], name: str, lang: str
) -> None:
    assert forms(made[name, lang]) == REVIEW_DIGESTS[name][lang]


def test_what_it_is(review: Deliverable, made: dict[tuple[str, str], Deliverable]) -> None:
    assert (review.kind, review.lang, review.as_of) == ("review", "en", dt.date(2026, 6, 30))
    assert review.period == (dt.date(2026, 1, 1), dt.date(2026, 7, 1))
    content = review.to_dict()
    assert (review.title, review.provider) == (content["title"], content["provider"])
    assert review.customer == content["customer"]
    assert repr(review) == "<Deliverable review as of 2026-06-30>"
    offer = made["kick_off", "fr"]
    assert (offer.kind, offer.lang, offer.as_of) == ("kick_off", "fr", dt.date(2025, 12, 1))
    assert offer.title == offer.to_dict()["title"] != made["kick_off", "en"].title


def test_contents_have_their_types(made: dict[tuple[str, str], Deliverable]) -> None:
    met: set[str] = set()
    for (name, lang), one in made.items():
        met |= check_type(one.to_dict(), DeliverableContent, f"{name} {lang}")
    assert {"BlockFigures", "CellDate", "CellMoney", "CellUnknown"} <= met
    assert {"ChartControl", "ChartGantt", "Decision", "Outcome", "DatedEntry"} <= met


def test_the_content_is_the_json(review: Deliverable) -> None:
    def plain(value: object) -> str:
        assert isinstance(value, dt.date)
        return value.isoformat()

    assert json.loads(json.dumps(review.to_dict(), default=plain)) == json.loads(review.to_json())


def test_sections_and_pictures_by_id(review: Deliverable) -> None:
    content = review.to_dict()
    assert [section["id"] for section in content["sections"]] == review.sections
    for section in content["sections"]:
        assert review.section(section["id"]) == section
        check_type(section, Section, section["id"])
    assert review.section("elsewhere") is None
    pictures = [block["content"] for block in blocks(content) if block["block"] == "picture"]
    assert [picture["id"] for picture in pictures] == review.pictures != []
    for picture in pictures:
        svg = review.svg(picture["id"])
        assert svg.startswith("<svg")
        assert "<script" not in svg
    with pytest.raises(KeyError, match="elsewhere"):
        review.svg("elsewhere")


def test_decisions_of_the_last_review_come_back(review: Deliverable) -> None:
    section = review.section("outcomes")
    assert section is not None
    (block,) = section["blocks"]
    assert block["block"] == "outcomes"
    outcomes = {outcome["key"]: outcome for outcome in block["content"]}
    done, deferred = outcomes["spare-printer"], outcomes["second-link"]
    assert (done["status"], done["done"]) == ("done", dt.date(2026, 3, 2))
    assert done["before"]["is"] == done["after"]["is"] == "number"
    assert (deferred["status"], deferred["done"]) == ("deferred", None)
    assert deferred["note"] == "To the budget of 2027"


def test_a_page_for_notebooks_is_escaped() -> None:
    hostile = "</script><img src=x>"
    engagement = entretien.Engagement.from_dict(document(customer={"name": hostile}))
    page = engagement.review(dt.date(2026, 1, 1), dt.date(2026, 7, 1))._repr_html_()
    assert "<caption>" in page
    assert "&lt;img src=x&gt;" in page
    assert "<img" not in page
    assert "<script" not in page


def test_without_a_log_performance_is_not_known(small: entretien.Engagement) -> None:
    start, end = dt.date(2026, 1, 1), dt.date(2026, 7, 1)
    review = small.review(start, end)
    assert review.digest() == small.review(start, end, as_of=dt.date(2026, 6, 30)).digest()
    assert review.digest() == small.review(start, end, plan_end=dt.date(2027, 1, 1)).digest()
    assert review.digest() == small.review(start, end, years=5).digest()
    assert review.digest() != small.review(start, end, years=4).digest()
    assert review.digest() != small.review(start, end, lang="fr").digest()


def test_the_last_review_shows_what_changed(small: entretien.Engagement) -> None:
    more = [{"id": "srv-1", "category": "server"}, {"id": "srv-2", "category": "server"}]
    now = entretien.Engagement.from_dict(document(assets=more))
    days = dt.date(2026, 1, 1), dt.date(2026, 7, 1)
    assert now.review(*days, previous=small).digest() != now.review(*days).digest()


def test_rules_of_the_house(company: entretien.Engagement, log: Log, review: Deliverable) -> None:
    nothing = {"format": "entretien/advice", "format_version": "1.0", "shipped": False, "rules": []}
    bare = company.review(**question("review"), log=log, rules=nothing)
    assert bare.digest() != review.digest()


def test_calendars_are_cut(review: Deliverable) -> None:
    assert len(review.to_ics(2_000, "Suivi")) > 1
    assert "X-WR-CALNAME:Suivi" in review.to_ics(calendar_name="Suivi")[0]
    assert code(lambda: review.to_ics(100)) == "DOC-009"


def test_bad_questions_have_codes(small: entretien.Engagement) -> None:
    start, end = dt.date(2026, 1, 1), dt.date(2026, 7, 1)

    def ask(**changes: Any) -> Callable[[], object]:
        return lambda: small.review(**({"start": start, "end": end} | changes))

    decision = {"key": "k", "title": {"en": "T"}, "recommended": start, "status": "done"}
    assert code(ask(end=start)) == "PLAN-001"
    assert code(ask(plan_end=start)) == "PLAN-001"
    assert code(ask(start=dt.date(1500, 1, 1))) == "DOC-007"
    assert code(ask(decisions=[decision])) == "DOC-009"
    assert code(ask(decisions=[{**decision, "status": "perhaps"}])) == "DOC-008"
    assert code(ask(decisions=[{"key": "k"}])) == "DOC-005"
    assert code(ask(indicators={"currency": "EURO"})) == "DOC-009"
    assert code(ask(indicators={"grains": "month"})) == "DOC-004"
    assert code(ask(rules={"format": "entretien/advice", "format_version": "9.0"})) == "DOC-003"
    assert code(ask(records={"format": "entretien/tickets"})) == "DOC-003"
    with pytest.raises(entretien.Error) as caught:
        ask(decisions=[decision], indicators={"confidence_percent": 100})()
    assert [fault.pointer for fault in caught.value.faults] == [
        "/indicators/confidence_percent",
        "/decisions/0/done",
    ]
    with pytest.raises(TypeError, match="datetime"):
        ask(start=dt.datetime(2026, 1, 1))()
    with pytest.raises(TypeError, match="not a text"):
        ask(decisions="none")()
    with pytest.raises(ValueError, match="lang must be"):
        ask(lang="de")()


def test_bad_offers_have_codes(small: entretien.Engagement) -> None:
    as_of, start = dt.date(2025, 12, 1), dt.date(2026, 1, 5)
    for ask in (small.proposal, small.kick_off):
        assert code(lambda ask=ask: ask(as_of, start, start)) == "PLAN-001"  # type: ignore[misc]
        assert code(lambda ask=ask: ask(as_of, start, needs=[{"fr": "x"}])) == "DOC-005"  # type: ignore[misc]
        assert code(lambda ask=ask: ask(as_of, start, contacts=[{"x": 1}])) == "DOC-004"  # type: ignore[misc]
        one_year = ask(as_of, start, dt.date(2027, 1, 5))
        assert ask(as_of, start).digest() == one_year.digest()


def test_two_threads_give_the_bytes_of_one(
    company: entretien.Engagement, log: Log, review: Deliverable
) -> None:
    def again(_: int) -> dict[str, str]:
        return forms(company.review(**question("review"), log=log))

    with ThreadPoolExecutor(2) as pool:
        assert list(pool.map(again, range(2))) == [forms(review)] * 2
