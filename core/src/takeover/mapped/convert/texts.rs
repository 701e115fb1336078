//! Reading the texts of a row.

use super::{Cell, Converter};
use crate::error::{Faults, codes};
use crate::id;
use crate::takeover::mapped::row::RowText;
use crate::takeover::{TEXT_LENGTH_MAX, placeholder, text};
use std::borrow::Cow;

/// What a text has to be.
#[derive(Debug, Clone, Copy)]
pub(super) enum Kind {
    Text,
    /// An id.
    Id,
    /// An id that is no placeholder of a name.
    Name,
    /// No placeholder.
    Identity,
    Uuid,
}

impl Kind {
    /// Whether a trimmed text of printable ASCII characters is surely one.
    #[inline]
    fn is_surely(self, text: &str) -> bool {
        match self {
            Kind::Text | Kind::Id => true,
            Kind::Name => placeholder::is_plainly_real_name(text),
            Kind::Identity => placeholder::is_plainly_real(text),
            Kind::Uuid => placeholder::is_plainly_real_uuid(text),
        }
    }
}

impl Converter {
    /// Reads a text.
    #[inline]
    pub(super) fn put<'r>(&mut self, kind: Kind, cell: Cell<'r>, slot: &mut RowText<'r>) {
        // The usual text is borrowed where it is kept: no copy of it is made on the way.
        if cell.is_plain
            && cell.text.len() <= id::ID_LENGTH_MAX
            && (kind.is_surely(cell.text) || self.is_known(kind, cell.text))
        {
            *slot = Some(Cow::Borrowed(cell.text));
        } else {
            *slot = self.any_text(kind, cell);
        }
    }

    /// Whether a text was seen before, and is no placeholder.
    fn is_known(&mut self, kind: Kind, text: &str) -> bool {
        matches!(kind, Kind::Identity) && !self.memos.placeholders.get(text, placeholder::is_text)
    }

    /// Reads a text that is not surely what it has to be.
    #[inline(never)]
    fn any_text<'r>(&mut self, kind: Kind, cell: Cell<'r>) -> RowText<'r> {
        match kind {
            Kind::Text => self.text(cell),
            Kind::Id => self.id(cell),
            Kind::Name => self.name(cell),
            Kind::Identity => self.identity(cell, placeholder::is_text),
            Kind::Uuid => self.identity(cell, placeholder::is_uuid),
        }
    }

    /// A text, cleaned.
    pub(super) fn text<'r>(&mut self, cell: Cell<'r>) -> RowText<'r> {
        if cell.is_plain && cell.text.len() <= TEXT_LENGTH_MAX {
            return Some(Cow::Borrowed(cell.text));
        }
        let mut faults = Faults::new();
        let place = || format!("line {}", cell.line);
        let cleaned = text::clean(cell.text, place, &mut faults);
        for fault in faults.into_vec() {
            if self.may_tell() {
                self.faults.push(fault);
            }
        }
        cleaned
    }

    fn identity<'r>(&mut self, cell: Cell<'r>, is_placeholder: fn(&str) -> bool) -> RowText<'r> {
        let value = self.text(cell)?;
        if !is_placeholder(&value) {
            return Some(value);
        }
        if placeholder::is_rounded(&value) {
            self.refuse(codes::TAK_ROUNDED_NUMBER, cell, "a number that a spreadsheet rounded");
        } else {
            self.say(codes::TAK_PLACEHOLDER, cell, |name| {
                format!("column `{name}`: `{}` identifies nothing", text::quote(&value))
            });
        }
        None
    }

    /// A text that can be an id.
    pub(super) fn id<'r>(&mut self, cell: Cell<'r>) -> RowText<'r> {
        // Trimmed, and without control characters.
        if cell.is_plain && cell.text.len() <= id::ID_LENGTH_MAX {
            return Some(Cow::Borrowed(cell.text));
        }
        let value = self.text(cell)?;
        if id::is_id(&value) {
            return Some(value);
        }
        self.refuse(codes::TAK_OUT_OF_RANGE, cell, "no id of at most 200 characters");
        None
    }

    fn name<'r>(&mut self, cell: Cell<'r>) -> RowText<'r> {
        let value = self.id(cell)?;
        if placeholder::is_plainly_real_name(&value) || !placeholder::is_name(&value) {
            return Some(value);
        }
        self.say(codes::TAK_PLACEHOLDER, cell, |name| {
            format!("column `{name}`: `{}` names nothing", text::quote(&value))
        });
        None
    }
}
