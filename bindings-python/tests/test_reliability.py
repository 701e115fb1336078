"""Failure statistics through Python: fits of columns, fleets, trends, comparisons, structures."""

from typing import Any

import numpy as np
import pyarrow as pa
import pytest

import entretien
from conftest import check_type
from entretien import _kpi_answers, _types, reliability
from entretien.reliability import History, Lifetime, StructureNode

FAILED = [54.0, 187, 216, 240, 244, 335, 361, 373, 375, 386]
SURVIVORS = [500.0] * 10
TIMES = np.array(FAILED + SURVIVORS)
FLAGS = np.array([True] * 10 + [False] * 10)
ITEMS = [History([5, 120, 200, 240, 251], 260), History([40, 190, 248], end=255, start=10)]


def code(ask: Any) -> str:
    with pytest.raises(entretien.Error) as caught:
        ask()
    return caught.value.code


def test_lives_by_columns_are_those_of_lists() -> None:
    by_list = reliability.weibull_fit(FAILED, SURVIVORS)
    fit = by_list["fit"]
    assert fit is not None
    assert fit["shape"] == pytest.approx(1.720_797_26)
    for times, failed in [
        (TIMES, FLAGS),
        (TIMES, FLAGS.astype("uint8")),
        (pa.array(TIMES), pa.array(FLAGS)),
        (pa.array(TIMES), pa.array(FLAGS.astype("uint8"))),
        (pa.chunked_array([TIMES[:7], TIMES[7:]]), pa.chunked_array([FLAGS[:3], FLAGS[3:]])),
    ]:
        assert reliability.weibull_fit(times=times, failed=failed) == by_list
    assert (
        reliability.weibull_fit(SURVIVORS and FAILED, times=np.array(SURVIVORS), failed=~FLAGS[:10])
        == by_list
    )
    all_failed = reliability.weibull_fit(times=np.array(FAILED))
    assert all_failed["failures"] == 10
    late = reliability.weibull_fit(times=TIMES, failed=FLAGS, entries=np.full(20, 50.0))
    assert late["exposure"] == by_list["exposure"] - 20 * 50
    steps = reliability.kaplan_meier(times=TIMES, failed=FLAGS)
    assert steps == reliability.kaplan_meier(FAILED, SURVIVORS)


def test_columns_that_cannot_be() -> None:
    assert code(lambda: reliability.weibull_fit(times=np.array([-1.0]))) == "REN-004"
    late: dict[str, Any] = {"times": TIMES, "entries": TIMES + 1}
    assert code(lambda: reliability.weibull_fit(**late)) == "REN-004"
    with pytest.raises(ValueError, match="3 rows of `failed`, 20 of `times`"):
        reliability.weibull_fit(times=TIMES, failed=FLAGS[:3])
    with pytest.raises(TypeError, match="go with `times`"):
        reliability.weibull_fit(FAILED, failed=FLAGS)
    with pytest.raises(TypeError, match="64-bit floats"):
        reliability.weibull_fit(times=np.array([1, 2]))
    with pytest.raises(TypeError, match="booleans"):
        reliability.weibull_fit(times=TIMES, failed=TIMES)
    with pytest.raises(ValueError, match="nulls"):
        reliability.weibull_fit(times=pa.array([1.0, None]))


def test_profile_intervals() -> None:
    profile = reliability.weibull_profile(
        FAILED, SURVIVORS, shares=[0.1], ages=[100.0], conditional=[(100.0, 50.0)], confidence=0.9
    )
    check_type(profile, _kpi_answers.WeibullProfile, "WeibullProfile")
    shape, scale, mean, b10, outlives, longer = profile["figures"]
    fit = profile["estimate"]["fit"]
    assert fit is not None
    assert (shape["value"], scale["value"]) == pytest.approx((fit["shape"], fit["scale"]))
    assert (mean["value"], b10["value"]) == pytest.approx((fit["mean"], fit["b10"]))
    law = Lifetime.weibull(fit["shape"], fit["scale"])
    assert outlives["value"] == pytest.approx(law.reliability(100.0))
    assert longer["value"] == pytest.approx(law.conditional_reliability(100.0, 50.0))
    for figure in profile["figures"]:
        assert figure["lower"] is not None
        assert figure["upper"] is not None
        assert figure["lower"] < figure["value"] < figure["upper"]
    assert code(lambda: reliability.weibull_profile(FAILED, shares=[2.0])) == "REN-012"


def test_intervals_by_standard_errors() -> None:
    found = reliability.weibull_intervals(FAILED, SURVIVORS, confidence=0.9)
    assert found is not None
    shape, scale = found
    # 1.7208 times or over exp(1.645 · 0.5022 / 1.7208)
    assert shape == pytest.approx((1.0648, 2.7810), abs=1e-4)
    assert scale[0] < 606.5 < scale[1]
    assert reliability.weibull_intervals(times=TIMES, failed=FLAGS, confidence=0.9) == found
    assert reliability.weibull_intervals([], SURVIVORS) is None
    assert code(lambda: reliability.weibull_intervals(FAILED, confidence=1.0)) == "REN-012"


def test_survival_and_constant_hazard() -> None:
    curve = reliability.survival_curve(times=TIMES, failed=FLAGS)
    check_type(curve, _kpi_answers.SurvivalCurve, "SurvivalCurve")
    assert (curve["lives"], curve["failures"], curve["points"][0]["survival"]) == (20, 10, 0.95)
    assert curve["median"]["age"] == 386.0
    fit = reliability.exponential_fit(FAILED, SURVIVORS)
    check_type(fit, _kpi_answers.ExponentialFit, "ExponentialFit")
    assert fit["rate"] == 10 / fit["exposure"]
    none = reliability.exponential_fit([], SURVIVORS)
    assert none["rate"] is None
    assert none["rate_upper"] is not None
    assert code(lambda: reliability.exponential_fit(FAILED, confidence=1.0)) == "REN-012"


