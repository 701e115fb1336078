//! Why an occurrence is on its date.

use super::book::{Book, SubjectRef, is_done_on, offset_of};
use super::choose::same_window;
use super::event::Occasion;
use super::ground::{Bar, Ground};
use super::input::PlanInput;
use super::occurrence::Occurrence;
use super::policy::Counting;
use super::series::roll_of;
use super::table::Marks;
use super::task::{Every, Spread};
use crate::calendar::Closed;
use crate::inventory::Asset;
use crate::recurrence::{MonthDay, MonthEnd, Rule, Series};
use crate::text::{Label, Lang, choice};
use crate::time::{Day, Interval};
use serde::Serialize;
use std::fmt::Write as _;

choice! {
    /// The rule behind one step of a trace.
    StepRule {
        /// The series is counted from the anchor of the task.
        AnchorTask "anchor.task" "anchor of the task" "date de départ de la tâche",
        /// From the begin of the contract that covers preventive work on the asset.
        AnchorContract "anchor.contract" "begin of the contract" "début du contrat",
        /// From the begin of the programme.
        AnchorBegin "anchor.begin" "begin of the programme" "début du programme",
        /// The first date is shifted so that the assets do not all fall on one day.
        SpreadByAsset "spread.by_asset" "spread by asset" "étalement par équipement",
        /// The date of the series.
        Series "series" "series" "série",
        /// The day does not exist in the month: last day of the month.
        MonthEndBackward "month_end.backward" "shorter month: last day of the month" "mois plus court : dernier jour du mois",
        /// The day does not exist in the month: first day of the next month.
        MonthEndForward "month_end.forward" "shorter month: first day of the next month" "mois plus court : premier jour du mois suivant",
        /// The anchor is a last day: always the last day of the month.
        MonthEndStick "month_end.stick_to_end" "always the last day of the month" "toujours le dernier jour du mois",
        /// Moved off a closed day to an earlier one.
        RollBack "roll.back" "closed day: moved earlier" "jour fermé : avancé",
        /// Moved off a closed day to a later one.
        RollForward "roll.forward" "closed day: moved later" "jour fermé : reporté",
        /// A date of the RFC 5545 rule.
        Rule "rule" "rule" "règle",
        /// The n-th weekday of the month.
        NthWeekday "nth_weekday" "weekday of the month" "jour du mois",
        /// The n-th working day of the month.
        WorkingDay "working_day" "working day of the month" "jour ouvré du mois",
        /// So many days from the n-th weekday.
        Offset "offset" "offset" "décalage",
        /// From the last completion before the plan.
        AnchorLastDone "anchor.last_done" "last done before the plan" "dernière réalisation avant le plan",
        /// Counted from the completion, or planned date, of the occurrence before.
        FromCompletion "from_completion" "counted from the completion" "compté depuis la réalisation",
        /// Counted from a date that an early or late completion moved in part.
        PartialShift "partial_shift" "counted from a partly shifted date" "compté depuis une date décalée en partie",
        /// By the counters.
        Counters "counters" "by use" "selon l'usage",
        /// The day of the request, finding, end of support, or begin of the contract.
        Occasion "occasion" "occasion" "occasion",
        /// Position in the sequence.
        Sequence "sequence" "in turn" "à son tour",
        /// Moved into the season.
        Season "season" "out of season: moved to the next day of the season" "hors saison : reporté au prochain jour de la saison",
        /// Within the days that the follow-up has.
        FollowUp "follow_up" "working day within the follow-up" "jour ouvré dans le délai de suivi",
        /// A decision moved it.
        Moved "moved" "moved by decision" "déplacé par décision",
        /// A decision fixed it.
        Fixed "fixed" "fixed by decision" "fixé par décision",
        /// The due day was not free.
        Placed "placed" "due day not free: nearest free day" "jour prévu indisponible : jour libre le plus proche",
        /// It joined a visit.
        Visit "visit" "joined to a visit of the site" "regroupé dans une visite du site",
        /// No day of its window is free.
        NoRoom "no_room" "no free day within the tolerance" "aucun jour libre dans la tolérance",
        /// It does the work of lower levels too.
        Absorbs "absorbs" "does the lower levels too" "comprend les niveaux inférieurs",
        /// It serves as the follow-up of a corrective.
        Serves "serves" "serves as follow-up" "vaut suivi de curative",
        /// Skipped by decision.
        Skipped "skipped" "skipped by decision" "ignoré par décision",
        /// Cancelled by decision.
        Cancelled "cancelled" "cancelled by decision" "annulé par décision",
    }
}

