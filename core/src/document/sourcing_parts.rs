//! Comparisons of ways of having work done: from a document to domain values.

use super::SOURCING_FORMAT;
use super::calendars::week;
use super::convert::read_document;
use super::parts::text;
use super::price_parts::{Series, index_series, percent, price};
use super::read::{IdText, clip};
use super::sourcing_types::{
    AdHocDoc, ContractOfferDoc, DemandLineDoc, InHouseDoc, LineSelectorDoc, SensitivityDoc,
    SourcingDoc, SourcingOptionDoc, SourcingPartDoc,
};
use super::types::WeekDoc;
use crate::calendar::Week;
use crate::engagement::Engagement;
use crate::error::{Error, Faults, codes};
use crate::id::SkillId;
use crate::plan::Mode;
use crate::quantity::Currency;
use crate::sourcing::{
    AdHoc, ClassCount, ContractOffer, DemandLine, InHouse, LineSelector, OfferedSkill, OptionPart,
    Sensitivity, SourcingInput, SourcingOption, UnitPrice, Way,
};
use crate::text::Text;
use crate::time::Day;
use std::sync::Arc;

/// Factors between which thresholds are searched when one end is given, parts per million.
const RANGE_PPM: (i64, i64) = (0, 2_000_000);

/// Reads options for a demand. Contracts that an option names are those of `engagement`.
///
/// [`compare`](fn@crate::sourcing::compare) and
/// [`Engagement::sourcing`](crate::engagement::Engagement::sourcing) check what it says.
///
/// # Errors
/// Every fault, with its pointer: `DOC-*` for the form, `PRI-*` for a price, `CAL-*` for a week · `SRC-013` a
/// contract that is not one of the engagement, or has no price · `SRC-014` a part that is not exactly one way.
///
/// # Example
/// ```
/// use entretien::document::read_sourcing;
/// use entretien::sourcing::compare;
/// let text = br#"{"format": "entretien/sourcing", "format_version": "1.0", "start": "2027-01-01",
///   "years": 3, "discount": "4", "demand": [{"key": "office", "perimeter": "office",
///     "activity": "corrective", "interventions": 100, "minutes": 12000, "out_of_hours": "0"}],
///   "options": [{"id": "orders", "transition_minor": 0, "exit_minor": 0, "parts": [{"ad_hoc":
///     {"intervention_minor": 6000, "hour_minor": 7500, "visit_minor": 0, "overhead": "0"}}]}]}"#;
/// let answer = compare(&read_sourcing(text, None).unwrap()).unwrap();
/// // 100 × 60 € and 200 h × 75 €
/// assert_eq!(answer.options[0].years[0].total_minor, Some(2_100_000));
/// ```
pub fn read_sourcing(
    bytes: &[u8],
    engagement: Option<&Engagement>,
) -> Result<SourcingInput, Error> {
    let doc = read_document::<SourcingDoc>(bytes, SOURCING_FORMAT)?;
    let mut faults = Faults::new();
    let currency = doc.currency.as_deref().map_or(Some(Currency::EUR), Currency::new);
    if currency.is_none() {
        let given = clip(doc.currency.as_deref().unwrap_or_default());
        let message = format!("`{given}` is not three capital letters");
        faults.add(codes::DOC_BAD_CHOICE, "/currency", message);
    }
    let series = index_series(&doc.index_series, &mut faults);
    let mut reader = Reader { engagement, series, start: doc.start, faults: &mut faults };
    let input = SourcingInput {
        currency: currency.unwrap_or(Currency::EUR),
        start: doc.start,
        years: doc.years,
        discount_ppm: reader.percent(&doc.discount, "/discount"),
        demand: reader.each(&doc.demand, "/demand", Reader::line),
        options: reader.each(&doc.options, "/options", Reader::option),
        needed_week: reader.week(doc.needed_week.as_ref(), "/needed_week"),
        downtime_hour_minor: doc.downtime_hour_minor,
        volume_max: doc.volume_max,
        sensitivity: reader.sensitivity(doc.sensitivity.as_ref()),
    };
    Error::check(faults.into_vec())?;
    Ok(input)
}

/// Reads the parts; every fault is added with its pointer.
struct Reader<'a> {
    engagement: Option<&'a Engagement>,
    series: Series,
    start: Day,
    faults: &'a mut Faults,
}

