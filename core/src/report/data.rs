//! The rows of the page, once, as compact JSON.

use super::pen::Pen;
use super::periods::Periods;
use super::{ASSETS_EMBEDDED_MAX, ROWS_EMBEDDED_MAX, breakdown, periods, why};
use crate::order;
use crate::plan::{Mode, Plan, StepRule};
use crate::text::Label;
use crate::time::{Day, days_in_month};
use serde::{Serialize, Serializer};

/// Everything that the script shows. Days are numbers since 1970-01-01; −1 is none.
#[derive(Serialize)]
struct Data {
    lang: &'static str,
    /// First day of the horizon and its first day left out.
    period: [i32; 2],
    #[serde(serialize_with = "as_map")]
    words: Vec<(&'static str, String)>,
    weekdays: Vec<&'static str>,
    month_names: Vec<&'static str>,
    /// Name, first day, first day left out.
    months: Vec<(String, i32, i32)>,
    sites: Vec<String>,
    skills: Vec<String>,
    modes: Vec<String>,
    categories: Vec<String>,
    every: Vec<String>,
    /// About how many days each lasts, to sort by.
    every_days: Vec<u64>,
    /// Title, id, skill, mode, minutes.
    tasks: Vec<(String, String, i32, i32, u32)>,
    /// Name, id, site, category.
    assets: Vec<(String, String, i32, i32)>,
    rules: Vec<String>,
    rule_codes: Vec<&'static str>,
    notes: Vec<String>,
    /// Rule, date after, note.
    steps: Vec<[i32; 3]>,
    total: usize,
    assets_total: usize,
    /// Number of the mode `remote`.
    remote: i32,
    rows: Rows,
}

/// Columns of equal length.
#[derive(Serialize, Default)]
struct Rows {
    date: Vec<i32>,
    asset: Vec<i32>,
    task: Vec<i32>,
    every: Vec<i32>,
    /// Steps of the trace.
    why: Vec<Vec<i32>>,
}

/// Gives each distinct value a number, in order of first use.
pub(super) struct Pool<T> {
    places: order::Index,
    pub(super) values: Vec<T>,
}

impl<T> Pool<T> {
    pub(super) fn new() -> Self {
        Pool { places: order::Index::default(), values: Vec::new() }
    }

    /// The number of the value that is written `key`.
    pub(super) fn place_as(&mut self, key: &str, value: T) -> i32 {
        let next = self.values.len();
        let known = self.places.add(key, next);
        if known.is_none() {
            self.values.push(value);
        }
        i32::try_from(known.unwrap_or(next)).unwrap_or(i32::MAX)
    }
}

impl Pool<String> {
    pub(super) fn place(&mut self, value: &str) -> i32 {
        self.place_as(value, value.to_owned())
    }
}

/// The JSON, safe inside a `script` element.
pub(super) fn json(plan: &Plan, pen: Pen) -> String {
    // INVARIANT: the data holds text and integers only, which always serialise.
    escape(&serde_json::to_string(&data(plan, pen)).unwrap_or_default())
}

/// `<`, `>`, `&` and the two line separators occur only inside JSON strings, where an escape stands for them.
pub(super) fn escape(json: &str) -> String {
    let mut out = String::with_capacity(json.len() + json.len() / 16);
    for c in json.chars() {
        match c {
            '<' => out.push_str("\\u003c"),
            '>' => out.push_str("\\u003e"),
            '&' => out.push_str("\\u0026"),
            '\u{2028}' => out.push_str("\\u2028"),
            '\u{2029}' => out.push_str("\\u2029"),
            c => out.push(c),
        }
    }
    out
}

struct Builder<'a> {
    plan: &'a Plan,
    pen: Pen,
    sites: Pool<String>,
    categories: Pool<String>,
    periods: Periods,
    every: Pool<String>,
    notes: Pool<String>,
    steps: Pool<[i32; 3]>,
    assets: Vec<(String, String, i32, i32)>,
    rows: Rows,
}

