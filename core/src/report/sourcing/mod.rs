//! The comparison of sourcing (comparaison d'externalisation): what each option costs, and where the answer turns.

mod costs;
mod turns;

use super::deliverable::{
    Block, Cell, ColumnKind, Decision, Deliverable, DeliverableKind, Evidence, Figure,
};
use super::words::Words;
use crate::sourcing::{OptionAnswer, Sourcing};
use crate::text::Lang;
use crate::time::Day;

/// How many incidents a year a log foretells.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct IncidentRate<'a> {
    /// Of which perimeter; `None` for all together.
    pub perimeter: Option<&'a str>,
    /// Incidents observed.
    pub incidents: u64,
    /// At their mean rate.
    pub per_year: f64,
    /// Lower bound of that mean.
    pub lower: Option<f64>,
    /// Upper bound of that mean.
    pub upper: Option<f64>,
    /// If the trend goes on; only with a trend beyond chance.
    pub by_trend: Option<f64>,
}

/// What the document of a comparison is built from.
#[derive(Debug, Clone)]
pub struct SourcingReport<'a> {
    /// Who writes it.
    pub provider: &'a str,
    /// For whom; part of the UIDs of the calendar.
    pub customer: &'a str,
    /// The day as of which demand and prices are known.
    pub as_of: Day,
    /// The comparison.
    pub comparison: &'a Sourcing,
    /// Incidents of a year, where a log foretells them.
    pub forecast: Vec<IncidentRate<'a>>,
}

/// The comparison of sourcing, in `lang`.
///
/// Sections: `demand`, `costs`, `posts`, `turns`, `sensitivity`, `gaps`, `risk`, `decisions`. Amounts are whole minor
/// units; what is not known of an option is unknown here too, with the reason.
pub fn sourcing(input: &SourcingReport<'_>, lang: Lang) -> Deliverable {
    let words = Words::new(lang);
    let page = Page { words: &words, comparison: input.comparison };
    let years = &input.comparison.demand;
    let period = years.first().zip(years.last());
    Deliverable {
        kind: DeliverableKind::Sourcing,
        lang,
        title: words.say("title-sourcing"),
        provider: input.provider.to_owned(),
        customer: input.customer.to_owned(),
        as_of: input.as_of,
        period: period.and_then(|(first, last)| crate::time::Period::new(first.start, last.end)),
        summary: page.summary(),
        sections: vec![
            words.section("demand", page.demand(&input.forecast)),
            words.section("costs", page.costs()),
            words.section("posts", page.posts()),
            words.section("turns", page.turns()),
            words.section("sensitivity", page.sensitivity()),
            words.section("gaps", page.gaps()),
            words.section("risk", page.risk()),
            words.section("decisions", page.decision()),
        ],
        entries: Vec::new(),
    }
}

/// The words and the comparison.
struct Page<'a> {
    words: &'a Words,
    comparison: &'a Sourcing,
}

