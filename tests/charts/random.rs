//! Whatever the data: a well-formed picture, all of it inside its frame.

use crate::examples::day;
use crate::picture::Picture;
use entretien::kpi::Goal;
use entretien::quantity::Currency;
use entretien::report::chart::*;
use entretien::text::Lang;
use entretien::time::Day;
use proptest::prelude::*;

fn some_day() -> impl Strategy<Value = Day> {
    prop_oneof![
        8 => (0..700_i32).prop_map(|n| day("2026-01-01").add_days(n).expect("a day")),
        1 => any::<u16>().prop_map(|n| Day::MAX.add_days(-i32::from(n)).expect("a day")),
    ]
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof![3 => "[a-zé ]{0,20}", 1 => "\\PC{0,60}", 1 => Just("W".repeat(300))]
}

fn float() -> impl Strategy<Value = Option<f64>> {
    prop_oneof![1 => Just(None), 6 => (-1e6..1e6_f64).prop_map(Some), 4 => (0.0..1.0_f64).prop_map(Some), 1 => any::<f64>().prop_map(Some)]
}

fn count() -> impl Strategy<Value = u64> {
    prop_oneof![1 => Just(0), 6 => 0..100_000_u64, 1 => any::<u64>()]
}

fn unit() -> impl Strategy<Value = ValueUnit> {
    prop_oneof![
        Just(ValueUnit::Share),
        Just(ValueUnit::Minutes),
        Just(ValueUnit::Money { currency: Currency::EUR }),
        (text(), any::<u8>()).prop_map(|(unit, decimals)| ValueUnit::Number { unit, decimals }),
    ]
}

fn list<T: std::fmt::Debug>(
    of: impl Strategy<Value = T>,
    most: usize,
) -> impl Strategy<Value = Vec<T>> {
    prop::collection::vec(of, 0..most)
}

fn of_time() -> impl Strategy<Value = Chart> {
    let week = (some_day(), list(count(), 9), prop::option::of(count()));
    let load =
        (text(), list(text(), 9), list(week, 130)).prop_map(|(title, series, weeks)| {
            let weeks = weeks.into_iter().map(|(start, parts_minutes, capacity_minutes)| {
                LoadWeek { start, parts_minutes, capacity_minutes }
            });
            Chart::Load(LoadChart { title, series, weeks: weeks.collect() })
        });
    let closed = || {
        list(
            (some_day(), prop::option::of(text()))
                .prop_map(|(day, reason)| ClosedDay { day, reason }),
            20,
        )
    };
    let value = (some_day(), count()).prop_map(|(day, value)| HeatDay { day, value });
    let heat = (text(), some_day(), some_day(), unit(), list(value, 40), closed()).prop_map(
        |(title, start, end, unit, days, closed)| {
            Chart::Heat(HeatChart { title, start, end, unit, days, closed })
        },
    );
    let tone = prop::sample::select(GanttTone::ALL);
    let bar = (some_day(), prop_oneof![0..9_u32, any::<u32>()], tone, text())
        .prop_map(|(start, length_days, tone, label)| GanttBar { start, length_days, tone, label });
    let row = (text(), list(bar, 12)).prop_map(|(label, bars)| GanttRow { label, bars });
    let window = (some_day(), some_day(), prop::sample::select(GanttWindowKind::ALL), text())
        .prop_map(|(start, end, kind, label)| GanttWindow { start, end, kind, label });
    let gantt = (text(), some_day(), 0..90_i32, list(row, 45), closed(), list(window, 5)).prop_map(
        |(title, start, days, rows, closed, windows)| {
            let end = start.add_days(days).unwrap_or(Day::MAX);
            Chart::Gantt(GanttChart { title, start, end, rows, closed, windows })
        },
    );
    let point = (text(), some_day(), float(), float(), float(), float(), any::<bool>()).prop_map(
        |(label, day, value, lower, centre, upper, is_outside)| ControlPoint {
            label,
            day,
            value,
            lower,
            centre,
            upper,
            is_outside,
        },
    );
    let control = (text(), unit(), prop::sample::select(Goal::ALL), list(point, 130)).prop_map(
        |(title, unit, goal, points)| Chart::Control(ControlChart { title, unit, goal, points }),
    );
    prop_oneof![load, heat, gantt, control]
}