fn data(plan: &Plan, pen: Pen) -> Data {
    let mut builder = Builder {
        plan,
        pen,
        sites: Pool::new(),
        categories: Pool::new(),
        periods: Periods::of(plan.input()),
        every: Pool::new(),
        notes: Pool::new(),
        steps: Pool::new(),
        assets: Vec::new(),
        rows: Rows::default(),
    };
    builder.add_rows();
    let mut skills = Pool::new();
    let tasks = plan.input().tasks().iter().map(|task| {
        let skill = skills.place(task.skill.as_str());
        let mode = place_of(Mode::ALL, &task.mode);
        (pen.text(&task.title).to_owned(), task.id.to_string(), skill, mode, task.duration_minutes)
    });
    let tasks = tasks.collect();
    let horizon = plan.horizon();
    let every = builder.every.values;
    // The rules that dates by interval can have, and those after them that are met.
    let known = place_of(StepRule::ALL, &StepRule::RollForward);
    let last = builder.steps.values.iter().map(|[rule, ..]| *rule).fold(known, i32::max);
    let rules = StepRule::ALL.get(..=usize::try_from(last).unwrap_or_default()).unwrap_or_default();
    Data {
        lang: pen.lang.tag(),
        period: [horizon.start().number(), horizon.end().number()],
        words: words(pen),
        weekdays: (0..7).map(|index| pen.weekday(index)).collect(),
        month_names: (1..=12).map(|month| pen.month_short(month)).collect(),
        months: months(plan, pen),
        sites: builder.sites.values,
        skills: skills.values,
        modes: Mode::ALL.iter().map(|mode| mode.label(pen.lang).to_owned()).collect(),
        categories: builder.categories.values,
        every: every.iter().map(|text| periods::words(text, pen)).collect(),
        every_days: every.iter().map(|text| periods::days(text)).collect(),
        tasks,
        assets: builder.assets,
        rules: rules.iter().map(|rule| pen.typeset(rule.label(pen.lang))).collect(),
        rule_codes: rules.iter().map(|rule| rule.code()).collect(),
        notes: builder.notes.values,
        steps: builder.steps.values,
        total: plan.len(),
        assets_total: plan.input().estate().assets().len(),
        remote: place_of(Mode::ALL, &Mode::Remote),
        rows: builder.rows,
    }
}

fn place_of<T: PartialEq>(list: &[T], value: &T) -> i32 {
    let place = list.iter().position(|known| known == value);
    place.and_then(|place| i32::try_from(place).ok()).unwrap_or(-1)
}

impl Builder<'_> {
    fn add_rows(&mut self) {
        let plan = self.plan;
        let input = plan.input();
        let assets = input.estate().assets();
        // Number of each asset, then contract, on the page; −1 is none yet.
        let mut numbers = vec![-1; assets.len() + input.contracts().len()];
        for index in 0..plan.len().min(ROWS_EMBEDDED_MAX) {
            let (Some(occurrence), Some(row)) = (plan.occurrence(index), plan.table().row(index))
            else {
                continue;
            };
            let asset = occurrence.asset();
            let Some(number) = numbers.get_mut(usize::try_from(row.subject).unwrap_or(usize::MAX))
            else {
                continue;
            };
            if *number < 0 {
                *number = match asset {
                    Some(asset) => self.add_asset(asset),
                    None => self.add_contract(occurrence.subject_name(), occurrence.subject()),
                };
            }
            let number = *number;
            let trace = occurrence.trace();
            let why = trace.iter().map(|step| {
                let note = why::note(step, input, asset, self.pen)
                    .map_or(-1, |note| self.notes.place(&note));
                let rule = place_of(StepRule::ALL, &step.rule);
                let day = step.after.number();
                self.steps.place_as(&format!("{rule} {day} {note}"), [rule, day, note])
            });
            let why = why.collect();
            let every = self.periods.place(row.task, asset);
            let every = self.periods.texts.get(every).map_or("", String::as_str);
            self.rows.date.push(row.date.number());
            self.rows.asset.push(number);
            self.rows.task.push(i32::from(row.task));
            self.rows.every.push(self.every.place(every));
            self.rows.why.push(why);
        }
        // Equipment without a row above is listed too: nobody plans anything on it.
        for (asset, number) in assets.iter().zip(numbers) {
            if self.assets.len() >= ASSETS_EMBEDDED_MAX {
                break;
            }
            if number < 0 {
                self.add_asset(asset);
            }
        }
    }

    /// What is done for a contract stands in the list under its reference.
    fn add_contract(&mut self, reference: &str, id: &str) -> i32 {
        let site = self.sites.place("—");
        let category = self.categories.place(&self.pen.t("contract", "contrat"));
        self.assets.push((reference.to_owned(), id.to_owned(), site, category));
        i32::try_from(self.assets.len()).unwrap_or(i32::MAX) - 1
    }

    fn add_asset(&mut self, asset: &crate::inventory::Asset) -> i32 {
        let site = self.plan.input().estate().site(asset.site.as_str());
        let site = self.sites.place(site.map_or(asset.site.as_str(), |site| &site.name));
        let category =
            self.categories.place(&self.pen.typeset(asset.category.label(self.pen.lang)));
        self.assets.push((asset.name.to_string(), asset.id.to_string(), site, category));
        i32::try_from(self.assets.len()).unwrap_or(i32::MAX) - 1
    }
}