impl Page<'_> {
    fn money(&self, minor: Option<i64>) -> Cell {
        Cell::money(minor, self.comparison.currency)
    }

    /// What people call an option.
    fn name(&self, id: &str) -> String {
        let option = self.comparison.options.iter().find(|option| &*option.id == id);
        option.map_or_else(|| id.to_owned(), |option| self.title(option))
    }

    fn title(&self, option: &OptionAnswer) -> String {
        self.words.pen.text(&option.title).to_owned()
    }

    /// Options that cost the same: `A, B`; nothing is unknown.
    fn names(&self, ids: &[Box<str>]) -> Cell {
        if ids.is_empty() {
            return Cell::Unknown;
        }
        Cell::Text(ids.iter().map(|id| self.name(id)).collect::<Vec<String>>().join(", "))
    }

    fn summary(&self) -> Vec<Block> {
        let (words, ranking) = (self.words, &self.comparison.ranking);
        let best = ranking.order.first();
        let next = ranking.order.get(1);
        let answer = best.and_then(|rank| {
            self.comparison.options.iter().find(|option| option.id == rank.option)
        });
        let figures: Vec<Figure> = vec![
            words.figure("cheapest", self.names(&ranking.cheapest), None),
            words.figure("npv", self.money(best.map(|rank| rank.npv_minor)), None),
            words.figure(
                "ahead",
                self.money(next.map(|rank| rank.more_minor)),
                next.map(|rank| self.name(&rank.option)),
            ),
            words.figure(
                "per-asset",
                self.money(answer.and_then(|option| option.per_asset_minor)),
                None,
            ),
            words.figure(
                "per-intervention",
                self.money(answer.and_then(|option| option.per_intervention_minor)),
                None,
            ),
        ];
        let mut blocks = vec![Block::Figures(figures)];
        if ranking.bases_disagree {
            let other = self.names(&ranking.cheapest_fractional).show(words);
            let named = [("option", other.into())];
            blocks.push(Block::Note(words.with("note-bases-disagree", named)));
        }
        if ranking.risk_disagrees == Some(true) {
            let other = self.names(&ranking.cheapest_with_risk).show(words);
            let named = [("option", other.into())];
            blocks.push(Block::Note(words.with("note-risk-disagrees", named)));
        }
        if !ranking.not_ranked.is_empty() {
            let list = self.names(&ranking.not_ranked).show(words);
            blocks.push(Block::Note(words.with("note-not-ranked", [("list", list.into())])));
        }
        blocks
    }

    fn demand(&self, forecast: &[IncidentRate<'_>]) -> Vec<Block> {
        let words = self.words;
        let mut table = words.table(
            "demand",
            &[
                ("year", ColumnKind::Count),
                ("begin", ColumnKind::Date),
                ("interventions", ColumnKind::Count),
                ("corrective", ColumnKind::Count),
                ("hours", ColumnKind::Number),
                ("visits", ColumnKind::Number),
                ("assets", ColumnKind::Count),
            ],
        );
        let count = |count: Option<u64>| count.map_or(Cell::Unknown, Cell::count);
        for year in &self.comparison.demand {
            table.push(vec![
                Cell::count(year.year),
                Cell::Date(year.start),
                count(year.interventions),
                count(year.corrective),
                number(year.hours, 1, &words.say("unit-hours")),
                number(year.visits, 1, ""),
                count(year.assets),
            ]);
        }
        let mut blocks = vec![Block::Table(table)];
        let mut rates = words.table(
            "incident_rates",
            &[
                ("perimeter", ColumnKind::Text),
                ("incidents", ColumnKind::Count),
                ("per_year", ColumnKind::Number),
                ("lower", ColumnKind::Number),
                ("upper", ColumnKind::Number),
                ("by_trend", ColumnKind::Number),
            ],
        );
        for rate in forecast {
            let name = rate.perimeter.map(|perimeter| Cell::Code(perimeter.to_owned()));
            rates.push(vec![
                name.unwrap_or_else(|| Cell::Text(words.say("all-perimeters"))),
                Cell::count(rate.incidents),
                number(Some(rate.per_year), 1, ""),
                number(rate.lower, 1, ""),
                number(rate.upper, 1, ""),
                rate.by_trend.map_or(Cell::Empty, |trend| number(Some(trend), 1, "")),
            ]);
        }
        if rates.rows.is_empty() {
            blocks.push(words.note("no-forecast-of-incidents"));
        } else {
            blocks.push(Block::Table(rates));
        }
        blocks
    }

    fn decision(&self) -> Vec<Block> {
        let (words, ranking) = (self.words, &self.comparison.ranking);
        let (Some(best), Some(next)) = (ranking.order.first(), ranking.order.get(1)) else {
            return vec![words.note("not-enough-options")];
        };
        let evidence = |id: &str, value: Cell, limit: Option<Cell>| Evidence {
            label: words.say(id),
            value,
            limit,
        };
        let mut all = vec![
            evidence(
                "evidence-npv",
                self.money(Some(best.npv_minor)),
                Some(self.money(Some(next.npv_minor))),
            ),
            evidence("evidence-fractional", self.names(&ranking.cheapest_fractional), None),
        ];
        if ranking.risk_disagrees.is_some() {
            all.push(evidence("evidence-with-risk", self.names(&ranking.cheapest_with_risk), None));
        }
        let named =
            [("option", self.name(&best.option).into()), ("other", self.name(&next.option).into())];
        vec![Block::Decisions(vec![Decision {
            key: format!("sourcing:{}", best.option),
            title: words.with("decide-sourcing", [("option", self.name(&best.option).into())]),
            why: words.with("why-sourcing", named),
            evidence: all,
            effect: Vec::new(),
            no_effect: Some(words.say("no-effect-sourcing")),
            by: None,
            cost: Some(self.money(Some(best.npv_minor))),
            indicator: None,
        }])]
    }
}

fn number(value: Option<f64>, decimals: u8, unit: &str) -> Cell {
    value.map_or(Cell::Unknown, |value| Cell::Number { value, decimals, unit: unit.to_owned() })
}
