"""Failure statistics recomputed with numpy and scipy from their definitions: `reliability_exact.py PROGRAM SHARED`.

Random questions, seeded, go to PROGRAM; each figure must agree to 1e-9 of its value unless a line says why not.
"""

import csv
import gzip
import itertools
import json
import math
import random
import subprocess
import sys
from collections import defaultdict
from datetime import datetime, timedelta
from pathlib import Path

import numpy as np
from reliability_weibull import QUANTITIES, Weibull, figure
from scipy import optimize, stats

PROGRAM, SHARED = sys.argv[1], Path(sys.argv[2])
draw = random.Random(20260101)
compared = 0
worst = 0.0


def near(found, expected, what, relative=1e-9):
    """Both missing, or equal to so many parts."""
    global compared, worst
    compared += 1
    if expected is None or found is None:
        assert found is None and expected is None, (what, found, expected)
        return
    gap = abs(found - expected) / max(abs(expected), 1e-12)
    assert gap <= relative, (what, found, expected, gap)
    if relative <= 1e-9:
        worst = max(worst, gap)


def ask(questions):
    text = json.dumps(questions)
    done = subprocess.run([PROGRAM, str(SHARED)], input=text, capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


# Weibull, exponential, survival


def lives(count, late):
    rows = []
    while len(rows) < count:
        age = 1000 * (-math.log(draw.random())) ** (1 / draw.choice([0.8, 1.8, 3.0]))
        entry = 500 * draw.random() if late else 0.0
        end = entry + 1200 * draw.random()
        row = (entry, round(min(age, end), 1), age <= end)
        if row[1] > entry:
            rows.append(row)
    return rows


def check_weibull(rows, confidence, answer):
    model = Weibull(rows)
    shape = model.best()
    weight = model.r / model.powers(shape)
    scale = model.unit * weight ** (-1 / shape)
    fit = answer["profile"]["estimate"]["fit"]
    near(fit["shape"], shape, "shape")
    near(fit["scale"], scale, "scale")
    constant = -model.r * math.log(model.unit) - np.log(model.failed).sum()
    near(fit["loglik"], model.free(shape) + constant, "loglik")
    # Observed information on (shape, ln scale).
    log = math.log(scale / model.unit)
    zero, one, two = model.powers(shape), model.logs(shape), model.logs(shape, 2)
    first = weight * (one - log * zero)
    second = weight * (two - 2 * log * one + log * log * zero)
    information = np.array(
        [[model.r / shape**2 + second, -shape * first], [-shape * first, shape**2 * model.r]]
    )
    covariance = np.linalg.inv(information)
    near(fit["se_shape"], math.sqrt(covariance[0, 0]), "se shape")
    near(fit["se_scale"], scale * math.sqrt(covariance[1, 1]), "se scale")
    z = stats.norm.ppf((1 + confidence) / 2)
    drop = stats.chi2.ppf(confidence, 1) / 2
    for place, quantity in enumerate(QUANTITIES):
        share = quantity in ("reliability", "conditional")
        normal = (lambda x: math.log(-math.log(x))) if share else math.log
        value = figure(quantity, shape, scale)
        # Slopes by central differences: seven digits.
        step = 1e-5
        slopes = [
            (normal(figure(quantity, shape + step, scale)) - normal(figure(quantity, shape - step, scale)))
            / (2 * step),
            (
                normal(figure(quantity, shape, scale * math.exp(step)))
                - normal(figure(quantity, shape, scale * math.exp(-step)))
            )
            / (2 * step),
        ]
        width = z * math.sqrt(np.array(slopes) @ covariance @ np.array(slopes))
        back = (lambda x: math.exp(-math.exp(x))) if share else math.exp
        bounds = sorted([back(normal(value) - width), back(normal(value) + width)])
        fisher, profile = answer["fisher"][place], answer["profile"]["figures"][place]
        near(fisher["value"], value, quantity)
        near(fisher["lower"], bounds[0], quantity + " fisher", 1e-7)
        near(fisher["upper"], bounds[1], quantity + " fisher", 1e-7)
        near(profile["value"], value, quantity)
        # At the bounds the best likelihood is lower by half of chi-square, as its definition says.
        for bound in (profile["lower"], profile["upper"]):
            gap = model.free(shape) - model.ridge(quantity, bound)
            near(gap, drop, quantity + " profile", 1e-6)


def check_lives(rows, confidence, answer):
    check_weibull(rows, confidence, answer)
    failures = sum(failed for _, _, failed in rows)
    exposure = sum(age - entry for entry, age, _ in rows)
    tail = (1 - confidence) / 2
    fit = answer["exponential"]
    near(fit["rate"], failures / exposure, "rate")
    near(fit["rate_lower"], stats.chi2.ppf(tail, 2 * failures) / 2 / exposure, "rate lower")
    near(fit["rate_upper"], stats.chi2.ppf(1 - tail, 2 * failures + 2) / 2 / exposure, "rate upper")
    curve, survival, total, steps = answer["curve"], 1.0, 0.0, []
    z = stats.norm.ppf(1 - tail)
    for age in sorted({age for _, age, failed in rows if failed}):
        at_risk = sum(entry < age <= end for entry, end, _ in rows)
        died = sum(failed and end == age for _, end, failed in rows)
        survival *= 1 - died / at_risk
        total += died / (at_risk * (at_risk - died)) if at_risk > died else math.inf
        steps.append((age, survival, at_risk, died))
        point = curve["points"][len(steps) - 1]
        assert (point["at_risk"], point["failures"]) == (at_risk, died)
        near(point["survival"], survival, "survival")
        if 0 < survival < 1 and at_risk > died:
            near(point["variance"], survival**2 * total, "Greenwood")
            spread = z * math.sqrt(total) / math.log(survival)
            near(point["lower"], survival ** math.exp(-spread), "band")
            near(point["upper"], survival ** math.exp(spread), "band")
    below = [age for age, share, _, _ in steps if share <= 0.5]
    near(curve["median"]["age"], below[0] if below else None, "median")
    mean = answer["restricted_mean"]
    if mean:
        ages = [0.0] + [age for age, *_ in steps if age < mean["horizon"]] + [mean["horizon"]]
        heights = [1.0] + [share for age, share, *_ in steps if age < mean["horizon"]]
        areas = [height * (b - a) for height, a, b in zip(heights, ages, ages[1:])]
        near(mean["mean"], sum(areas), "restricted mean")
        rest = [
            sum(areas[place + 1 :]) ** 2 * d / (n * (n - d)) if n > d else 0.0
            for place, (age, _, n, d) in enumerate(steps)
            if age < mean["horizon"]
        ]
        near(mean["variance"], sum(rest), "its variance")


# Repaired items


def items(count, new):
    rows = []
    for _ in range(count):
        start = 0.0 if new else 30 * draw.random()
        end = start + 20 + 100 * draw.random()
        total, events = 0.01 * start**1.4, []
        while True:
            total -= math.log(draw.random())
            age = (total / 0.01) ** (1 / 1.4)
            if age > end:
                break
            events.append(age)
        failure = len(events) > 1 and draw.random() < 0.3
        end = events[-1] if failure else end
        rows.append({"events": events, "start": start, "end": end, "failure": failure})
    return rows


def check_items(rows, confidence, answer):
    starts, ends = (np.array([row[key] for row in rows]) for key in ("start", "end"))
    events = np.array([age for row in rows for age in row["events"]])
    n, tail = len(events), (1 - confidence) / 2
    z = stats.norm.ppf(1 - tail)
    held = starts[starts > 0]

    def mean(beta, power=1):
        total = (ends**beta).sum() - (held**beta).sum()
        return ((ends**beta * np.log(ends) ** power).sum() - (held**beta * np.log(held) ** power).sum()) / total

    score = lambda beta: 1 / beta + np.log(events).mean() - mean(beta)
    beta = optimize.brentq(score, 1e-2, 50, xtol=1e-15, rtol=1e-15)
    size = (ends**beta).sum() - (held**beta).sum()
    trend = answer["power_law"]["trend"]
    near(trend["beta"], beta, "beta")
    near(trend["lambda"], n / size, "lambda")
    information = n * (1 / beta**2 + mean(beta, 2) - mean(beta) ** 2)
    near(trend["se_beta"], information**-0.5, "se beta", 1e-8)
    last = ends.max()
    intensity = n / size * beta * last ** (beta - 1)
    near(trend["intensity_at_end"], intensity, "intensity")
    slope = 1 / beta + math.log(last) - mean(beta)
    spread = math.exp(z * math.sqrt(1 / n + slope**2 / information))
    near(trend["intensity_interval"][0], intensity / spread, "intensity interval", 1e-8)
    near(trend["mtbf_interval"][1], spread / intensity, "MTBF interval", 1e-8)
    inner = [
        (age, row["start"], row["end"])
        for row in rows
        for age in (sorted(row["events"])[:-1] if row["failure"] else row["events"])
    ]
    m = len(inner)
    if not len(held):
        logs = sum(math.log(end / age) for age, _, end in inner)
        near(trend["beta_unbiased"], (m - 1) / logs, "beta unbiased")
        near(trend["beta_interval"][0], stats.chi2.ppf(tail, 2 * m) / 2 / logs, "beta interval")
        near(trend["beta_interval"][1], stats.chi2.ppf(1 - tail, 2 * m) / 2 / logs, "beta interval")
        ratios = sorted(age / end for age, _, end in inner)
        gaps = [
            (ratio ** ((m - 1) / logs) - (2 * place + 1) / (2 * m)) ** 2
            for place, ratio in enumerate(ratios)
        ]
        near(trend["misfit"]["statistic"], 1 / (12 * m) + sum(gaps), "misfit")
    beyond = sum(age - (start + end) / 2 for age, start, end in inner)
    u = beyond / math.sqrt(sum((end - start) ** 2 for _, start, end in inner) / 12)
    near(answer["laplace"]["statistic"], u, "Laplace")
    near(answer["laplace"]["p_value"], 2 * stats.norm.sf(abs(u)) if m >= 4 else None, "Laplace p")
    chi = 2 * sum(math.log((end - start) / (age - start)) for age, start, end in inner)
    near(answer["mil_handbook"]["statistic"], chi, "MIL")
    p = 2 * min(stats.chi2.cdf(chi, 2 * m), stats.chi2.sf(chi, 2 * m))
    near(answer["mil_handbook"]["p_value"], min(1.0, p), "MIL p")
    check_mcf(rows, answer, z)


def check_mcf(rows, answer, z):
    """The mean cumulative function as a table of items by ages."""
    ages = np.array(sorted({age for row in rows for age in row["events"]}))
    watched = np.array([(row["start"] <= ages) & (ages <= row["end"]) for row in rows], dtype=float)
    counts = np.zeros_like(watched)
    for place, row in enumerate(rows):
        at, times = np.unique(np.array(row["events"]), return_counts=True)
        counts[place, np.searchsorted(ages, at)] = times
    risk = watched.sum(0)
    means = np.cumsum(counts.sum(0) / risk)
    excess = np.cumsum(watched / risk * (counts - counts.sum(0) / risk), axis=1)
    variance = (excess**2).sum(0)
    assert len(answer["mcf"]) == len(ages)
    for step, bounds, mean, var, at_risk in zip(
        answer["mcf"], answer["mcf_intervals"], means, variance, risk
    ):
        near(step["mean"], mean, "MCF")
        assert step["at_risk"] == at_risk
        if step["variance"] is not None:
            near(step["variance"], var, "MCF variance")
            near(bounds[1], mean * math.exp(z * math.sqrt(var) / mean), "MCF bound")


# Comparisons


def check_rates(question, answer):
    (x, t), (y, s), confidence = question["sample"], question["reference"], question["confidence"]
    tail, share = (1 - confidence) / 2, t / (t + s)
    if x + y == 0:
        assert answer["reason"] == "no_event"
        return
    p = 2 * min(stats.binom.cdf(x, x + y, share), stats.binom.sf(x - 1, x + y, share))
    near(answer["p_value"], min(1.0, p), "rates")
    odds = lambda p: p / (1 - p) * s / t
    near(answer["lower"], odds(stats.beta.ppf(tail, x, y + 1)) if x else 0.0, "rates lower")
    near(answer["upper"], odds(stats.beta.ppf(1 - tail, x + 1, y)) if y else None, "rates upper")


def check_shares(question, answer):
    (x, n), (y, m), confidence = question["sample"], question["reference"], question["confidence"]
    wilson = lambda x, n: stats.binomtest(x, n).proportion_ci(confidence, method="wilson")
    first, second = wilson(x, n), wilson(y, m)
    near(answer["wilson"]["lower"], first.low if x else 0.0, "Wilson")
    near(answer["wilson"]["upper"], first.high if x < n else 1.0, "Wilson")
    table = [[x, n - x], [y, m - y]]
    near(answer["difference"]["p_value"], stats.fisher_exact(table).pvalue, "Fisher")
    p, q = x / n, y / m
    lower = p - q - math.hypot(p - first.low, second.high - q)
    near(answer["difference"]["lower"], max(lower, -1.0), "Newcombe")


def check_durations(question, answer):
    a, b = question["sample"], question["reference"]
    method = "asymptotic" if answer["method"] == "normal" else "exact"
    if len(set(a + b)) == 1:
        near(answer["p_value"], 1.0, "ranks")
        return
    expected = stats.mannwhitneyu(a, b, method=method)
    near(answer["u"], expected.statistic, "U")
    near(answer["p_value"], min(1.0, expected.pvalue), "ranks")


def check_series(question, answer):
    values = question["values"]
    pairs = list(itertools.combinations(range(len(values)), 2))
    s = sum(np.sign(values[j] - values[i]) for i, j in pairs)
    assert answer["s"] == s
    near(answer["slope"], float(np.median([(values[j] - values[i]) / (j - i) for i, j in pairs])), "slope")
    if answer["method"] == "exact":
        expected = stats.kendalltau(range(len(values)), values, method="exact").pvalue
    else:
        term = lambda n: n * (n - 1) * (2 * n + 5)
        ties = sum(term(values.count(value)) for value in set(values))
        variance = (term(len(values)) - ties) / 18
        expected = 2 * stats.norm.sf(max(abs(s) - 1, 0) / math.sqrt(variance))
    near(answer["p_value"], min(1.0, expected), "Mann-Kendall")


def check_structure(question, answer):
    nodes = question["nodes"]
    total = 0.0
    for state in itertools.product([0, 1], repeat=len(nodes)):

        def works(place):
            node = nodes[place]
            return (
                state[place]
                and all(works(need) for need in node["needs"])
                and all(sum(works(at) for at in members) >= needed for members, needed in node["groups"])
            )

        if works(0):
            chances = (n["availability"] if up else 1 - n["availability"] for n, up in zip(nodes, state))
            total += math.prod(chances)
    assert abs(answer[0]["availability"] - total) < 1e-12, (answer, total)


def structure():
    count = draw.randint(2, 9)
    nodes = []
    for place in range(count):
        later = range(place + 1, count)
        some = lambda share: [node for node in later if draw.random() < share]
        groups = [some(0.5) for _ in range(draw.randint(0, 2))]
        nodes.append({
            "availability": round(draw.random(), 3),
            "needs": some(0.2),
            "groups": [(members, draw.randint(0, len(members))) for members in groups],
        })
    return {"ask": "structure", "nodes": nodes}


def check_random():
    questions, checks = [], []

    def add(question, check):
        questions.append(question)
        checks.append(lambda answer: check(question, answer))

    for late in (False, True):
        for count in (12, 40, 300):
            rows = lives(count, late)
            add({"ask": "lives", "lives": rows, "confidence": 0.9},
                lambda question, answer: check_lives(question["lives"], 0.9, answer))
    for new in (True, False):
        for count in (1, 2, 12, 60):
            add({"ask": "items", "items": items(count, new), "confidence": 0.95},
                lambda question, answer: check_items(question["items"], 0.95, answer))
    for size in (3, 10, 100, 5000, 100000):
        for _ in range(20):
            number = lambda: draw.randint(0, size)
            rate = lambda: (number(), 1 + 999 * draw.random())
            add({"ask": "rates", "sample": rate(), "reference": rate(), "confidence": 0.95}, check_rates)
            n, m = 1 + number(), 1 + number()
            shares = [(draw.randint(0, n), n), (draw.randint(0, m), m)]
            add({"ask": "shares", "sample": shares[0], "reference": shares[1], "confidence": 0.9},
                check_shares)
    for count in (1, 4, 20, 200):
        for digits in (0, 6):
            sample = lambda: [round(draw.gauss(3, 2), digits) for _ in range(count)]
            add({"ask": "durations", "sample": sample(), "reference": sample() + [0.5]}, check_durations)
            add({"ask": "series", "values": sample() + [0.25, 0.75]}, check_series)
    for _ in range(60):
        add(structure(), check_structure)
    for check, answer in zip(checks, ask(questions)):
        check(answer)


# Real data


def rows_of(name):
    with gzip.open(SHARED / "data/failures" / name, "rt", newline="") as file:
        return list(csv.DictReader(file))


def check_drives():
    rows = rows_of("backblaze_2013_2016_drives.csv.gz")
    for model in ("", "ST3000DM001", "Hitachi HDS722020ALA330"):
        chosen = [row for row in rows if model in ("", row["model"])]
        lives = [(float(r["entry_h"]), float(r["exit_h"]), float(r["failed"]) > 0.5) for r in chosen]
        lives = [(entry, age if age > entry else entry + 0.5, failed) for entry, age, failed in lives]
        (answer,) = ask([{"ask": "drives", "model": model}])
        failures = sum(failed for *_, failed in lives)
        rate = failures / sum(age - entry for entry, age, _ in lives)
        near(answer["exponential"]["rate"], rate, "rate " + model)
        print(f"{model or 'all drives'}: {100 * 8766 * rate:.2f} % a year", end="")
        if model:
            fit, drives = answer["weibull"]["fit"], Weibull(lives)
            shape = drives.best()
            near(fit["shape"], shape, "shape " + model)
            near(fit["scale"], drives.unit * (drives.r / drives.powers(shape)) ** (-1 / shape), "scale")
            print(f", shape {shape:.2f}, scale {fit['scale']:.0f} h", end="")
        print()


def check_outages():
    systems, sizes = defaultdict(lambda: defaultdict(list)), defaultdict(int)
    for row in rows_of("lanl_failures_1996_2005.csv.gz"):
        start = datetime.strptime(row["Prob Started"].strip(), "%m/%d/%Y %H:%M")
        systems[row["System"].strip()][row["nodenum"].strip()].append(start)
        sizes[row["System"].strip()] = max(sizes[row["System"].strip()], int(row["nodes"] or 1))
    (answers,) = ask([{"ask": "outages"}])
    assert set(answers) == set(systems)
    for system, nodes in systems.items():
        times = [time for node in nodes.values() for time in node]
        first = min(times).replace(hour=0, minute=0)
        end = max(times).replace(hour=0, minute=0) + timedelta(days=1)
        hours = lambda time: (time - first) / timedelta(hours=1)
        quiet = [[] for _ in range(sizes[system] - len(nodes))]
        items = [
            {"events": [hours(time) for time in node], "start": 0.0, "end": hours(end), "failure": False}
            for node in [*nodes.values(), *quiet]
        ]
        check_items(items, 0.9, answers[system])
        trend = answers[system]["power_law"]["trend"]
        mcf = answers[system]["mcf"][-1]["mean"]
        print(f"system {system}: beta {trend['beta']:.3f}, {mcf:.2f} failures per node")


def check_sample():
    (answer,) = ask([{"ask": "sample", "count": 100000, "seed": 1}])
    rows = [(0.0, age, failed) for age, failed in answer["lives"]]
    model = Weibull(rows)
    near(answer["weibull"]["fit"]["shape"], model.best(), "large sample")
    print(f"sample: {1 - model.r / len(rows):.3f} censored, shape {model.best():.6f}")


check_random()
check_sample()
if (SHARED / "data/failures").is_dir():
    check_drives()
    check_outages()
else:
    print("NOT RUN: the shared data are absent")
print(f"{compared} figures agree, the worst of those held to 1e-9 by {worst:.1e}")