/// One step from the anchor to the planned date.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Step {
    /// The rule.
    pub rule: StepRule,
    /// The date before the step; `None` where it sets one.
    pub before: Option<Day>,
    /// The date after the step.
    pub after: Day,
    /// What the rule depended on: the contract, the days of spread or offset (`P1D`, `-P2D`), the interval
    /// and number of the occurrence (`P3M*4`), the RFC 5545 rule, the day counted within months
    /// (`P1M/2TU+1D`), the wanted day of month, the policy and the reason of the closed day
    /// (`next:holiday:ascension`); `None` where there is nothing to add.
    pub detail: Option<String>,
}

impl Step {
    fn new(rule: StepRule, before: Option<Day>, after: Day, detail: Option<String>) -> Step {
        Step { rule, before, after, detail }
    }

    /// The step for people, in one line; `asset` is that of the occurrence, `None` for work for a contract.
    pub fn text(&self, input: &PlanInput, asset: Option<&Asset>, lang: Lang) -> String {
        let colon = lang.pick(":", "\u{202f}:");
        let mut text = format!("{}{colon} ", self.rule.label(lang));
        if let Some(before) = self.before.filter(|before| *before != self.after) {
            let _ = write!(text, "{before} → ");
        }
        let _ = write!(text, "{}", self.after);
        let note = match self.rule {
            StepRule::RollBack | StepRule::RollForward => self.before.and_then(|closed_day| {
                let calendar = input.calendar_for(asset);
                calendar.closed(closed_day).map(|closed| closed.text(closed_day, lang))
            }),
            StepRule::Rule | StepRule::NthWeekday | StepRule::WorkingDay => self.in_words(lang),
            _ => self.detail.clone(),
        };
        if let Some(note) = note {
            let _ = write!(text, " ({note})");
        }
        text
    }

    /// The rule, or the day counted within months, that `detail` holds, in words; `None` for other steps.
    pub(crate) fn in_words(&self, lang: Lang) -> Option<String> {
        let detail = self.detail.as_deref()?;
        match self.rule {
            StepRule::Rule => {
                let rule = Rule::parse(detail).ok()?;
                Some(rule.describe_from(self.before?, lang))
            }
            StepRule::NthWeekday | StepRule::WorkingDay => {
                Some(MonthDay::parse(detail)?.describe(lang))
            }
            _ => None,
        }
    }
}

/// The steps that lead to the date of an occurrence, in the order in which they apply.
pub(super) fn steps_of(occurrence: &Occurrence<'_>) -> Vec<Step> {
    let mut tracer = Tracer { occurrence, steps: Vec::with_capacity(4) };
    tracer.nominal();
    tracer.due();
    tracer.date();
    tracer.notes();
    tracer.steps
}

struct Tracer<'a> {
    occurrence: &'a Occurrence<'a>,
    steps: Vec<Step>,
}

impl<'a> Tracer<'a> {
    fn push(&mut self, rule: StepRule, before: Option<Day>, after: Day, detail: Option<String>) {
        self.steps.push(Step { rule, before, after, detail });
    }

