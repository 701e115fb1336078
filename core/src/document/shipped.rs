//! Rules of a document beside the shipped ones.

use super::read::IdText;
use crate::error::{Faults, codes};
use crate::id::RuleId;

/// The rules of a document, and the shipped ones but those of `without` and those whose id a rule of the document
/// has. An id of `without` that no shipped rule has is `AUD-014` at `/without/…`.
pub(super) fn beside_shipped<R: Clone>(
    own: &[R],
    shipped: &[R],
    without: &[IdText],
    id: impl Fn(&R) -> &RuleId,
    faults: &mut Faults,
) -> Vec<R> {
    for (place, left_out) in without.iter().enumerate() {
        if !shipped.iter().any(|rule| id(rule).as_str() == left_out.0) {
            let message = format!("no shipped rule `{}`", left_out.0);
            faults.add(codes::AUD_UNKNOWN_RULE, format!("/without/{place}"), message);
        }
    }
    let is_kept = |rule: &&R| {
        let left_out = without.iter().any(|left_out| left_out.0 == id(rule).as_str());
        !left_out && !own.iter().any(|other| id(other) == id(rule))
    };
    own.iter().chain(shipped.iter().filter(is_kept)).cloned().collect()
}
