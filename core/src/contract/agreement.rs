//! The contract itself.

use super::amendment::{Amendment, Content, Version, versions};
use super::perimeter::{ALWAYS, Days};
use super::price::{Price, TermSpans};
use super::service::Service;
use super::term::{NoticeState, Term, TermAt, TermParts};
use crate::error::{Error, Faults, codes};
use crate::id::ContractId;
use crate::order;
use crate::text::Text;
use crate::time::{Day, Period};

/// A period in which the contract is interrupted: nothing is covered, and the term goes on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suspension {
    /// When.
    pub period: Period,
    /// Why.
    pub reason: Option<Text>,
}

/// The parts of a contract, in any order; [`Contract::new`] checks and sorts them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ContractParts {
    /// Its id.
    pub id: ContractId,
    /// Its reference, as printed.
    pub reference: Box<str>,
    /// Who does the works.
    pub provider: Box<str>,
    /// Whose estate it is.
    pub customer: Box<str>,
    /// From when until when.
    pub term: TermParts,
    /// What it covers as signed.
    pub content: Content,
    /// What changes later, and from which day on.
    pub amendments: Vec<Amendment>,
    /// Interruptions.
    pub suspensions: Vec<Suspension>,
    /// What it costs; `None` when nobody said.
    pub price: Option<Price>,
    /// Where several contracts cover the same, the greatest priority wins; then the earliest begin, then
    /// the lowest id.
    pub priority: u32,
}

impl ContractParts {
    /// An open-ended contract from `begin` over every asset, without service; its reference is its id.
    pub fn new(id: ContractId, begin: Day) -> ContractParts {
        ContractParts {
            reference: id.as_str().into(),
            id,
            provider: "".into(),
            customer: "".into(),
            term: TermParts::open(begin),
            content: Content::default(),
            amendments: Vec::new(),
            suspensions: Vec::new(),
            price: None,
            priority: 0,
        }
    }
}

/// A contract, valid by construction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contract {
    id: ContractId,
    reference: Box<str>,
    provider: Box<str>,
    customer: Box<str>,
    term: Term,
    versions: Vec<Version>,
    suspensions: Vec<Suspension>,
    price: Option<Price>,
    priority: u32,
}

impl Contract {
    /// Checks the parts.
    ///
    /// # Errors
    /// Every fault, with pointers as in a contract of an engagement document: `CON-001` an end not after the
    /// begin · `CON-002` no renewal period, or one of zero · `CON-003` a notice longer than the term or the
    /// renewal · `CON-004`, `CON-005` amendments before the begin, or of one day on one part · `CON-006`
    /// overlapping suspensions · `CON-007` a termination outside the term · `CON-009` a renewal without an end
    /// · `CON-010` an empty range of ages · `CON-011` contradictory entitlements · `CAL-002` a reversed stay ·
    /// `DOC-009` a number out of range.
    ///
    /// # Example
    /// ```
    /// use entretien::contract::{Contract, ContractParts, Renewal, TermLength};
    /// use entretien::{id::ContractId, time::Day};
    /// let day = |text| Day::parse(text).unwrap();
    /// let mut parts = ContractParts::new(ContractId::new("ma-1").unwrap(), day("2020-08-01"));
    /// parts.term.length = TermLength::Months(36);
    /// parts.term.renewal = Renewal::Tacit;
    /// parts.term.period_months = Some(12);
    /// let contract = Contract::new(parts.clone()).unwrap();
    /// let term = contract.term_at(day("2026-01-05"));
    /// assert_eq!((term.renewal, term.end), (3, Some(day("2026-08-01"))));
    /// assert_eq!(term.last_covered, Some(day("2026-07-31")));
    ///
    /// parts.term.period_months = None;
    /// assert_eq!(Contract::new(parts).unwrap_err().code(), "CON-002");
    /// ```
    pub fn new(parts: ContractParts) -> Result<Contract, Error> {
        let mut faults = Faults::new();
        let term = Term::new(parts.term, &mut faults);
        let versions = versions(term.begin(), parts.content, parts.amendments, &mut faults);
        let suspensions = check_suspensions(parts.suspensions, &mut faults);
        Error::check(faults.into_vec())?;
        Ok(Contract {
            id: parts.id,
            reference: parts.reference,
            provider: parts.provider,
            customer: parts.customer,
            term,
            versions,
            suspensions,
            price: parts.price,
            priority: parts.priority,
        })
    }

    /// Its id.
    pub fn id(&self) -> &ContractId {
        &self.id
    }

    /// Its reference, as printed.
    pub fn reference(&self) -> &str {
        &self.reference
    }

    /// Who does the works.
    pub fn provider(&self) -> &str {
        &self.provider
    }