impl Reader<'_> {
    fn percent(&mut self, text: &str, pointer: &str) -> i64 {
        percent(text, pointer.to_owned(), self.faults).unwrap_or_default()
    }

    fn share(&mut self, text: Option<&String>, pointer: &str, name: &str) -> Option<i64> {
        text.map(|text| self.percent(text, &format!("{pointer}/{name}")))
    }

    fn each<D, T>(
        &mut self,
        docs: &[D],
        list: &str,
        one: fn(&mut Self, &D, &str) -> Option<T>,
    ) -> Vec<T> {
        let places = docs.iter().enumerate();
        places.filter_map(|(index, doc)| one(self, doc, &format!("{list}/{index}"))).collect()
    }

    fn week(&mut self, doc: Option<&WeekDoc>, pointer: &str) -> Option<Week> {
        week(doc?, pointer, self.faults)
    }

    #[expect(clippy::unnecessary_wraps, reason = "one of several readers of `each`")]
    fn line(&mut self, doc: &DemandLineDoc, pointer: &str) -> Option<DemandLine> {
        let mode = doc.mode.unwrap_or(Mode::Remote);
        let no_visit = (mode == Mode::Remote).then_some(0);
        Some(DemandLine {
            activity: doc.activity,
            skill: doc.skill.as_ref().map(SkillId::from),
            mode,
            interventions: doc.interventions,
            minutes: doc.minutes,
            visits: doc.visits.or(no_visit),
            out_of_hours_ppm: self.share(doc.out_of_hours.as_ref(), pointer, "out_of_hours"),
            assets: doc.assets,
            growth_ppm: self.share(doc.growth.as_ref(), pointer, "growth").unwrap_or_default(),
            ..DemandLine::new(&doc.key.0, &doc.perimeter)
        })
    }

    #[expect(clippy::unnecessary_wraps, reason = "one of several readers of `each`")]
    fn option(&mut self, doc: &SourcingOptionDoc, pointer: &str) -> Option<SourcingOption> {
        Some(SourcingOption {
            id: doc.id.0.as_str().into(),
            title: doc.title.as_ref().map_or_else(|| Text::new(&doc.id.0, None), text),
            parts: self.each(&doc.parts, &format!("{pointer}/parts"), Reader::part),
            transition_minor: doc.transition_minor,
            exit_minor: doc.exit_minor,
            downtime_minutes: doc.downtime_minutes,
        })
    }

    fn part(&mut self, doc: &SourcingPartDoc, pointer: &str) -> Option<OptionPart> {
        let way = match (&doc.in_house, &doc.contract, &doc.ad_hoc) {
            (Some(team), None, None) => {
                Some(Way::InHouse(self.team(team, &format!("{pointer}/in_house"))))
            }
            (None, Some(offer), None) => {
                self.offer(offer, &format!("{pointer}/contract")).map(Way::Contract)
            }
            (None, None, Some(prices)) => {
                Some(Way::AdHoc(self.orders(prices, &format!("{pointer}/ad_hoc"))))
            }
            _ => {
                let message = "exactly one of `in_house`, `contract`, `ad_hoc`";
                self.faults.add(codes::SRC_WAY, pointer, message);
                None
            }
        };
        let skills = doc.skills.as_ref().map(|skills| {
            let offered = skills.iter().map(|offer| OfferedSkill {
                skill: SkillId::from(&offer.skill),
                people: offer.people,
            });
            offered.collect()
        });
        let week = self.week(doc.week.as_ref(), &format!("{pointer}/week"));
        let takes = doc.takes.as_ref().map(selector).unwrap_or_default();
        Some(OptionPart { takes, way: way?, skills, week })
    }

    fn team(&mut self, doc: &InHouseDoc, pointer: &str) -> InHouse {
        let usual = InHouse::default();
        let mut share = |text: &Option<String>, name| self.share(text.as_ref(), pointer, name);
        InHouse {
            wage_minor: doc.wage_minor,
            charges_ppm: share(&doc.charges, "charges"),
            paid_hours: doc.paid_hours.unwrap_or(usual.paid_hours),
            absence_hours: doc.absence_hours.unwrap_or(usual.absence_hours),
            training_hours: doc.training_hours.unwrap_or(usual.training_hours),
            leave_hours: doc.leave_hours.unwrap_or(usual.leave_hours),
            utilisation_ppm: share(&doc.utilisation, "utilisation")
                .unwrap_or(usual.utilisation_ppm),
            posts_min: doc.posts_min.unwrap_or(usual.posts_min),
            posts_now: doc.posts_now.unwrap_or(usual.posts_now),
            recruitment_minor: doc.recruitment_minor,
            turnover_ppm: share(&doc.turnover, "turnover"),
            tools_minor: doc.tools_minor,
            tools_per_post_minor: doc.tools_per_post_minor,
            visit_minor: doc.visit_minor,
            on_call_minor: doc.on_call_minor,
            out_of_hours_extra_ppm: share(&doc.out_of_hours_extra, "out_of_hours_extra"),
            overhead_ppm: share(&doc.overhead, "overhead"),
            wage_index_ppm: share(&doc.wage_index, "wage_index").unwrap_or_default(),
            price_index_ppm: share(&doc.price_index, "price_index").unwrap_or_default(),
        }
    }

    fn offer(&mut self, doc: &ContractOfferDoc, pointer: &str) -> Option<ContractOffer> {
        let base = match (&doc.of, &doc.price) {
            (Some(id), None) => self.known_offer(id, pointer),
            (None, Some(own)) => {
                let begin = doc.begin.unwrap_or(self.start);
                let place = format!("{pointer}/price");
                let built = price(own, &self.series, (begin, None), &place, self.faults);
                built.map(|price| ContractOffer::new(Arc::new(price), begin))
            }
            _ => {
                let message = "exactly one of `of` and `price`";
                self.faults.add(codes::SRC_CONTRACT, pointer, message);
                None
            }
        };
        let mut share = |text: &Option<String>, name| self.share(text.as_ref(), pointer, name);
        let price_index_ppm = share(&doc.price_index, "price_index");
        let out_of_scope_ppm = share(&doc.out_of_scope, "out_of_scope").unwrap_or_default();
        let penalties_ppm = share(&doc.penalties, "penalties");
        let overhead_ppm = share(&doc.overhead, "overhead");
        let mut counts: Vec<ClassCount> = Vec::with_capacity(doc.counts.len());
        for (index, own) in doc.counts.iter().enumerate() {
            let place = format!("{pointer}/counts/{index}");
            let growth = self.share(own.growth.as_ref(), &place, "growth");
            counts.push(ClassCount {
                class: own.class.0.as_str().into(),
                count: own.count,
                growth_ppm: growth.unwrap_or_default(),
            });
        }
        let base = base?;
        let rest =
            base.counts.iter().filter(|known| !counts.iter().any(|own| own.class == known.class));
        let rest: Vec<ClassCount> = rest.cloned().collect();
        counts.extend(rest);
        Some(ContractOffer {
            counts,
            price_index_ppm,
            included_minutes: doc.included_minutes,
            included_visits: doc.included_visits,
            out_of_scope_ppm,
            units: doc
                .units
                .as_ref()
                .map(|units| UnitPrice { included: units.included, minor: units.minor }),
            penalties_ppm,
            overhead_ppm,
            ..base
        })
    }

    fn known_offer(&mut self, id: &IdText, pointer: &str) -> Option<ContractOffer> {
        let pointer = format!("{pointer}/of");
        let Some(engagement) = self.engagement else {
            let message = format!("`{}` without an engagement", id.0);
            self.faults.add(codes::SRC_CONTRACT, pointer, message);
            return None;
        };
        let found = engagement.contract_offer(&id.0, self.start.to_date());
        found.map_err(|error| self.faults.adopt(error.at(&pointer))).ok()
    }

    fn orders(&mut self, doc: &AdHocDoc, pointer: &str) -> AdHoc {
        let mut share = |text: &Option<String>, name| self.share(text.as_ref(), pointer, name);
        AdHoc {
            intervention_minor: doc.intervention_minor,
            hour_minor: doc.hour_minor,
            visit_minor: doc.visit_minor,
            minutes_min: doc.minutes_min.unwrap_or_default(),
            out_of_hours_extra_ppm: share(&doc.out_of_hours_extra, "out_of_hours_extra"),
            price_index_ppm: share(&doc.price_index, "price_index").unwrap_or_default(),
            overhead_ppm: share(&doc.overhead, "overhead"),
        }
    }

    fn sensitivity(&mut self, doc: Option<&SensitivityDoc>) -> Sensitivity {
        let Some(doc) = doc else { return Sensitivity::by_a_fifth() };
        let place = "/sensitivity";
        let mut parameters = Vec::with_capacity(doc.parameters.len());
        for (index, varied) in doc.parameters.iter().enumerate() {
            let pointer = format!("{place}/parameters/{index}/ratio");
            parameters.push((varied.parameter, self.percent(&varied.ratio, &pointer)));
        }
        let from = self.share(doc.from.as_ref(), place, "from");
        let to = self.share(doc.to.as_ref(), place, "to");
        let is_given = from.is_some() || to.is_some();
        let range = (from.unwrap_or(RANGE_PPM.0), to.unwrap_or(RANGE_PPM.1));
        Sensitivity { parameters, range_ppm: is_given.then_some(range) }
    }
}

fn selector(doc: &LineSelectorDoc) -> LineSelector {
    LineSelector {
        perimeters: doc.perimeters.iter().map(|name| name.as_str().into()).collect(),
        activities: doc.activities.clone(),
        skills: doc.skills.iter().map(SkillId::from).collect(),
        modes: doc.modes.clone(),
    }
}
