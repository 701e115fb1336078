//! Dates alone, until `entretien::plan` gives them: the file goes when it does.

use entretien::calendar::{Roll, RollTable, Rolled};
use entretien::error::Error;
use entretien::id::AssetId;
use entretien::plan::{Every, OccurrenceTable, PlanInput, Row, TaskTemplate};
use entretien::recurrence::{Generator, MonthEnd, Series};
use entretien::time::{Day, Interval, Period};

/// Every task on every asset, expanded and rolled; rows by asset, task, nominal date.
///
/// Interval tasks spread by asset that roll to the next open day, without contracts: what the seeded
/// estate has.
#[expect(clippy::unnecessary_wraps, reason = "the signature of what it stands for")]
pub(super) fn dates(input: &PlanInput, horizon: Period) -> Result<OccurrenceTable, Error> {
    let rolls: Vec<RollTable> = input
        .calendars()
        .iter()
        .map(|calendar| RollTable::new(calendar, Roll::Next, horizon))
        .collect();
    let generators: Vec<(&TaskTemplate, Interval, Generator)> = input
        .tasks()
        .iter()
        .map(|task| {
            let Every::Interval(every) = task.every else { panic!("an interval") };
            assert_eq!(task.roll, Roll::Next);
            (task, every, Generator::interval(every, task.month_end))
        })
        .collect();
    let (mut rows, mut days) = (Vec::new(), Vec::new());
    for (subject, asset) in (0..).zip(input.estate().assets()) {
        let id = input.calendar_of(asset).id();
        let calendar = input.calendars().iter().position(|own| own.id() == id).expect("declared");
        for (number, (task, every, generator)) in (0..).zip(&generators) {
            if !task.applies_to.matches(asset) {
                continue;
            }
            days.clear();
            let anchor = spread(task, &asset.id, input.begin(), *every);
            generator.days_into(anchor, horizon, &mut days);
            for nominal in days.iter().copied().filter_map(Day::from_number) {
                let Rolled::To(date) = rolls[calendar].get(nominal) else { panic!("no open day") };
                rows.push(Row::fixed(date, subject, number, nominal));
            }
        }
    }
    Ok(OccurrenceTable::from_rows(&rows))
}

/// The anchor, shifted as `Spread::ByAsset` says.
fn spread(task: &TaskTemplate, asset: &AssetId, base: Day, every: Interval) -> Day {
    let next = Series::new(base, every, MonthEnd::Backward).nth(1).expect("in range");
    let mut hasher = blake3::Hasher::new();
    hasher.update(task.id.as_str().as_bytes()).update(&[0]).update(asset.as_str().as_bytes());
    let bytes = hasher.finalize();
    let head = bytes.as_bytes().first_chunk::<8>().copied().expect("32 bytes");
    let period = u64::try_from(next.number() - base.number()).expect("ascending");
    let days = i32::try_from(u64::from_le_bytes(head) % period).expect("small");
    base.add_days(days).expect("in range")
}
