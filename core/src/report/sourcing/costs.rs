//! What each option costs, how many posts it takes, what it leaves open.

use super::{Page, number};
use crate::report::chart::{Chart, LineCrossing, LineSeries, LinesChart, ValueUnit};
use crate::report::deliverable::{Block, Cell, ColumnKind, Picture, Table};
use crate::sourcing::{OptionAnswer, OptionYear};

impl Page<'_> {
    /// Year by year, cumulated, by part.
    pub(super) fn costs(&self) -> Vec<Block> {
        vec![
            Block::Table(self.totals()),
            Block::Picture(Picture::new("cumulated", Chart::Lines(self.cumulated()))),
            Block::Table(self.years()),
            Block::Table(self.parts()),
        ]
    }

    fn totals(&self) -> Table {
        let words = self.words;
        let mut table = words.table(
            "option_totals",
            &[
                ("option", ColumnKind::Text),
                ("kind", ColumnKind::Text),
                ("npv", ColumnKind::Money),
                ("fractional_npv", ColumnKind::Money),
                ("total", ColumnKind::Money),
                ("cost_per_asset", ColumnKind::Money),
                ("cost_per_intervention", ColumnKind::Money),
            ],
        );
        for option in &self.comparison.options {
            table.push(vec![
                Cell::Text(self.title(option)),
                words.label_cell(&option.kind),
                self.money(option.npv_minor),
                self.money(option.fractional_npv_minor),
                self.money(option.total_minor),
                self.money(option.per_asset_minor),
                self.money(option.per_intervention_minor),
            ]);
        }
        table
    }

    fn years(&self) -> Table {
        let mut table = self.words.table(
            "option_years",
            &[
                ("option", ColumnKind::Text),
                ("year", ColumnKind::Count),
                ("cost", ColumnKind::Money),
                ("cumulated", ColumnKind::Money),
                ("fractional_cost", ColumnKind::Money),
                ("fractional_cumulated", ColumnKind::Money),
                ("cost_per_asset", ColumnKind::Money),
                ("cost_per_intervention", ColumnKind::Money),
            ],
        );
        for option in &self.comparison.options {
            for year in &option.years {
                table.push(vec![
                    Cell::Text(self.title(option)),
                    Cell::count(year.year),
                    self.money(year.total_minor),
                    self.money(year.cumulated_minor),
                    self.money(year.fractional_total_minor),
                    self.money(year.fractional_cumulated_minor),
                    self.money(year.per_asset_minor),
                    self.money(year.per_intervention_minor),
                ]);
            }
        }
        table
    }

    /// What each year's cost is made of, for files.
    fn parts(&self) -> Table {
        let words = self.words;
        let mut table = words.table(
            "option_parts",
            &[
                ("option", ColumnKind::Text),
                ("year", ColumnKind::Count),
                ("cost_part", ColumnKind::Text),
                ("cost", ColumnKind::Money),
                ("fractional_cost", ColumnKind::Money),
            ],
        );
        for option in &self.comparison.options {
            for (year, cost) in option
                .years
                .iter()
                .flat_map(|year| year.costs.iter().map(move |cost| (year.year, cost)))
            {
                table.push(vec![
                    Cell::Text(self.title(option)),
                    Cell::count(year),
                    words.label_cell(&cost.part),
                    self.money(cost.minor),
                    self.money(cost.fractional_minor),
                ]);
            }
        }
        table.detail()
    }

    /// Cumulated cost of each option at the end of each year, and the first day on which one passes below another.
    fn cumulated(&self) -> LinesChart {
        let words = self.words;
        let years = self.comparison.demand.iter();
        let values = |option: &OptionAnswer| {
            let of = |year: &OptionYear| year.cumulated_minor.map(float);
            option.years.iter().map(of).collect()
        };
        let series = self
            .comparison
            .options
            .iter()
            .map(|option| LineSeries { name: self.title(option), values: values(option) });
        LinesChart {
            title: words.say("chart-cumulated"),
            unit: ValueUnit::Money { currency: self.comparison.currency },
            labels: years
                .map(|year| words.with("year-number", [("number", year.year.into())]))
                .collect(),
            series: series.collect(),
            crossing: self.crossing(),
        }
    }

    /// Where the first crossing stands: places are the ends of years, cost runs evenly inside a year.
    fn crossing(&self) -> Option<LineCrossing> {
        let date = self.comparison.dates.first()?;
        let position = f64::from(date.months) / 12.0 - 1.0;
        let option = self.comparison.options.iter().find(|option| option.id == date.after)?;
        let year = usize::try_from(date.months / 12).ok()?;
        let at = |year: usize| option.years.get(year)?.cumulated_minor.map(float);
        let before = year.checked_sub(1).map_or(Some(0.0), at)?;
        let part = f64::from(date.months % 12) / 12.0;
        let value = at(year).map_or(before, |after| before + (after - before) * part);
        let named = [
            ("option", self.name(&date.after).into()),
            ("month", self.words.month(date.day).into()),
        ];
        // Before the end of the first year there is no place for it.
        let label = self.words.with("crossing", named);
        (position >= 0.0).then_some(LineCrossing { position, value, label })
    }

    /// Posts that the work fills, and posts that are paid.
    pub(super) fn posts(&self) -> Vec<Block> {
        let words = self.words;
        let mut table = words.table(
            "posts",
            &[
                ("option", ColumnKind::Text),
                ("year", ColumnKind::Count),
                ("posts_needed", ColumnKind::Number),
                ("posts_paid", ColumnKind::Count),
            ],
        );
        for option in &self.comparison.options {
            for year in option.years.iter().filter(|year| year.posts_paid != Some(0)) {
                table.push(vec![
                    Cell::Text(self.title(option)),
                    Cell::count(year.year),
                    number(year.posts_needed, 2, ""),
                    year.posts_paid.map_or(Cell::Unknown, Cell::count),
                ]);
            }
        }
        if table.rows.is_empty() {
            return vec![Block::Paragraph(words.say("no-posts"))];
        }
        vec![Block::Table(table)]
    }

    /// What options do not cover, and what is not known of them.
    pub(super) fn gaps(&self) -> Vec<Block> {
        let words = self.words;
        let mut table = words.table(
            "gaps",
            &[
                ("option", ColumnKind::Text),
                ("gap", ColumnKind::Text),
                ("skill", ColumnKind::Text),
                ("interventions", ColumnKind::Count),
                ("hours", ColumnKind::Number),
                ("people", ColumnKind::Count),
            ],
        );
        let mut unknown = words.table(
            "unknown",
            &[
                ("option", ColumnKind::Text),
                ("cost_part", ColumnKind::Text),
                ("missing", ColumnKind::Text),
            ],
        );
        let count = |count: Option<u64>| count.map_or(Cell::Empty, Cell::count);
        for option in &self.comparison.options {
            for gap in &option.gaps {
                let skill = gap.skill.as_ref().map(|skill| Cell::Code(skill.as_str().to_owned()));
                table.push(vec![
                    Cell::Text(self.title(option)),
                    words.label_cell(&gap.kind),
                    skill.unwrap_or(Cell::Empty),
                    count(gap.interventions),
                    gap.hours.map_or(Cell::Empty, |hours| {
                        number(Some(hours), 1, &words.say("unit-hours"))
                    }),
                    count(gap.people),
                ]);
            }
            for missing in &option.unknown {
                unknown.push(vec![
                    Cell::Text(self.title(option)),
                    missing.cost.as_ref().map_or(Cell::Empty, |cost| words.label_cell(cost)),
                    words.label_cell(&missing.reason),
                ]);
            }
        }
        let mut blocks = Vec::new();
        crate::report::blocks::table_or(&mut blocks, table, words, "no-gaps");
        if !unknown.rows.is_empty() {
            blocks.push(Block::Table(unknown));
        }
        blocks
    }

    /// Expected downtime beside cost.
    pub(super) fn risk(&self) -> Vec<Block> {
        let words = self.words;
        let mut table = words.table(
            "risk",
            &[
                ("option", ColumnKind::Text),
                ("downtime_hours", ColumnKind::Number),
                ("npv", ColumnKind::Money),
                ("downtime_npv", ColumnKind::Money),
                ("with_risk_npv", ColumnKind::Money),
            ],
        );
        for option in &self.comparison.options {
            let first = option.years.first().and_then(|year| year.downtime_hours);
            table.push(vec![
                Cell::Text(self.title(option)),
                number(first, 1, &words.say("unit-hours")),
                self.money(option.npv_minor),
                self.money(option.downtime_npv_minor),
                self.money(option.with_risk_npv_minor),
            ]);
        }
        vec![Block::Table(table)]
    }
}

#[expect(clippy::cast_precision_loss, reason = "a place in a picture")]
fn float(minor: i64) -> f64 {
    minor as f64
}
