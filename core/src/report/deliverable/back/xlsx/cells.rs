//! Typed cells and their formats.

use super::super::super::Cell;
use super::{date, put};
use crate::quantity::Money;
use crate::report::pen::share_decimals;
use crate::report::turns;
use crate::report::words::Words;
use crate::text::Lang;
use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder, Worksheet, XlsxError};

/// Longest text of a cell, in UTF-16 units.
const TEXT_MAX: usize = 32_767;
/// Longest format of numbers.
const FORMAT_MAX: usize = 255;
/// Whole numbers of at most fifteen digits are shown digit by digit.
const DIGITS_MAX: i64 = 999_999_999_999_999;
/// Most minutes that are shown as a length of time, those of the last day of 9999.
const MINUTES_MAX: i64 = 2_958_465 * 1_440;

/// A place: row, column.
type Place = (u32, u16);

/// Writes cells.
pub(super) struct Cells<'w> {
    pub(super) words: &'w Words,
    pub(super) title: Format,
    pub(super) bold: Format,
    pub(super) plain: Format,
    /// Of words, of numbers.
    pub(super) heads: (Format, Format),
    pub(super) note: Format,
    unknown: Format,
}

impl<'w> Cells<'w> {
    pub(super) fn new(words: &'w Words) -> Cells<'w> {
        let plain = Format::new().set_align(FormatAlign::Top);
        let head = plain
            .clone()
            .set_bold()
            .set_text_wrap()
            .set_background_color(Color::RGB(0x00E3_EBF3))
            .set_border_bottom(FormatBorder::Thin);
        Cells {
            words,
            title: plain.clone().set_bold().set_font_size(16),
            bold: plain.clone().set_bold(),
            heads: (head.clone(), head.set_align(FormatAlign::Right)),
            note: plain.clone().set_italic(),
            unknown: plain.clone().set_italic().set_font_color(Color::RGB(0x0059_6673)),
            plain,
        }
    }

    /// A value by its kind; nothing where nothing applies.
    pub(super) fn cell(
        &self,
        sheet: &mut Worksheet,
        at: Place,
        cell: &Cell,
        is_total: bool,
    ) -> Result<(), XlsxError> {
        let styled = |format: &Format| {
            let format = format.clone();
            if is_total { format.set_bold().set_border_top(FormatBorder::Thin) } else { format }
        };
        if let Some((number, form)) = self.numeric(cell) {
            return put(sheet, at, number, &styled(&self.plain.clone().set_num_format(form)));
        }
        match cell {
            Cell::Empty if is_total => {
                sheet.write_blank(at.0, at.1, &styled(&self.plain)).map(|_| ())
            }
            Cell::Empty => Ok(()),
            Cell::Date(day) => match date(*day) {
                Some(date) => {
                    let form = self.plain.clone().set_num_format(self.date_form());
                    put(sheet, at, &date, &styled(&form))
                }
                None => self.text(sheet, at, &cell.show(self.words), &styled(&self.right())),
            },
            cell if cell.is_unknown() => {
                self.text(sheet, at, &cell.show(self.words), &styled(&self.unknown))
            }
            Cell::Text(text) | Cell::Code(text) => {
                let is_long = text.contains('\n') || text.chars().count() > 40;
                let format = self.plain.clone();
                let format = if is_long { format.set_text_wrap() } else { format };
                self.text(sheet, at, text, &styled(&format))
            }
            // Beyond what workbooks count exactly.
            _ => self.text(sheet, at, &cell.show(self.words), &styled(&self.right())),
        }
    }

    fn right(&self) -> Format {
        self.plain.clone().set_align(FormatAlign::Right)
    }

    /// The number that a workbook has for a value, and how it shows it as the page does.
    fn numeric(&self, cell: &Cell) -> Option<(f64, String)> {
        match cell {
            Cell::Count(count) => Some((whole(*count)?, "#,##0".to_owned())),
            Cell::Number { value, decimals, unit } if value.is_finite() => {
                let unit = self.kept(unit).replace('\n', " ");
                let form = with_unit(usize::from(*decimals), &unit);
                (form.encode_utf16().count() <= FORMAT_MAX).then_some((*value, form))
            }
            Cell::Share(share) if share.is_finite() => {
                Some((*share, format!("{}%", decimal_form("0", share_decimals(*share)))))
            }
            // Workbooks show no length of time below 0.
            Cell::Minutes(minutes) if (0..=MINUTES_MAX).contains(minutes) => {
                Some((whole(*minutes)? / 1_440.0, "[h]:mm".to_owned()))
            }
            Cell::Money(money) => {
                let form = with_unit(money.currency().decimals(), money.currency().code());
                Some((units(*money)?, form))
            }
            _ => None,
        }
    }

    fn date_form(&self) -> &'static str {
        match self.words.lang() {
            Lang::En => "[$-809]d mmm yyyy",
            Lang::Fr => "[$-40C]d mmm yyyy",
        }
    }

    /// Words: never a formula, never a link.
    pub(super) fn text(
        &self,
        sheet: &mut Worksheet,
        (row, column): Place,
        text: &str,
        format: &Format,
    ) -> Result<(), XlsxError> {
        sheet.write_string_with_format(row, column, self.kept(text), format).map(|_| ())
    }

    pub(super) fn number(
        &self,
        sheet: &mut Worksheet,
        at: Place,
        number: usize,
        form: &str,
    ) -> Result<(), XlsxError> {
        let number = u32::try_from(number).unwrap_or(u32::MAX);
        put(sheet, at, number, &self.plain.clone().set_num_format(form))
    }

    /// The text as a cell holds it: without control characters and what turns its direction; beyond the bound it says
    /// how long it was.
    pub(super) fn kept(&self, text: &str) -> String {
        let text = text.replace("\r\n", "\n").replace('\r', "\n");
        let text: String =
            text.chars().filter(|c| !turns(*c) && (*c == '\n' || !c.is_control())).collect();
        let length = text.encode_utf16().count();
        if length <= TEXT_MAX {
            return text;
        }
        let number = self.words.pen.number(text.chars().count());
        let end = self.words.with("text-cut", [("number", number.into())]);
        let mut room = TEXT_MAX.saturating_sub(end.encode_utf16().count());
        let fits = |c: &char| {
            let fits = c.len_utf16() <= room;
            room = room.saturating_sub(c.len_utf16());
            fits
        };
        text.chars().take_while(fits).collect::<String>() + &end
    }
}

/// `#,##0.00` with so many decimals.
fn decimal_form(whole: &str, decimals: usize) -> String {
    // Formats have at most thirty.
    let decimals = decimals.min(30);
    if decimals == 0 { whole.to_owned() } else { format!("{whole}.{}", "0".repeat(decimals)) }
}

/// A number and its unit, which the format holds as words.
fn with_unit(decimals: usize, unit: &str) -> String {
    let form = decimal_form("#,##0", decimals);
    if unit.is_empty() {
        return form;
    }
    let unit = unit.replace('"', "\"\\\"\"");
    format!("{form}\"\u{a0}{unit}\"")
}

/// The number, where a workbook shows each of its digits.
#[expect(clippy::cast_precision_loss, reason = "fifteen digits are exact")]
fn whole(number: i64) -> Option<f64> {
    (-DIGITS_MAX..=DIGITS_MAX).contains(&number).then_some(number as f64)
}

/// An amount in units of its currency.
fn units(money: Money) -> Option<f64> {
    let minor = whole(money.minor())?;
    let scale = (0..money.currency().decimals()).fold(1.0, |scale, _| scale * 10.0);
    Some(minor / scale)
}