def test_fleets_of_repaired_items() -> None:
    found = reliability.power_law(ITEMS)
    check_type(found, _kpi_answers.PowerLawEstimate, "PowerLawEstimate")
    assert (found["items"], found["failures"], found["exposure"]) == (2, 8, 505.0)
    assert found["trend"] is not None
    steps = reliability.mean_cumulative_function(ITEMS)
    check_type(steps, list[_types.MeanCumulativeStep], "steps")
    assert steps[0]["age"] == 5.0
    assert steps[-1]["mean"] == pytest.approx(4.5)
    assert steps[-1]["interval"] is not None
    for test in (reliability.laplace(ITEMS), reliability.mil_handbook(ITEMS)):
        check_type(test, _kpi_answers.TrendTest, "TrendTest")
        assert test["direction"] == "up"
    last = History([1, 2, 5])
    assert (last.end, last.ends_with_failure, last.start, last.events) == (
        5.0,
        True,
        0.0,
        [1, 2, 5],
    )
    assert repr(last) == "<History: 3 failures from 0 to 5>"
    assert reliability.laplace([last])["failures"] == 2
    assert code(lambda: reliability.power_law([History([5], end=3)])) == "REN-004"


def test_trends_and_limits_of_series() -> None:
    trend = reliability.mann_kendall([1, 2, 3, 5, 8, 13])
    check_type(trend, _kpi_answers.MannKendall, "MannKendall")
    assert (trend["s"], trend["direction"]) == (15, "up")
    assert code(lambda: reliability.mann_kendall([1.0, float("nan")])) == "REN-015"
    chart = reliability.control_limits_individuals([10, 11, 9, 10, 12, 30])
    check_type(chart, _kpi_answers.IndividualsChart, "IndividualsChart")
    assert chart is not None
    assert chart["centre"] == pytest.approx(82 / 6)
    assert reliability.control_limits_individuals([]) is None
    shares = reliability.control_limits_proportion([(5, 100), (4, 100), (40, 100)])
    check_type(shares, _kpi_answers.RatioChart, "RatioChart")
    assert shares is not None
    assert shares["outside"] == [0, 1, 2] or 2 in shares["outside"]
    rates = reliability.control_limits_rate([(5, 100.0), (4, 100.0)])
    assert rates is not None
    assert rates["centre"] == pytest.approx(0.045)
    assert code(lambda: reliability.control_limits_proportion([(2, 1)])) == "REN-014"


def test_comparisons() -> None:
    rate = reliability.rate_ratio((20, 100.0), (10, 100.0))
    check_type(rate, _kpi_answers.RateRatio, "RateRatio")
    assert (rate["ratio"], rate["direction"]) == (2.0, "up")
    share = reliability.proportion_difference((9, 10), (1, 10))
    check_type(share, _kpi_answers.ProportionDifference, "ProportionDifference")
    assert share["difference"] == pytest.approx(0.8)
    wilson = reliability.wilson_interval(0, 10)
    check_type(wilson, _kpi_answers.ProportionInterval, "ProportionInterval")
    assert wilson["lower"] == 0.0
    ranks = reliability.mann_whitney([1, 2, 3], [4, 5, 6])
    check_type(ranks, _kpi_answers.MannWhitney, "MannWhitney")
    assert ranks["u"] == 0.0
    assert ranks["p_value"] == pytest.approx(0.1)
    assert code(lambda: reliability.rate_ratio((1, 0.0), (1, 1.0))) == "REN-002"
    assert code(lambda: reliability.wilson_interval(2, 1)) == "REN-014"


def test_structures() -> None:
    nodes = [
        StructureNode(0.99),
        StructureNode(0.9),
        StructureNode(0.9),
        StructureNode(1.0, needs=[0], groups=[([1, 2], 1)]),
    ]
    (found,) = reliability.structure_availability(nodes, [3])
    check_type(found, _kpi_answers.NodeAvailability, "NodeAvailability")
    assert found["availability"] == pytest.approx(0.99 * 0.99)
    assert repr(nodes[3]) == "<StructureNode: 1, needs 1 nodes and 1 groups>"
    assert nodes[0].availability == 0.99
    group = reliability.group_availability([0.9, 0.9, 0.9], 2)
    check_type(group, _kpi_answers.GroupAvailability, "GroupAvailability")
    assert group["availability"] == pytest.approx(0.972)
    circle = [StructureNode(0.9, needs=[1]), StructureNode(0.9, needs=[0])]
    assert code(lambda: reliability.structure_availability(circle, [0])) == "REN-017"
    assert code(lambda: reliability.group_availability([0.9], 2)) == "REN-014"


def test_blocks_by_period() -> None:
    answer = reliability.block_replacement_by_period(Lifetime.weibull(3, 10), 1, 5, 12)
    check_type(answer, _kpi_answers.BlockPeriods, "BlockPeriods")
    assert len(answer["cost_rate"]) == 12
    assert len(answer["expected_failures"]) == 13
    best = min(range(12), key=answer["cost_rate"].__getitem__) + 1
    assert answer["optimum_periods"] == best
    law = Lifetime.exponential(1)
    assert code(lambda: reliability.block_replacement_by_period(law, 1, 5, 0)) == "REN-002"
