//! What a file is, told by its content, and by its name only where content cannot tell.

use super::rows::{self, TableKind};
use super::snipe::{self, SnipeKind};
use super::table::{self, Head};
use super::{declared, itop};

/// What a file is.
#[derive(Debug)]
pub(super) enum FileKind {
    /// JSON that begins with an object.
    Object,
    /// JSON that begins with a list.
    List,
    /// A text that begins with `<`.
    Markup,
    /// A CSV of iTop.
    Itop,
    /// A CSV of declared facts.
    Declared,
    /// A CSV of Snipe-IT.
    Snipe(SnipeKind, Head),
    /// A table of GLPI as CSV.
    Table(TableKind),
    /// Something else.
    Other(&'static str),
}

/// Tells what a file is.
///
/// A table of GLPI is one that is called so (`glpi_states.csv`: most of them are an id and a name) and has
/// an `id`, or whose columns only one table has. It goes before declared facts, as an id and a name
/// would do for them.
pub(super) fn of(name: &str, bytes: &[u8], text: &str) -> FileKind {
    let start = text.trim_start();
    match start.chars().next() {
        None => return FileKind::Other("an empty file"),
        Some('{') => return FileKind::Object,
        Some('[') => return FileKind::List,
        Some('<') => return FileKind::Markup,
        Some(_) => {}
    }
    if itop::is_csv(text) {
        return FileKind::Itop;
    }
    let head = table::head_of(bytes);
    if let Some(head) = &head
        && let Some(kind) = rows::kind(name, head)
    {
        return FileKind::Table(kind);
    }
    if declared::is_declared(text) {
        return FileKind::Declared;
    }
    let snipe = head.and_then(|head| snipe::kind(&head).map(|kind| (kind, head)));
    match snipe {
        Some((kind, head)) => FileKind::Snipe(kind, head),
        None => FileKind::Other("neither JSON nor a CSV that is known by its columns"),
    }
}