fn of_amounts() -> impl Strategy<Value = Chart> {
    let class = (text(), list(count(), 4)).prop_map(|(label, counts)| AgeClass { label, counts });
    let pyramid = (text(), text(), list(text(), 4), list(class, 45), list(count(), 4)).prop_map(
        |(title, unit, series, classes, unknown_counts)| {
            Chart::Pyramid(PyramidChart { title, unit, series, classes, unknown_counts })
        },
    );
    let part = prop_oneof![1 => Just(None), 5 => (-1_000_000..9_000_000_i64).prop_map(Some), 1 => any::<i64>().prop_map(Some)];
    let year = (text(), list(part, 9), prop::option::of(any::<i64>()))
        .prop_map(|(label, parts_minor, cap_minor)| BudgetYear { label, parts_minor, cap_minor });
    let budget = (text(), list(text(), 9), list(year, 45)).prop_map(|(title, series, years)| {
        Chart::Budget(BudgetChart { title, currency: Currency::EUR, series, years })
    });
    let item = (text(), count()).prop_map(|(label, count)| ParetoItem { label, count });
    let rest =
        prop::option::of((count(), count()).prop_map(|(items, count)| ParetoRest { items, count }));
    let pareto = (text(), unit(), list(item, 40), rest).prop_map(|(title, unit, items, rest)| {
        Chart::Pareto(ParetoChart { title, unit, items, rest })
    });
    prop_oneof![pyramid, budget, pareto]
}

fn of_numbers() -> impl Strategy<Value = Chart> {
    let number = || float().prop_map(|value| value.unwrap_or(f64::NAN));
    let step = (number(), number(), float(), float())
        .prop_map(|(time, survival, lower, upper)| SurvivalStep { time, survival, lower, upper });
    let curve = (text(), list((number(), number()), 30)).prop_map(|(name, points)| FittedCurve {
        name,
        points: points.into_iter().map(|(time, survival)| CurvePoint { time, survival }).collect(),
    });
    let survival = (text(), text(), list(step, 60), list(number(), 40), prop::option::of(curve))
        .prop_map(|(title, time_unit, steps, censored_times, fitted)| {
            Chart::Survival(SurvivalChart { title, time_unit, steps, censored_times, fitted })
        });
    let series = (text(), list(float(), 30)).prop_map(|(name, values)| LineSeries { name, values });
    let crossing = prop::option::of(
        (number(), number(), text()).prop_map(|(position, value, label)| LineCrossing {
            position,
            value,
            label,
        }),
    );
    let lines = (text(), unit(), list(text(), 30), list(series, 9), crossing).prop_map(
        |(title, unit, labels, series, crossing)| {
            Chart::Lines(LinesChart { title, unit, labels, series, crossing })
        },
    );
    let row = (text(), text(), float(), text(), float()).prop_map(
        |(parameter, low_label, low, high_label, high)| TornadoRow {
            parameter,
            low_label,
            low,
            high_label,
            high,
        },
    );
    let tornado =
        (text(), unit(), number(), list(row, 25)).prop_map(|(title, unit, base, rows)| {
            Chart::Tornado(TornadoChart { title, unit, base, rows })
        });
    prop_oneof![survival, lines, tornado]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn pictures_hold_together(chart in prop_oneof![of_time(), of_amounts(), of_numbers()], french in any::<bool>()) {
        let lang = if french { Lang::Fr } else { Lang::En };
        let svg = to_svg(&chart, lang);
        Picture::read(&svg).check("any chart");
        prop_assert_eq!(svg, to_svg(&chart, lang));
        let table = table(&chart, lang);
        for row in &table.rows {
            prop_assert_eq!(row.len(), table.columns.len());
        }
    }
}
