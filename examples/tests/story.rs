//! The drawn half-year is a log that agrees with its plan, the same for the same seed.

use entretien::intervention::Status;
use entretien::text::Lang;
use entretien_examples::program::Failure;
use entretien_examples::story::{CHAPTERS, Days, Page, State};
use std::collections::BTreeSet;
use std::path::Path;

/// Lives the chapters up to the log; the state and the digests.
fn half_year(seed: u64, lang: Lang, folder: &str) -> Result<(State, Vec<String>), Failure> {
    let days = Days::of_2026().ok_or_else(|| Failure::Wrong("no days".to_owned()))?;
    let mut state = State::new(days, seed)?;
    let mut digests = Vec::new();
    for chapter in CHAPTERS {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(folder).join(chapter.name);
        let mut page = Page::new(&folder, lang)?;
        (chapter.tell)(&mut state, &mut page)?;
        digests.push(page.digest());
        if state.log.is_some() {
            break;
        }
    }
    Ok((state, digests))
}

#[test]
fn the_log_agrees_with_the_plan() -> Result<(), Failure> {
    let (state, digests) = half_year(7, Lang::En, "story-7")?;
    let log = state.log()?;
    let mut met = BTreeSet::new();
    for work in log.interventions() {
        if let Some(occurrence) = &work.occurrence {
            assert!(met.insert(occurrence.clone()), "{occurrence} is worked once");
        }
        assert_eq!(work.status == Some(Status::Done), work.ended.is_some(), "{}", work.id);
        assert!(work.begun.zip(work.ended).is_none_or(|(begun, ended)| begun < ended));
        assert!(work.incident.as_ref().is_none_or(|id| log.incident(id.as_str()).is_some()));
    }
    let programme = state.engagement.input().programme();
    let done = log
        .interventions()
        .iter()
        .filter(|work| work.occurrence.is_some() && work.status == Some(Status::Done));
    assert_eq!(programme.events.len(), done.count(), "what was done is known to the plan");
    let days = state.days;
    let plan = state.engagement.plan(days.middle, days.begin, days.end)?;
    assert!(state.engagement.check(&plan).is_empty());
    for event in &programme.events {
        let id = event.happening.occurrence().map(ToString::to_string).unwrap_or_default();
        assert!(met.contains(id.as_str()), "{id}");
    }
    let (again, same) = half_year(7, Lang::Fr, "story-7-fr")?;
    assert_eq!(digests, same, "in any language");
    assert_eq!(again.log()?.incidents(), log.incidents());
    let (_, other) = half_year(8, Lang::En, "story-8")?;
    assert_eq!(digests.first(), other.first());
    assert_ne!(digests.last(), other.last());
    Ok(())
}
