//! CSV files, calendar files, JSON.

use crate::sample::sample;
use entretien::report::IcsOptions;
use entretien::text::Lang;

#[test]
fn prints() {
    let document = sample(Lang::En);
    for (name, text) in document.to_csv() {
        println!("== {name}\n{}", text.lines().take(14).collect::<Vec<_>>().join("\n"));
    }
    for text in document.to_ics(&IcsOptions::default()).expect("a calendar") {
        println!("{text}");
    }
    println!("{}", document.digest());
}
