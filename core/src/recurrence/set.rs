//! A recurrence set: an anchor, rules, dates added and dates left out.

use super::civil::Start;
use super::rule::{Rule, Until};
use super::zone::{Gap, Horizon, Overlap};
use crate::error::{Error, Faults, codes};
use crate::text::choice;

/// Most rules of a set.
pub const SET_RULES_MAX: usize = 64;
/// Most RDATE or EXDATE values of a set.
pub const SET_DATES_MAX: usize = 100_000;

choice! {
    /// What a DTSTART that its rules do not produce counts for.
    Unmatched {
        /// Nothing: only the rules make instances. The default, as python-dateutil and rrule do.
        Omit "omit" "left out" "omis",
        /// The first instance, counted by COUNT, as libical and ical.js do.
        Count "count" "counted" "compté",
    }
}

/// The named choices where RFC 5545 leaves one, or where practice differs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Policies {
    /// A civil time that the clocks jump over; moved forward by default.
    pub gap: Gap,
    /// A civil time that comes twice; the first by default.
    pub overlap: Overlap,
    /// After the last year of the zone data; the last rule goes on by default.
    pub horizon: Horizon,
    /// A DTSTART that no rule produces; left out by default.
    pub unmatched: Unmatched,
}

impl Default for Policies {
    fn default() -> Self {
        Policies {
            gap: Gap::Forward,
            overlap: Overlap::First,
            horizon: Horizon::Continue,
            unmatched: Unmatched::Omit,
        }
    }
}

/// Something that is not refused but that the caller should know.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Warning {
    /// DTSTART is not an instance of any rule; the policy says whether it counts.
    StartUnmatched(Unmatched),
    /// BYHOUR, BYMINUTE and BYSECOND are ignored with a DTSTART that is a date (RFC 5545 3.3.10).
    TimesIgnored,
}

/// DTSTART, RRULE, RDATE and EXDATE, with the policies that decide the rest.
///
/// ```
/// use entretien::recurrence::{RuleSet, Window};
/// let set = RuleSet::parse(
///     "DTSTART;TZID=Europe/Paris:20260329T023000\nRRULE:FREQ=DAILY;COUNT=2\n",
/// ).unwrap();
/// let instants = set.compile().unwrap().expand(Window::ALL).unwrap();
/// // 03:30 on the 29th, since 02:30 is jumped over; 02:30 on the 30th.
/// assert_eq!(instants, [1_774_747_800, 1_774_830_600]);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RuleSet {
    pub(super) start: Start,
    pub(super) rules: Vec<Rule>,
    pub(super) rdates: Vec<Start>,
    pub(super) exdates: Vec<Start>,
    pub(super) policies: Policies,
}

impl RuleSet {
    /// A set of one rule, with the default policies.
    ///
    /// # Errors
    /// As [`RuleSet::build`].
    pub fn new(start: Start, rule: Rule) -> Result<RuleSet, Error> {
        RuleSet::build(start, vec![rule], Vec::new(), Vec::new(), Policies::default())
    }

    /// A set from its parts. Dates are sorted and kept once.
    ///
    /// # Errors
    /// All faults: `REC-011` UNTIL of another kind than DTSTART · `REC-012` RDATE or EXDATE of another
    /// kind, or a rule finer than a day with a date · `REC-014` more than [`SET_RULES_MAX`] rules or
    /// [`SET_DATES_MAX`] dates. Pointers: `/rrule/0`, `/rdate/0`, `/exdate/0`.
    pub fn build(
        start: Start,
        rules: Vec<Rule>,
        mut rdates: Vec<Start>,
        mut exdates: Vec<Start>,
        policies: Policies,
    ) -> Result<RuleSet, Error> {
        let mut faults = Faults::new();
        for (index, rule) in rules.iter().enumerate() {
            check_rule(start, rule, &format_args!("/rrule/{index}"), &mut faults);
        }
        for (name, dates) in [("rdate", &rdates), ("exdate", &exdates)] {
            let odd = dates.iter().position(|date| !same_kind(start, *date));
            if let Some(index) = odd {
                let pointer = format!("/{name}/{index}");
                faults.add(codes::REC_KIND, pointer, "another kind of time than DTSTART");
            }
            if dates.len() > SET_DATES_MAX {
                let why = format!("more than {SET_DATES_MAX} dates");
                faults.add(codes::REC_TOO_LARGE, format!("/{name}"), why);
            }
        }
        if rules.len() > SET_RULES_MAX {
            let why = format!("more than {SET_RULES_MAX} rules");
            faults.add(codes::REC_TOO_LARGE, "/rrule", why);
        }
        Error::check(faults.into_vec())?;
        for dates in [&mut rdates, &mut exdates] {
            dates.sort_unstable();
            dates.dedup();
        }
        Ok(RuleSet { start, rules, rdates, exdates, policies })
    }

    /// The same set under other policies.
    #[must_use]
    pub fn with_policies(mut self, policies: Policies) -> RuleSet {
        self.policies = policies;
        self
    }

    /// DTSTART.
    pub fn start(&self) -> Start {
        self.start
    }

    /// The rules, as given.
    pub fn rules(&self) -> &[Rule] {
        &self.rules
    }

    /// RDATE, ascending.
    pub fn rdates(&self) -> &[Start] {
        &self.rdates
    }

    /// EXDATE, ascending.
    pub fn exdates(&self) -> &[Start] {
        &self.exdates
    }

    /// The policies.
    pub fn policies(&self) -> Policies {
        self.policies
    }
}

/// Whether a date can stand in a set that begins at `start`.
pub(super) fn same_kind(start: Start, date: Start) -> bool {
    match start {
        Start::Date(_) => matches!(date, Start::Date(_)),
        Start::Floating(_) => matches!(date, Start::Floating(_)),
        Start::Utc(_) | Start::Zoned(..) => matches!(date, Start::Utc(_) | Start::Zoned(..)),
    }
}

/// Whether a rule can be anchored at `start`.
pub(super) fn check_rule(
    start: Start,
    rule: &Rule,
    pointer: &dyn std::fmt::Display,
    faults: &mut Faults,
) {
    let fits = matches!(
        (rule.until, start),
        (None, _)
            | (Some(Until::Date(_)), Start::Date(_))
            | (Some(Until::Local(_)), Start::Floating(_))
            | (Some(Until::Utc(_)), Start::Utc(_) | Start::Zoned(..))
    );
    if !fits {
        let until = rule.until.map(|until| until.to_string()).unwrap_or_default();
        let why = format!("`UNTIL={until}` is of another kind than DTSTART");
        faults.add(codes::REC_UNTIL_KIND, pointer.to_string(), why);
    }
    if start.is_date() && rule.freq.is_sub_daily() {
        let why = format!("`FREQ={}` with a DTSTART that is a date", rule.freq.code());
        faults.add(codes::REC_KIND, pointer.to_string(), why);
    }
}
