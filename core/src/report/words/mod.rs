//! The words of deliverables: messages in Fluent files, dates by CLDR, numbers by [`Pen`].
//!
//! Files of one name in `messages` hold the same messages with the same variables in each language: `en.ftl` what back
//! ends say, `sections.en.ftl` what sections say. Plurals follow the rules of each language. Translators need only
//! those files.

mod make;

use super::pen::Pen;
use crate::text::Lang;
use crate::time::Day;
use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use icu_calendar::{Date, Gregorian};
use icu_datetime::FixedCalendarDateTimeFormatter;
use icu_datetime::fieldsets::{YM, YMD};
use icu_locale_core::locale;
use unic_langid::LanguageIdentifier;

/// The messages in English.
const EN: [&str; 2] = [include_str!("messages/en.ftl"), include_str!("messages/sections.en.ftl")];
/// The messages in French.
const FR: [&str; 2] = [include_str!("messages/fr.ftl"), include_str!("messages/sections.fr.ftl")];

/// A formatter of dates; none where the data of the language lacks (they are compiled in).
type Dates<F> = Option<FixedCalendarDateTimeFormatter<Gregorian, F>>;

/// Says things in one language.
pub(super) struct Words {
    /// Numbers and amounts.
    pub(super) pen: Pen,
    bundle: FluentBundle<FluentResource>,
    days: Dates<YMD>,
    long_days: Dates<YMD>,
    months: Dates<YM>,
}

/// A variable of a message.
pub(super) type Named<'a> = (&'a str, FluentValue<'a>);

impl Words {
    pub(super) fn new(lang: Lang) -> Words {
        let (tag, sources, locale) = match lang {
            Lang::En => ("en-GB", EN, locale!("en-GB")),
            Lang::Fr => ("fr", FR, locale!("fr")),
        };
        let tag: LanguageIdentifier = tag.parse().unwrap_or_default();
        let mut bundle = FluentBundle::new(vec![tag]);
        // Marks around variables are for mixed directions of script; the two languages have one.
        bundle.set_use_isolating(false);
        // A file with a fault still gives its other messages; a test says which are there.
        for source in sources {
            let read = FluentResource::try_new(source.to_owned());
            bundle.add_resource_overriding(read.unwrap_or_else(|(rest, _)| rest));
        }
        Words {
            pen: Pen::new(lang),
            bundle,
            days: FixedCalendarDateTimeFormatter::try_new((&locale).into(), YMD::medium()).ok(),
            long_days: FixedCalendarDateTimeFormatter::try_new((&locale).into(), YMD::long()).ok(),
            months: FixedCalendarDateTimeFormatter::try_new((&locale).into(), YM::long()).ok(),
        }
    }

    /// The language.
    pub(super) fn lang(&self) -> Lang {
        self.pen.lang
    }

    /// The message `id`.
    pub(super) fn say(&self, id: &str) -> String {
        self.format(id, None)
    }

    /// The message `id`, where there is one.
    pub(super) fn known(&self, id: &str) -> Option<String> {
        self.bundle.has_message(id).then(|| self.say(id))
    }

    /// The message `id` with its variables.
    pub(super) fn with<'a>(&self, id: &str, named: impl IntoIterator<Item = Named<'a>>) -> String {
        let args: FluentArgs<'a> = named.into_iter().collect();
        self.format(id, Some(&args))
    }

    /// A message about so many: `$count` chooses the plural, `$number` is the number as it is written.
    pub(super) fn count(&self, id: &str, count: impl TryInto<u64>) -> String {
        let count = count.try_into().unwrap_or(u64::MAX);
        self.with(id, [("count", plural(count)), ("number", self.pen.number(count).into())])
    }

    fn format(&self, id: &str, args: Option<&FluentArgs<'_>>) -> String {
        let pattern = self.bundle.get_message(id).and_then(|message| message.value());
        let Some(pattern) = pattern else {
            return id.to_owned();
        };
        let mut errors = Vec::new();
        self.pen.typeset(&self.bundle.format_pattern(pattern, args, &mut errors))
    }

    /// `15 Apr 2026` or `15 avr. 2026`.
    pub(super) fn date(&self, day: Day) -> String {
        written(self.days.as_ref(), day)
    }

    /// `15 April 2026` or `15 avril 2026`.
    pub(super) fn long_date(&self, day: Day) -> String {
        written(self.long_days.as_ref(), day)
    }

    /// `April 2026` or `avril 2026`.
    pub(super) fn month(&self, day: Day) -> String {
        match (&self.months, gregorian(day)) {
            (Some(months), Some(date)) => months.format(&date).to_string(),
            _ => day.to_string(),
        }
    }
}

/// A number that chooses a plural; beyond what floats tell apart the plural is the same.
pub(super) fn plural(count: u64) -> FluentValue<'static> {
    FluentValue::from(u32::try_from(count).unwrap_or(u32::MAX))
}

fn gregorian(day: Day) -> Option<Date<Gregorian>> {
    let (year, month, day) = day.ymd();
    Date::try_new_gregorian(year, u8::try_from(month).ok()?, u8::try_from(day).ok()?).ok()
}

fn written(days: Option<&FixedCalendarDateTimeFormatter<Gregorian, YMD>>, day: Day) -> String {
    match (days, gregorian(day)) {
        (Some(days), Some(date)) => days.format(&date).to_string(),
        _ => day.to_string(),
    }
}
