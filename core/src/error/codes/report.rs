//! Codes of documents for people.

use super::{Code, CodeInfo, register};

register! {
    RPT_WORKBOOK "RPT-001" {
        "more than a workbook holds", "plus que ce qu'un classeur contient",
        "Make several documents, or write the CSV files, which have no such bound.", "Faites plusieurs documents, ou écrivez les fichiers CSV, qui n'ont pas cette limite." }
}