fn months(plan: &Plan, pen: Pen) -> Vec<(String, i32, i32)> {
    let parse = |month: &str| -> Option<(Day, Day)> {
        let (year, month) = month.split_once('-')?;
        let (year, month): (i32, u32) = (year.parse().ok()?, month.parse().ok()?);
        let first = Day::from_ymd(year, month, 1)?;
        Some((first, Day::from_ymd(year, month, days_in_month(year, month))?))
    };
    let months = plan.totals().months.iter().filter_map(|total| {
        let (first, last) = parse(&total.month)?;
        Some((breakdown::month_name(&total.month, pen), first.number(), last.number() + 1))
    });
    months.collect()
}

pub(super) fn as_map<S: Serializer>(
    words: &[(&'static str, String)],
    serializer: S,
) -> Result<S::Ok, S::Error> {
    serializer.collect_map(words.iter().map(|(key, text)| (key, text)))
}

/// Texts of the script; `{n}` and the like are filled there.
pub(super) fn words(pen: Pen) -> Vec<(&'static str, String)> {
    let mut words: Vec<(&str, String)> = [
        ("range", "{a}–{b} of {n}", "{a}–{b} sur {n}"),
        ("of_all", "({n} in all)", "({n} en tout)"),
        ("none", "Nothing matches these filters.", "Rien ne correspond à ces filtres."),
        ("page", "page {a} of {b}", "page {a} sur {b}"),
        ("first", "First page", "Première page"),
        ("previous", "Previous page", "Page précédente"),
        ("next", "Next page", "Page suivante"),
        ("last", "Last page", "Dernière page"),
        ("why", "Why this date?", "Pourquoi cette date ?"),
        ("earlier", "↶ earlier: closed day", "↶ avancée : jour fermé"),
        ("later", "↷ later: closed day", "↷ reportée : jour fermé"),
        ("show", "Show in the list", "Voir dans la liste"),
        ("show_of", "{x}: show its interventions in the list", "{x} : voir ses interventions dans la liste"),
        ("strip", "{n} interventions", "{n} interventions"),
        ("no_task", "no task", "aucune tâche"),
        ("paper_none",
            "{n} rows: not printed. Filter the list on the screen to print a part of it, or use plan.csv.",
            "{n} lignes : non imprimées. Filtrez la liste à l'écran pour en imprimer une partie, ou utilisez plan.csv."),
        ("paper_part", "Printed: {a} of {n} rows.", "Imprimé : {a} lignes sur {n}."),
    ]
    .into_iter()
    .map(|(key, en, fr)| (key, pen.t(en, fr)))
    .collect();
    order::sort(&mut words);
    words
}