    fn input(&self) -> &'a PlanInput {
        self.occurrence.plan.input()
    }

    fn has(&self, mark: Marks) -> bool {
        self.occurrence.row.marks.has(mark)
    }

    /// From the anchor to the nominal day.
    fn nominal(&mut self) {
        let occurrence = self.occurrence;
        let (task, nominal) = (occurrence.series_task(), occurrence.row.nominal);
        if let Some((occasion, offset)) = offset_of(self.input(), occurrence.task) {
            let day = nominal.add_days(-offset).unwrap_or(nominal);
            let of = match occasion {
                Occasion::ContractBegin => occurrence.subject.id().to_owned(),
                _ => occurrence.occurrence_id().key.to_string(),
            };
            let detail = format!("{}:{of}", occasion.code());
            self.push(StepRule::Occasion, None, day, Some(detail));
            if nominal != day {
                self.push(StepRule::Offset, Some(day), nominal, Some(days_text(offset)));
            }
            return;
        }
        let is_moving = occurrence.plan.book.task(occurrence.row.task).is_some_and(|i| i.moving);
        if is_moving && (occurrence.row.key > 1 || occurrence.row.base != nominal) {
            let base = occurrence.row.base;
            let (rule, detail) = match (&task.every, task.policy.counting) {
                (Every::Counters(counters), _) => (StepRule::Counters, Some(counters.to_string())),
                (_, Counting::PartialShift(_)) => (StepRule::PartialShift, self.cycle()),
                _ => (StepRule::FromCompletion, self.cycle()),
            };
            self.push(rule, Some(base), nominal, detail);
        } else {
            let base = self.anchor();
            self.series(base);
        }
        if task.id != occurrence.task.id {
            self.push(StepRule::Sequence, None, nominal, Some(occurrence.task.id.to_string()));
        }
    }

    fn cycle(&self) -> Option<String> {
        let occurrence = self.occurrence;
        let every = self.input().cycle_of(occurrence.series_task(), occurrence.subject);
        every.map(|every| every.iso())
    }

    /// The day that the series is counted from, before any spread.
    fn anchor(&mut self) -> Day {
        let (occurrence, input) = (self.occurrence, self.input());
        let task = occurrence.series_task();
        let series = occurrence.plan.book.series_of(occurrence.row.task);
        let last_done = occurrence.plan.book.facts.last_done(occurrence.row.subject, series);
        let contract = match occurrence.subject {
            SubjectRef::Asset(asset) => input.anchor_contract(asset),
            SubjectRef::Contract(contract) => Some(contract),
        };
        let (rule, base, detail) = match (last_done, task.anchor, contract) {
            (Some(day), ..) => (StepRule::AnchorLastDone, day, None),
            (None, Some(anchor), _) => (StepRule::AnchorTask, anchor, None),
            (None, None, Some(contract)) => {
                (StepRule::AnchorContract, contract.begin(), Some(contract.id().to_string()))
            }
            (None, None, None) => (StepRule::AnchorBegin, input.begin, None),
        };
        self.push(rule, None, base, detail);
        base
    }

    /// Spread, series and month end of a fixed series, or of the first date of a moving one.
    fn series(&mut self, base: Day) {
        let (occurrence, input) = (self.occurrence, self.input());
        let (task, nominal) = (occurrence.series_task(), occurrence.row.nominal);
        match (&task.every, input.cycle_of(task, occurrence.subject)) {
            (Every::Rule(rule), _) => {
                self.push(StepRule::Rule, Some(base), nominal, Some(rule.to_string()));
            }
            (Every::MonthDay(day), _) => month_day_steps(*day, base, nominal, &mut self.steps),
            (Every::Counters(counters), _) => {
                let detail = Some(counters.to_string());
                self.push(StepRule::Counters, Some(base), nominal, detail);
            }
            (_, Some(every)) => self.interval(base, every),
            (_, None) => {}
        }
    }

    fn interval(&mut self, base: Day, every: Interval) {
        let occurrence = self.occurrence;
        let (task, nominal) = (occurrence.series_task(), occurrence.row.nominal);
        let series = Series::new(occurrence.start().anchor, every, task.month_end);
        let was_last_done = self.steps.last().map(|s| s.rule) == Some(StepRule::AnchorLastDone);
        if task.spread == Spread::ByAsset && !was_last_done {
            let index = occurrence.plan.book.series_of(occurrence.row.task);
            let days = occurrence.origin().spread_days(index, task, base);
            let detail = Some(format!("P{days}D"));
            self.push(StepRule::SpreadByAsset, Some(base), series.anchor(), detail);
        }
        let number = series.number_of(nominal);
        let detail = number.map(|n| format!("{}*{n}", every.iso()));
        self.push(StepRule::Series, Some(series.anchor()), nominal, detail);
        if number.is_some_and(|n| series.is_adjusted(n)) {
            let rule = match task.month_end {
                MonthEnd::Forward => StepRule::MonthEndForward,
                MonthEnd::StickToEnd if series.sticks_to_end() => StepRule::MonthEndStick,
                _ => StepRule::MonthEndBackward,
            };
            let wanted = series.anchor().ymd().2.to_string();
            self.push(rule, None, nominal, Some(wanted));
        }
    }

    /// Season and roll, or the decision that moved it.
    fn due(&mut self) {
        let occurrence = self.occurrence;
        let (task, nominal) = (occurrence.series_task(), occurrence.row.nominal);
        let natural = occurrence.natural_due();
        let season = task.policy.season.as_ref().and_then(|season| season.admit(nominal));
        let day = season.unwrap_or(nominal);
        if day != nominal {
            self.push(StepRule::Season, Some(nominal), day, None);
        }
        if natural != day {
            let follow_up = offset_of(self.input(), occurrence.task)
                .is_some_and(|(occasion, _)| occasion == Occasion::CorrectiveClosed);
            let rule = match (natural < day, follow_up) {
                (true, true) => StepRule::FollowUp,
                (true, false) => StepRule::RollBack,
                (false, _) => StepRule::RollForward,
            };
            let calendar = self.input().calendar_of_subject(occurrence.subject);
            let reason = match calendar.closed(day) {
                Some(Closed::Holiday(holiday)) => format!(":holiday:{}", holiday.code()),
                Some(other) => format!(":{}", other.code()),
                None => String::new(),
            };
            let policy = roll_of(task, occurrence.sticks_to_end()).code();
            self.push(rule, Some(day), natural, Some(format!("{policy}{reason}")));
        }
        if self.has(Marks::MOVED) {
            let event = self.event();
            self.push(StepRule::Moved, Some(natural), occurrence.due(), event);
        }
    }

    fn event(&self) -> Option<String> {
        let facts = &self.occurrence.plan.book.facts;
        facts.decided_by(self.occurrence.about()).map(str::to_owned)
    }

    /// Placement, visit, or the decision that fixed it.
    fn date(&mut self) {
        let occurrence = self.occurrence;
        let (due, date) = (occurrence.due(), occurrence.row.date);
        if self.has(Marks::FIXED) {
            let event = self.event();
            self.push(StepRule::Fixed, Some(due), date, event);
        } else if self.has(Marks::VISIT) {
            self.push(StepRule::Visit, Some(due), date, occurrence.visit());
        } else if self.has(Marks::PLACED) {
            let detail = bars_of(occurrence, due).join("+");
            self.push(StepRule::Placed, Some(due), date, Some(detail));
        } else if self.has(Marks::NO_ROOM) {
            let detail = bars_of(occurrence, due).join("+");
            self.push(StepRule::NoRoom, None, date, Some(detail));
        }
    }

    /// What else is to be said of it.
    fn notes(&mut self) {
        let date = self.occurrence.row.date;
        if self.has(Marks::ABSORBS) {
            let detail = absorbed_by(self.occurrence).join(", ");
            self.push(StepRule::Absorbs, None, date, Some(detail).filter(|text| !text.is_empty()));
        }
        if self.has(Marks::SERVES) {
            let detail = self.occurrence.plan.served_by(self.occurrence.row).join(", ");
            self.push(StepRule::Serves, None, date, Some(detail).filter(|text| !text.is_empty()));
        }
        for (mark, rule) in
            [(Marks::SKIPPED, StepRule::Skipped), (Marks::CANCELLED, StepRule::Cancelled)]
        {
            if self.has(mark) {
                let event = self.event();
                self.push(rule, None, date, event);
            }
        }
    }
}

