//! Where the answer turns: volumes, days, parameters.

use super::Page;
use crate::report::blocks::table_or;
use crate::report::chart::{Chart, TornadoChart, TornadoRow, ValueUnit};
use crate::report::deliverable::{Block, Cell, ColumnKind, Picture};
use crate::sourcing::{Basis, Volumes};

/// Parts per million as a share.
#[expect(clippy::cast_precision_loss, reason = "a share for people")]
fn share(ppm: i64) -> f64 {
    ppm as f64 / 1_000_000.0
}

impl Page<'_> {
    /// At which volumes and on which days another option is cheaper.
    pub(super) fn turns(&self) -> Vec<Block> {
        let words = self.words;
        let mut table = words.table(
            "volumes",
            &[
                ("basis", ColumnKind::Text),
                ("from", ColumnKind::Count),
                ("to", ColumnKind::Count),
                ("cheapest", ColumnKind::Text),
                ("turns_at", ColumnKind::Number),
            ],
        );
        let both = [
            (Basis::Whole, &self.comparison.volumes),
            (Basis::Fractional, &self.comparison.volumes_fractional),
        ];
        let mut notes = Vec::new();
        for (basis, volumes) in both {
            let Some(Volumes { asked, bound, ranges }) = volumes else { continue };
            for range in ranges {
                table.push(vec![
                    words.label_cell(&basis),
                    Cell::count(range.from),
                    Cell::count(range.to),
                    self.names(&range.cheapest),
                    range.turns_at.map_or(Cell::Empty, |volume| super::number(Some(volume), 1, "")),
                ]);
            }
            let named = [
                ("asked", words.pen.number(*asked).into()),
                ("bound", words.pen.number(*bound).into()),
            ];
            notes.push(Block::Note(words.with("note-volumes", named)));
        }
        notes.dedup();
        let mut blocks = Vec::new();
        table_or(&mut blocks, table, words, "no-volumes");
        blocks.append(&mut notes);
        let mut dates = words.table(
            "break_even_dates",
            &[
                ("option", ColumnKind::Text),
                ("passes_below", ColumnKind::Text),
                ("day", ColumnKind::Date),
                ("months", ColumnKind::Count),
            ],
        );
        for date in &self.comparison.dates {
            dates.push(vec![
                Cell::Text(self.name(&date.after)),
                Cell::Text(self.name(&date.before)),
                Cell::Date(date.day),
                Cell::count(date.months),
            ]);
        }
        table_or(&mut blocks, dates, words, "no-break-even-dates");
        blocks
    }

    /// How much the answer hangs on each parameter.
    pub(super) fn sensitivity(&self) -> Vec<Block> {
        let (words, comparison) = (self.words, self.comparison);
        let mut blocks = Vec::new();
        let ahead = comparison.ranking.order.get(1).map(|rank| rank.more_minor);
        match ahead {
            Some(ahead) if !comparison.tornado.is_empty() => {
                let chart = Chart::Tornado(self.tornado(ahead));
                blocks.push(Block::Picture(Picture::new("tornado", chart)));
                blocks.push(words.note("note-tornado"));
            }
            _ => blocks.push(words.note("not-enough-options")),
        }
        let mut table = words.table(
            "thresholds",
            &[
                ("parameter", ColumnKind::Text),
                ("below", ColumnKind::Share),
                ("cheapest_below", ColumnKind::Text),
                ("above", ColumnKind::Share),
                ("cheapest_above", ColumnKind::Text),
                ("searched", ColumnKind::Text),
            ],
        );
        for row in &comparison.thresholds {
            let [from, to] = row.range_ppm;
            let side = |ppm: Option<i64>, names: &[Box<str>]| match ppm {
                Some(ppm) => [Cell::Share(share(ppm)), self.names(names)],
                None => [Cell::Empty, Cell::Text(words.say("unchanged"))],
            };
            let [below, cheapest_below] = side(row.below_ppm, &row.cheapest_below);
            let [above, cheapest_above] = side(row.above_ppm, &row.cheapest_above);
            let range =
                format!("{} – {}", words.pen.share(share(from)), words.pen.share(share(to)));
            table.push(vec![
                words.label_cell(&row.parameter),
                below,
                cheapest_below,
                above,
                cheapest_above,
                Cell::Text(range),
            ]);
        }
        table_or(&mut blocks, table, words, "no-thresholds");
        blocks
    }

    #[expect(clippy::cast_precision_loss, reason = "places in a picture")]
    fn tornado(&self, ahead_minor: i64) -> TornadoChart {
        let words = self.words;
        let rows = self.comparison.tornado.iter().map(|row| {
            let ratio = words.pen.share(share(row.ratio_ppm));
            TornadoRow {
                parameter: words.label(&row.parameter),
                low_label: format!("−{ratio}"),
                low: row.low_minor.map(|minor| minor as f64),
                high_label: format!("+{ratio}"),
                high: row.high_minor.map(|minor| minor as f64),
            }
        });
        TornadoChart {
            title: words.say("chart-tornado"),
            unit: ValueUnit::Money { currency: self.comparison.currency },
            base: ahead_minor as f64,
            rows: rows.collect(),
        }
    }
}
