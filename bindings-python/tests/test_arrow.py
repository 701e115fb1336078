import datetime as dt

import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

import entretien
from conftest import document, many, plan_of

MARKS = pa.list_(pa.field("item", pa.string(), nullable=False))
COLUMNS = {
    "id": pa.string(),
    "task": pa.string(),
    "title": pa.string(),
    "subject": pa.string(),
    "subject_name": pa.string(),
    "asset": pa.string(),
    "asset_name": pa.string(),
    "category": pa.string(),
    "site": pa.string(),
    "nominal": pa.date32(),
    "due": pa.date32(),
    "earliest": pa.date32(),
    "latest": pa.date32(),
    "date": pa.date32(),
    "call": pa.date32(),
    "done_on": pa.date32(),
    "duration_minutes": pa.uint32(),
    "mode": pa.string(),
    "skill": pa.string(),
    "periodicity": pa.string(),
    "status": pa.string(),
    "contract": pa.string(),
    "visit": pa.string(),
    "key": pa.string(),
    "marks": MARKS,
}
NULLABLE = ["asset", "asset_name", "category", "site", "done_on", "contract", "visit"]


def rows(plan: entretien.Plan) -> list[dict[str, object]]:
    """What the table must hold, by the row objects."""
    names = [name for name in COLUMNS if name != "title"]
    return [
        {name: getattr(occurrence, name) for name in names} | {"title": occurrence.title()}
        for occurrence in plan
    ]


def test_pyarrow_reads_the_columns(plan: entretien.Plan) -> None:
    table = pa.table(plan)
    assert {field.name: field.type for field in table.schema} == COLUMNS
    assert list(COLUMNS) == table.column_names == plan.to_arrow().column_names
    assert [field.name for field in table.schema if field.nullable] == NULLABLE
    assert table.to_pylist() == [{name: row[name] for name in COLUMNS} for row in rows(plan)]
    assert pa.schema(plan.to_arrow()) == table.schema


def test_polars_reads_the_columns(company_plan: entretien.Plan) -> None:
    frame = pl.DataFrame(company_plan)
    assert frame.columns == list(COLUMNS)
    assert frame.schema["date"] == pl.Date
    assert frame.height == len(company_plan)
    assert frame["date"].to_list() == [row.date for row in company_plan]
    assert frame["duration_minutes"].sum() == company_plan.totals["work_minutes"]
    by_skill = frame.group_by("skill").agg(pl.col("duration_minutes").sum()).sort("skill")
    assert by_skill.rows() == [
        (row["key"], row["work_minutes"]) for row in company_plan.totals["skills"]
    ]


def test_pandas_reads_the_columns(plan: entretien.Plan) -> None:
    frame = pd.DataFrame.from_arrow(plan)  # type: ignore[attr-defined]  # since pandas 3
    assert list(frame.columns) == list(COLUMNS)
    assert list(frame["nominal"])[1] == dt.date(2026, 4, 5)
    assert pd.to_datetime(frame["date"]).dt.month.tolist() == [1, 4, 7, 10]


def test_titles_follow_the_language(plan: entretien.Plan) -> None:
    assert set(pl.DataFrame(plan.to_arrow("fr"))["title"]) == {"Test de restauration"}
    assert set(pl.DataFrame(plan.to_arrow())["title"]) == {"Restore test"}


def test_a_table_can_be_read_again(plan: entretien.Plan) -> None:
    table = plan.to_arrow()
    assert pa.table(table) == pa.table(table) == pa.table(plan)
    assert len(table) == len(plan)


def test_large_plans_come_in_batches() -> None:
    plan = plan_of(assets=many(40_000))
    table = pa.table(plan)
    assert len(plan) == table.num_rows == 160_000
    assert [len(batch) for batch in table.to_batches()] == [65_536, 65_536, 28_928]
    table.validate(full=True)
    assert table["id"][159_999].as_py() == plan[-1].id


def test_an_empty_plan_keeps_its_columns() -> None:
    table = pa.table(plan_of(begin="2030-01-01"))
    assert table.num_rows == 0
    assert table.column_names == list(COLUMNS)


def test_a_requested_schema_is_followed(plan: entretien.Plan) -> None:
    asked = pa.schema(
        [
            pa.field(name, pa.large_string() if kind == pa.string() else kind)
            for name, kind in COLUMNS.items()
        ]
    )
    capsule = plan.__arrow_c_stream__(asked.__arrow_c_schema__())

    class Source:
        def __arrow_c_stream__(self, requested_schema: object = None) -> object:
            assert requested_schema is None
            return capsule

    assert pa.table(Source()).schema.field("id").type == pa.large_string()


def test_a_requested_schema_is_a_capsule(plan: entretien.Plan) -> None:
    with pytest.raises(TypeError):
        plan.__arrow_c_stream__("schema")


def test_the_table_survives_its_plan() -> None:
    table = (
        entretien.Engagement.from_dict(document())
        .plan(as_of=dt.date(2026, 1, 1), start=dt.date(2026, 1, 1), end=dt.date(2027, 1, 1))
        .to_arrow()
    )
    assert pa.table(table).num_rows == 4
