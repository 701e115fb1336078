//! The inventories of the customer become an estate; what is doubtful is told.

use super::page::{Page, counted};
use super::state::State;
use crate::program::Failure;
use entretien::text::Label;

/// Tells what was found, against what the customer declares.
pub(super) fn tell(state: &mut State, page: &mut Page) -> Result<(), Failure> {
    let (takeover, engagement) = (&state.takeover, &state.engagement);
    let estate = engagement.input().estate();
    page.say(("files read", "fichiers lus"), takeover.files_read);
    page.say(("assets", "équipements"), estate.assets().len());
    let categories = counted(estate.assets().iter().map(|asset| asset.category));
    let lang = page.lang;
    for (category, count) in &categories {
        page.list(category.label(lang), count);
    }
    let comparison = engagement.comparison();
    page.say(("declared, not found", "déclarés, non trouvés"), comparison.declared_not_found.len());
    page.say(("found, not declared", "trouvés, non déclarés"), comparison.found_not_declared.len());
    page.say(
        ("standing for several machines", "valant pour plusieurs machines"),
        takeover.duplicates.len(),
    );
    page.say(("files refused", "fichiers refusés"), engagement.refused().len());
    page.say(("doubtful values", "valeurs douteuses"), engagement.diagnostics().len());
    for (code, count) in counted(engagement.diagnostics().iter().map(|fault| fault.code)) {
        page.list(code, count);
    }
    let faults: Vec<String> = engagement.diagnostics().iter().map(ToString::to_string).collect();
    page.write("doubtful.txt", &(faults.join("\n") + "\n"))?;
    page.fact(takeover)?;
    page.fact(comparison)?;
    page.fact(&engagement.diagnostics())
}