/// The rules that keep an occurrence off a day: codes, with the window or asset after a colon.
pub(super) fn bars_of(occurrence: &Occurrence<'_>, day: Day) -> Vec<String> {
    let plan = occurrence.plan;
    let ground = Ground::new(&plan.book, plan.input(), occurrence.row.task, occurrence.subject);
    let Some(ground) = ground else { return Vec::new() };
    let mut bars: Vec<String> = ground.bars(day).into_iter().map(Bar::name).collect();
    bars.extend(apart_of(occurrence, &ground, day).map(|asset| format!("apart:{asset}")));
    if bars.is_empty() && occurrence.row.date > day {
        let first = &occurrence.task.policy.after;
        bars.extend(first.first().map(|task| format!("order:{task}")));
    }
    bars
}

/// A redundant asset that is interrupted in the window of `day` by an earlier placed work.
fn apart_of<'a>(occurrence: &Occurrence<'a>, ground: &Ground<'_>, day: Day) -> Option<&'a str> {
    let plan = occurrence.plan;
    let partners = Book::of(&plan.book.partners, occurrence.row.subject);
    if partners.is_empty() || !occurrence.task.policy.interrupts {
        return None;
    }
    let (first, last) = same_window(ground, day);
    let dates = plan.table().dates();
    let from = dates.partition_point(|date| *date < first.number());
    let to = dates.partition_point(|date| *date <= last.number());
    let rows = (from..to).filter_map(|index| plan.occurrence(index));
    let beside = rows.into_iter().find(|other| {
        other.row.marks.is_work()
            && other.task.policy.interrupts
            && partners.iter().any(|(_, partner)| *partner == other.row.subject)
    });
    beside.map(|other| other.subject.id())
}

