//! Who works where.

use super::super::draw::Draw;

/// Who is on each site.
const TECHNICIANS: [(&str, &[&str]); 3] = [
    ("lyon", &["A. Ferrand", "L. Moreau"]),
    ("nantes", &["G. Le Bihan"]),
    ("strasbourg", &["C. Weiss"]),
];
/// An hour of any of them, minor units.
const HOUR_MINOR: i64 = 4_500;

/// One of those of a site; from afar, those of the head office.
pub(super) fn technician(site: &str, draw: &mut Draw) -> &'static str {
    let own = TECHNICIANS.iter().find(|(own, _)| *own == site).or(TECHNICIANS.first());
    own.and_then(|(_, people)| draw.one(people)).copied().unwrap_or_default()
}

/// What minutes of work cost, minor units, rounded half up.
pub(super) fn labour_minor(minutes: i64) -> i64 {
    (minutes * HOUR_MINOR + 30) / 60
}