    /// Whose estate it is.
    pub fn customer(&self) -> &str {
        &self.customer
    }

    /// First covered day.
    pub fn begin(&self) -> Day {
        self.term.begin()
    }

    /// The term.
    pub fn term(&self) -> &Term {
        &self.term
    }

    /// Where the term stands on `as_of`.
    pub fn term_at(&self, as_of: Day) -> TermAt {
        self.term.at(as_of)
    }

    /// Where notice stands on `as_of`; see [`Term::notice_at`].
    ///
    /// # Errors
    /// `CAL-006` the notice calendar has no open day within reach before the deadline.
    pub fn notice_deadline(&self, as_of: Day) -> Result<Option<NoticeState>, Error> {
        self.term.notice_at(as_of)
    }

    /// The contract as it stands from one amendment to the next, by day; never empty.
    pub fn versions(&self) -> &[Version] {
        &self.versions
    }

    /// The version that holds on `day`; before the begin, the contract as signed.
    #[expect(clippy::indexing_slicing, reason = "there is always the version as signed")]
    pub fn version_at(&self, day: Day) -> &Version {
        let later = self.versions.partition_point(|version| version.from <= day);
        &self.versions[later.saturating_sub(1)]
    }

    /// Interruptions, by day; none overlap.
    pub fn suspensions(&self) -> &[Suspension] {
        &self.suspensions
    }

    /// The suspension that holds `day`.
    pub fn suspension_at(&self, day: Day) -> Option<&Suspension> {
        let later = self.suspensions.partition_point(|part| part.period.start() <= day);
        self.suspensions.get(later.checked_sub(1)?).filter(|part| part.period.contains(day))
    }

    /// What it costs; `None` when nobody said.
    pub fn price(&self) -> Option<&Price> {
        self.price.as_ref()
    }

    /// What a price is laid over: the term, tacit renewals assumed to go on, and its suspensions.
    pub fn spans(&self) -> TermSpans {
        TermSpans {
            begin: self.begin(),
            end: self.term.final_end(),
            suspensions: self.suspensions.iter().map(|suspension| suspension.period).collect(),
        }
    }

    /// The days of the term, renewals included, up to the termination.
    pub(super) fn life(&self) -> Days {
        (self.begin().number(), self.term.final_end().map_or(ALWAYS.1, Day::number))
    }

    /// Whether the perimeter of any version has a cap.
    pub fn is_capped(&self) -> bool {
        self.versions().iter().any(|version| version.content.perimeter.is_capped())
    }

    /// Its place among contracts that cover the same, by which the lowest comes first: the greatest priority,
    /// then the earliest begin, then the lowest id.
    pub(crate) fn rank(&self) -> (u32, Day, &ContractId) {
        (u32::MAX - self.priority, self.begin(), &self.id)
    }

    /// The days on which the contract covers `service` on every asset that its perimeter takes, and no other;
    /// `None` when these depend on more than the selection: caps, ages, stays, suspensions, amendments.
    pub(crate) fn steady_period(&self, service: Service) -> Option<Period> {
        let [version] = self.versions() else { return None };
        let perimeter = &version.content.perimeter;
        let steady = self.suspensions().is_empty()
            && perimeter.is_timeless()
            && !perimeter.is_capped()
            && version.service(service).is_some();
        let (from, to) = self.life();
        let end = Day::from_number(to).unwrap_or(Day::MAX);
        if steady { Period::new(Day::from_number(from)?, end) } else { None }
    }

    /// Where several contracts cover the same, the greatest priority wins.
    pub fn priority(&self) -> u32 {
        self.priority
    }
}

/// Sorts the suspensions; adds a fault for each that overlaps an earlier one.
fn check_suspensions(suspensions: Vec<Suspension>, faults: &mut Faults) -> Vec<Suspension> {
    let mut placed: Vec<(usize, Suspension)> = suspensions.into_iter().enumerate().collect();
    order::sort_by(&mut placed, |a, b| a.1.period.cmp(&b.1.period).then(a.0.cmp(&b.0)));
    let mut last: Option<Period> = None;
    for (index, suspension) in &placed {
        let period = suspension.period;
        if let Some(last) = last.filter(|last| period.start() < last.end()) {
            let message = format!(
                "from {} to {} overlaps from {} to {}",
                period.start(),
                period.end(),
                last.start(),
                last.end()
            );
            faults.add(codes::CON_SUSPENSIONS_OVERLAP, format!("/suspensions/{index}"), message);
        }
        if last.is_none_or(|last| last.end() < period.end()) {
            last = Some(period);
        }
    }
    placed.into_iter().map(|(_, suspension)| suspension).collect()
}
