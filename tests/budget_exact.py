"""Random budgets answered by HiGHS and by our solver: `budget_exact.py PROGRAM SHAPE SEED COUNT [SECONDS]`.

The model is written anew here: prices by the same rule, the carry as money that flows from year to year,
bundles as their own variables. Mandatory items without place are counted first, then regret. An instance that
HiGHS does not prove within the time is judged by its bound and its best answer only, and counted as such.
"""

import json
import math
import subprocess
import sys

import highspy

INF = highspy.kHighsInf
FAR = 2**62


def prices(price, years):
    if "listed" in price:
        return price["listed"]
    rule = price["indexed"]
    found = [rule["base_minor"]]
    while len(found) < years:
        twice = 2 * found[-1] * rule["numerator"] + rule["denominator"]
        found.append(twice // (2 * rule["denominator"]))
    return found


def reference(item, first, years):
    return min(max(item["wanted_month"] // 12 - first, 0), years - 1)


def spots(item, first, years):
    """Year number → (regret, price)."""
    table = prices(item["price"], years)
    base = table[reference(item, first, years)]
    found = {}
    for year in range(years):
        start = max((first + year) * 12, item["earliest_month"])
        end = min((first + year) * 12 + 11, item["latest_month"])
        if start > end:
            continue
        month = min(max(item["wanted_month"], start), end)
        moved = month - item["wanted_month"]
        cost = item["cost_per_month_late_minor"] * moved
        if moved < 0:
            cost = -item["cost_per_month_early_minor"] * moved
        found[year] = (table[year] - base + cost, table[year])
    return found


class Model:
    """The budget as a linear program in whole numbers. The objective is kept apart, by column."""

    def __init__(self, budget):
        self.budget = budget
        self.years = len(budget["years"])
        self.solver = highspy.Highs()
        self.solver.setOptionValue("output_flag", False)
        self.solver.setOptionValue("threads", 1)
        self.cost = []
        self.lost = {}
        self.spent = [{} for _ in range(self.years)]
        self.constant = 0
        self.items = []
        self.add_items()
        self.add_bundles()
        self.add_carry()
        self.add_smoothing()

    def column(self, cost, upper=1.0, whole=True):
        index = len(self.cost)
        self.solver.addVar(0.0, upper)
        if whole:
            self.solver.changeColIntegrality(index, highspy.HighsVarType.kInteger)
        self.cost.append(cost)
        return index

    def row(self, low, high, terms):
        self.solver.addRow(low, high, len(terms), list(terms.keys()), [float(v) for v in terms.values()])

    def add_items(self):
        first = self.budget["first_year"]
        for number, item in enumerate(self.budget["items"]):
            columns = {}
            for year, (regret, price) in spots(item, first, self.years).items():
                columns[year] = self.column(regret)
                self.spent[year][columns[year]] = price
            out = self.column(item["consequence_minor"])
            if item["is_mandatory"]:
                self.lost[out] = number
            self.row(1.0, 1.0, {column: 1.0 for column in [*columns.values(), out]})
            self.items.append(columns)

    def add_bundles(self):
        for number, bundle in enumerate(self.budget["bundles"]):
            members = [i for i, item in enumerate(self.budget["items"]) if item["bundle"] == number]
            for year in range(self.years):
                columns = [self.items[i].get(year) for i in members]
                if bundle["policy"] == "together":
                    if None in columns:
                        for column in columns:
                            if column is not None:
                                self.row(0.0, 0.0, {column: 1.0})
                        continue
                    for column in columns[1:]:
                        self.row(0.0, 0.0, {columns[0]: 1.0, column: -1.0})
                if None in columns:
                    continue
                whole = self.column(-bundle["saving_minor"])
                for column in columns:
                    self.row(-INF, 0.0, {whole: 1.0, column: -1.0})
                self.spent[year][whole] = -bundle["saving_minor"]

    def add_carry(self):
        """Money of year t spent in year y, or handed on."""
        policy = self.budget["carry_over"]
        caps = [year["cap_minor"] for year in self.budget["years"]]
        window = policy.get("window", {}).get("years", 0) if isinstance(policy, dict) else 0
        unspent = policy.get("unspent") if isinstance(policy, dict) else None
        carried = None
        flows = [{} for _ in range(self.years)]
        for year, cap in enumerate(caps):
            if cap is None:
                carried = None
                continue
            if unspent is None:
                last = year
                while last < self.years and last - year <= window and caps[last] is not None:
                    flows[last][self.column(0, INF, whole=False)] = -1.0
                    last += 1
                own = [list(flows[t])[-1] for t in range(year, last)]
                self.row(-INF, float(cap), {column: 1.0 for column in own})
            else:
                terms = dict(self.spent[year])
                if carried is not None:
                    terms[carried] = -1.0
                most = unspent["max_minor"]
                carried = self.column(0, INF if most is None else float(most), whole=False)
                terms[carried] = 1.0
                self.row(-INF, float(cap), terms)
        if unspent is None:
            for year, cap in enumerate(caps):
                if cap is not None:
                    self.row(-INF, 0.0, {**self.spent[year], **flows[year]})

    def add_smoothing(self):
        rule = self.budget["smoothing"]
        if rule is None:
            return
        level = rule["level_minor"]
        if level is None:
            first = self.budget["first_year"]
            wanted = [
                prices(item["price"], self.years)[reference(item, first, self.years)]
                for item in self.budget["items"]
                if spots(item, first, self.years)
            ]
            level = sum(wanted) // self.years
        for year in range(self.years):
            # In whole minor units, rounded up: penalty × 10⁶ ≥ ppm × (spent − level).
            penalty = self.column(1, INF)
            rate = rule["penalty_ppm"] / 1e6
            terms = {column: -rate * amount for column, amount in self.spent[year].items()}
            self.row(-rate * level, INF, {**terms, penalty: 1.0})

    def minimise(self, cost, seconds):
        for column, value in enumerate(cost):
            self.solver.changeColCost(column, float(value))
        self.solver.setOptionValue("mip_rel_gap", 0.0)
        self.solver.setOptionValue("mip_abs_gap", 0.4)
        self.solver.setOptionValue("mip_feasibility_tolerance", 1e-9)
        self.solver.setOptionValue("primal_feasibility_tolerance", 1e-9)
        self.solver.setOptionValue("time_limit", self.solver.getRunTime() + seconds)
        self.solver.run()
        info = self.solver.getInfo()
        proven = self.solver.getModelStatus() == highspy.HighsModelStatus.kOptimal
        # Without an answer or a bound in time, both are infinite.
        value, bound = info.objective_function_value, info.mip_dual_bound
        total = round(value) if math.isfinite(value) else FAR
        return total, math.ceil(bound - 1e-3) if math.isfinite(bound) else -FAR, proven

    def answer(self, seconds):
        """Mandatory items without place, regret, its bound, and whether both are proven."""
        lost, proven = 0, True
        if self.lost:
            lost, _, proven = self.minimise([1 if c in self.lost else 0 for c in range(len(self.cost))], seconds)
            self.row(-INF, float(lost), {column: 1.0 for column in self.lost})
        total, bound, is_optimal = self.minimise(self.cost, seconds)
        return lost, total, bound, proven and is_optimal


def main():
    program, shape, seed, count = sys.argv[1:5]
    seconds = float(sys.argv[5]) if len(sys.argv) > 5 else 20.0
    output = subprocess.run([program, shape, seed, count], check=True, capture_output=True, text=True)
    same = proven_here = open_there = 0
    for number, line in enumerate(output.stdout.splitlines()):
        row = json.loads(line)
        ours = row["answer"]
        lost, total, bound, proven = Model(row["input"]).answer(seconds)
        found = (ours["mandatory_unplaced"], ours["total_regret_minor"])
        proven_here += ours["is_optimal"]
        where = f"{shape} {seed} {number}: ours {found}, {ours['lower_bound_minor']}, theirs {(lost, total)}, {bound}"
        if proven:
            same += found == (lost, total)
            assert found >= (lost, total), f"better than the optimum: {where}"
            assert ours["is_optimal"] <= (found == (lost, total)), f"not optimal: {where}"
        else:
            open_there += 1
            assert not ours["is_optimal"] or found <= (lost, total), f"not optimal: {where}"
        if lost <= found[0]:
            assert ours["lower_bound_minor"] <= total, f"bound too high: {where}"
        if "-v" in sys.argv:
            print(where, ours["is_optimal"], proven, round(row["seconds"], 3))
    print(f"{shape}: {count} budgets, {same} the same optimum, {proven_here} proven by us, {open_there} not proven by HiGHS")


main()
