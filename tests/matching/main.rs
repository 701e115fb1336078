//! Shows what the rules of matching make of the real inventories: `matching [all]` prints the rates, the
//! systems without product and the programs that match; with `all`, every program; with `speed`, the time
//! for a million programs.

use entretien::support::{Match, Matcher, ProgramText, SupportCatalogue, SystemText};
use entretien_tests::{ProgramTexts, RealTexts, SystemTexts, shared};
use std::collections::BTreeMap;

fn main() {
    let mode = std::env::args().nth(1).unwrap_or_default();
    let Some(folder) = shared("matching") else { return };
    let csv =
        std::fs::read(folder.join("data/support/endoflife_cycles.csv")).expect("the catalogue");
    let catalogue = SupportCatalogue::read_csv(&csv).expect("a catalogue").catalogue;
    let texts = RealTexts::read(&folder.join("data/inventory"));
    let matcher = Matcher::shipped();
    if mode == "speed" {
        speed(&catalogue, &matcher, &texts);
        return;
    }
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for texts in &texts.systems {
        let found = matcher.system(&catalogue, &system(texts));
        *counts.entry(kind(&found)).or_default() += 1;
        println!("{}\t{}", texts.join("|").replace('\n', " "), shown(&found));
    }
    println!("systems {} {counts:?}\n", texts.systems.len());
    counts.clear();
    for texts in &texts.programs {
        let found = matcher.program(&catalogue, &program(texts));
        *counts.entry(kind(&found)).or_default() += 1;
        if mode == "all" || kind(&found) != "no_rule" {
            println!("{}\t{}", texts.join("|"), shown(&found));
        }
    }
    println!("programs {} {counts:?}", texts.programs.len());
}

fn speed(catalogue: &SupportCatalogue, matcher: &Matcher, texts: &RealTexts) {
    let programs: Vec<ProgramText<'_>> = texts.programs.iter().map(program).collect();
    let start = std::time::Instant::now();
    let mut found = 0_usize;
    for place in 0..1_000_000 {
        let answer = matcher.program(catalogue, &programs[place % programs.len()]);
        found += usize::from(answer.product().is_some());
    }
    println!("1,000,000 programs, {found} matched, {:?}", start.elapsed());
}

fn system(texts: &SystemTexts) -> SystemText<'_> {
    let [name, full_name, version, kernel, manufacturer, model, firmware] = texts;
    SystemText { name, full_name, version, kernel, manufacturer, model, firmware }
}

fn program(texts: &ProgramTexts) -> ProgramText<'_> {
    let [name, version, publisher] = texts;
    ProgramText { name, version, publisher }
}

fn kind(found: &Match) -> &'static str {
    match found {
        Match::Product(found) if found.cycle.is_some() => "cycle",
        Match::Product(_) => "product",
        Match::None(none) => none.reason.code(),
    }
}

fn shown(found: &Match) -> String {
    serde_json::to_string(found).expect("JSON")
}