/// The dates of lower levels that an occurrence does too, as `task nominal`.
fn absorbed_by(occurrence: &Occurrence<'_>) -> Vec<String> {
    let (plan, row) = (occurrence.plan, occurrence.row);
    let own = plan.book.task(row.task);
    let (early, late) = occurrence.tolerance_days();
    let first = row.nominal.add_days(-early);
    let last = row.nominal.add_days(late.saturating_add(1));
    let Some((own, window)) = own.zip(first.zip(last)) else { return Vec::new() };
    let Some(window) = crate::time::Period::new(window.0, window.1) else { return Vec::new() };
    let mut lines = Vec::new();
    for (index, task) in (0u16..).zip(plan.input().tasks()) {
        let lower = plan.book.task(index).is_some_and(|info| {
            info.group.is_some()
                && info.group == own.group
                && info.level < own.level
                && !info.moving
        });
        if !lower || !is_done_on(task, occurrence.subject) {
            continue;
        }
        let other =
            Occurrence { task, row: super::table::Row { task: index, ..row }, ..*occurrence };
        let Some(generator) = other.generator() else { continue };
        let start = other.start();
        let dates = generator.within(start.anchor, window).into_iter();
        let dates = dates.filter(|day| !start.is_after || *day > start.anchor);
        lines.extend(dates.map(|day| format!("{} {day}", task.id)));
    }
    lines
}

fn days_text(days: i32) -> String {
    let sign = if days < 0 { "-" } else { "" };
    format!("{sign}P{}D", days.abs())
}

/// The n-th weekday and its offset, or the n-th working day.
fn month_day_steps(day: MonthDay, base: Day, nominal: Day, steps: &mut Vec<Step>) {
    let detail = Some(day.to_string());
    if day.is_working() {
        steps.push(Step::new(StepRule::WorkingDay, Some(base), nominal, detail));
        return;
    }
    let offset = day.offset_days();
    let weekday = nominal.add_days(-offset).unwrap_or(nominal);
    steps.push(Step::new(StepRule::NthWeekday, Some(base), weekday, detail));
    if offset != 0 {
        let detail = Some(days_text(offset));
        steps.push(Step::new(StepRule::Offset, Some(weekday), nominal, detail));
    }
}
