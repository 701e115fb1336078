//! Any text is refused with a code, or compiled into a recurrence whose queries agree with each other.
//!
//! ```sh
//! FUZZ_SECONDS=600 bash tests/ci/fuzz.sh
//! ```
#![no_main]

use entretien::recurrence::{Recurrence, RuleSet, Window};
use entretien::text::Lang;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let Ok(set) = RuleSet::parse(text) else { return };
    assert_eq!(RuleSet::parse(&set.to_string()).as_ref(), Ok(&set), "round trip");
    let _ = (set.describe(Lang::En), set.describe(Lang::Fr));
    if let Ok(compiled) = set.compile() {
        let _ = agree(&compiled);
    }
});

/// Queries of a short stretch from the first instance, and of a far one, agree.
fn agree(compiled: &Recurrence) -> Result<(), entretien::error::Error> {
    let Some(first) = compiled.first()? else {
        assert_eq!(compiled.last()?, None);
        return Ok(());
    };
    for from in [first, first.saturating_add(3_000_000_000)] {
        let Some(window) = Window::new(from, from.saturating_add(90_000)) else { continue };
        let values = compiled.expand(window)?;
        assert!(values.windows(2).all(|pair| pair[0] < pair[1]), "ascending");
        assert_eq!(compiled.count_between(window)?, values.len() as u64);
        if let Some(value) = values.first() {
            assert_eq!(compiled.next_after(from - 1)?, Some(*value));
            assert!(compiled.contains(*value)?);
        }
        if let Some(value) = values.last() {
            assert_eq!(compiled.previous_before(window.to())?, Some(*value));
        }
    }
    let _ = compiled.last()?;
    let _ = compiled.warnings()?;
    Ok(())
}
