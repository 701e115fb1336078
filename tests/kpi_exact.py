"""Indicators of real logs recomputed with polars and numpy: `kpi_exact.py PROGRAM SHARED`.

PROGRAM prints what the library says. Whole numbers must be equal, quotients agree to 1e-9 of their value.
"""

import gzip
import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import polars as pl

PROGRAM, SHARED = sys.argv[1], Path(sys.argv[2])
compared = 0


def same(found, expected, what):
    """Equal; for quotients to 1e-9."""
    global compared
    compared += 1
    if isinstance(expected, float) and found is not None:
        assert abs(found - expected) <= 1e-9 * max(abs(expected), 1e-12), (what, found, expected)
    else:
        assert found == expected, (what, found, expected)


def unzipped(name):
    return gzip.decompress((SHARED / "data" / name).read_bytes())


# Tickets


def tickets():
    """One row a ticket: the values of its last event."""
    rows = pl.read_csv(unzipped("incidents/uci498_events.csv.gz"), infer_schema=False, null_values=["?", ""])
    last = rows.group_by("number", maintain_order=True).agg(pl.all().exclude("number").last())
    moment = lambda name: pl.col(name).str.to_datetime("%Y-%m-%dT%H:%M")
    return last.with_columns(
        opened=moment("opened_at"),
        resolved=moment("resolved_at"),
        kept=pl.col("made_sla") == "true",
        reopened=pl.col("reopen_count").cast(pl.Int64) > 0,
        routed=pl.col("reassignment_count").cast(pl.Int64),
    ).with_columns(seconds=(pl.col("resolved") - pl.col("opened")).dt.total_seconds())


def check_tickets(found, rows):
    answers = {row["indicator"]: row for row in found["whole"]["groups"][0]["windows"][0]["answers"]}
    times = rows["seconds"].drop_nulls().to_numpy()
    mean = answers["mean_resolution"]
    same(mean["numerator"], int(times.sum()), "seconds to resolution")
    same(mean["denominator"], len(times), "resolved tickets")
    same(mean["value"], float(times.sum() / len(times) / 3600), "mean time to resolution")
    same(mean["unknown"], rows.height - len(times), "closed and not resolved")
    for percentile in found["percentiles"]:
        share = percentile["share"]
        same(percentile["value"], float(np.percentile(times, 100 * share)), f"percentile {share}")
        same(percentile["count"], len(times), "times")
    for indicator, hits in [
        ("level_compliance", rows["kept"]),
        ("reopen_rate", rows["reopened"]),
        ("reassignment_free", rows["routed"] == 0),
    ]:
        answer = answers[indicator]
        same(answer["numerator"], int(hits.sum()), indicator)
        same(answer["denominator"], rows.height, indicator)
        same(answer["value"], float(hits.mean()), indicator)


def check_groups(found, rows):
    for group in found["priorities"]["groups"]:
        mine = rows.filter(pl.col("priority").eq_missing(group["key"][0]))
        (window,) = group["windows"]
        (kept,) = [row for row in window["answers"] if row["indicator"] == "level_compliance"]
        same(kept["denominator"], mine.height, f"priority {group['key']}")
        same(kept["numerator"], int(mine["kept"].sum()), f"priority {group['key']}")
        same(kept["value"], float(mine["kept"].mean()), f"priority {group['key']}")
    same(len(found["priorities"]["groups"]), rows["priority"].n_unique(), "priorities")
    (months,) = found["months"]["groups"]
    for (begin, end), month in zip(found["months"]["windows"], months["windows"], strict=True):
        within = lambda name: pl.col(name).dt.epoch("s").is_between(begin, end, closed="left")
        opened, resolved = rows.filter(within("opened")), rows.filter(within("resolved"))
        same(month["totals"].get("opened_tickets", 0), opened.height, f"opened since {begin}")
        same(month["totals"].get("resolved_tickets", 0), resolved.height, f"resolved since {begin}")
        seconds = month["totals"].get("resolution_seconds", 0)
        same(seconds, int(resolved["seconds"].sum()), f"seconds since {begin}")
    counts = rows.group_by("category").agg(amount=pl.len()).sort("amount", descending=True)
    pareto = found["pareto"]
    same(pareto["total"], rows.height, "total of categories")
    same([row["amount"] for row in pareto["rows"]], counts["amount"].to_list(), "categories")
    by_key = dict(counts.iter_rows())
    cumulated = 0
    for row in pareto["rows"]:
        same(row["amount"], by_key[row["key"][0]], f"category {row['key']}")
        before = cumulated / rows.height
        cumulated += row["amount"]
        same(row["share"], row["amount"] / rows.height, "share")
        same(row["cumulated_share"], cumulated / rows.height, "cumulated share")
        same(row["class"], "A" if before < 0.8 else "B" if before < 0.95 else "C", "class")


# Outages


def united(begins, ends):
    """The length of the union of intervals."""
    order = np.argsort(begins, kind="stable")
    begins, ends = begins[order], ends[order]
    reach = np.maximum.accumulate(np.concatenate([[begins[0]], ends[:-1]]))
    return int(np.maximum(0, ends - np.maximum(begins, reach)).sum())


def check_outages(found):
    rows = pl.read_csv(unzipped("failures/lanl_failures_1996_2005.csv.gz"), infer_schema=False)
    moment = lambda name: pl.col(name).str.strip_chars().str.to_datetime("%-m/%-d/%Y %H:%M", strict=False)
    rows = rows.with_columns(
        begin=moment("Prob Started").dt.epoch("s") // 60, end=moment("Prob Fixed").dt.epoch("s") // 60
    )
    assert rows["begin"].null_count() + rows["end"].null_count() == 0
    same(len(found), rows["System"].n_unique(), "systems")
    twice = 0
    for (system,), mine in rows.group_by("System"):
        answer, down = found[system.strip()], found[system.strip()]["downtime"]
        begin, end = int(mine["begin"].min()), int(mine["end"].max()) + 1
        nodes = mine.group_by(pl.col("nodenum").str.strip_chars().fill_null(""))
        total, count = 0, 0
        for _, node in nodes:
            total += united(node["begin"].to_numpy(), node["end"].to_numpy())
            count += 1
        length = int((mine["end"] - mine["begin"]).sum())
        required = count * (end - begin)
        same(answer["window"], [begin, end], f"window of system {system}")
        same(answer["nodes"], count, f"nodes of system {system}")
        same(down["down_time"], total, f"down time of system {system}")
        same(down["naive_down_time"], length, f"lengths of system {system}")
        same(down["restoration_time"], length, f"restoration of system {system}")
        same(down["failures"], mine.height, f"failures of system {system}")
        same(answer["availability"], (required - total) / required, f"availability of {system}")
        same(answer["mtbf"], (required - total) / mine.height, f"MTBF of system {system}")
        same(answer["mttr"], length / mine.height, f"MTTR of system {system}")
        twice += length - total
    same(twice, 84_996, "minutes counted twice")


answer = subprocess.run([PROGRAM, str(SHARED)], capture_output=True, text=True, check=True)
said = json.loads(answer.stdout)
one_each = tickets()
check_tickets(said, one_each)
check_groups(said, one_each)
check_outages(said["lanl"])
print(f"{compared} figures of indicators agree")
