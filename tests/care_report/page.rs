//! The page: its figures are those of the data, it is escaped, bounded and whole.
use super::estate::{BIDI, FORMULA, HOSTILE, bare, day, full, sixty};
use entretien::audit::{Grouping, Severity};
use entretien::engagement::CareReport;
use entretien::inventory::Category;
use entretien::renewal::budget::Outcome;
use entretien::renewal::{Grain, RenewalAction, SplitBy};
use entretien::report::ROWS_EMBEDDED_MAX;
use entretien::text::{Label, Lang};
use entretien_tests::assert_sections;
use serde_json::Value;

const SECTIONS: [&str; 11] = [
    "figures",
    "next",
    "ahead",
    "ages",
    "budget",
    "failures",
    "books",
    "scores",
    "renewals",
    "findings",
    "recognised",
];

/// The embedded data, and the page without script and style.
fn parts(page: &str) -> (Value, String) {
    let mark = "<script type=\"application/json\" id=\"data\">";
    let (before, after) = page.split_once(mark).expect("embedded data");
    let (json, _) = after.split_once("</script>").expect("the end of the data");
    let (head, rest) = before.split_once("<style>").expect("a style");
    let (_, body) = rest.split_once("</style>").expect("the end of the style");
    (serde_json::from_str(json).expect("JSON"), format!("{head}{body}"))
}

/// The cells of the rows of a table by id, tags left out.
fn table(body: &str, id: &str) -> Vec<Vec<String>> {
    let start = body.find(&format!("id=\"{id}\"")).unwrap_or_else(|| panic!("no table {id}"));
    let rest = &body[start..];
    let rest = &rest[..rest.find("</table>").expect("its end")];
    let rest = rest.split("<tbody>").nth(1).expect("a body");
    let rows = rest.split("<tr").skip(1);
    rows.map(|row| {
        let cells =
            row.split(['<']).fold((Vec::new(), 0), |(mut cells, _): (Vec<String>, i32), piece| {
                let (tag, text) = piece.split_once('>').unwrap_or(("", piece));
                if tag.starts_with("th") || tag.starts_with("td") {
                    cells.push(String::new());
                }
                if let Some(cell) = cells.last_mut() {
                    cell.push_str(text);
                }
                (cells, 0)
            });
        cells.0
    })
    .collect()
}

/// A number as either language writes it.
fn number(text: &str) -> u64 {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    digits.parse().unwrap_or_else(|_| panic!("no number: {text}"))
}

/// Minor units of an amount, which is never without its two decimals.
fn minor(text: &str) -> i64 {
    let value = i64::try_from(number(text)).expect("an amount");
    if text.starts_with('−') { -value } else { value }
}

fn section<'a>(body: &'a str, id: &str) -> &'a str {
    let mark = format!("<section id=\"{id}\"");
    let after = body.split(&mark).nth(1).unwrap_or_else(|| panic!("no section {id}"));
    after.split("</section>").next().expect("its end")
}

fn list<'a>(data: &'a Value, id: &str) -> &'a Value {
    let lists = data["lists"].as_array().expect("lists");
    lists.iter().find(|list| list["id"] == id).unwrap_or_else(|| panic!("no list {id}"))
}

/// The texts of a column, row by row.
fn column(list: &Value, key: &str) -> Vec<Option<String>> {
    let columns = list["columns"].as_array().expect("columns");
    let column = columns.iter().find(|column| column["key"] == key).expect("a column");
    let values = column["values"].as_array().expect("values");
    let text = |value: &Value| {
        let place = usize::try_from(value.as_u64()?).ok()?;
        column["pool"][place].as_str().map(str::to_owned)
    };
    values.iter().map(text).collect()
}

#[test]
fn the_page_has_its_sections_in_both_languages() {
    let report = sixty();
    for (lang, tag, heading) in
        [(Lang::En, "en", "Failures to expect"), (Lang::Fr, "fr", "Pannes attendues")]
    {
        let page = report.to_html(lang);
        let (_, body) = parts(&page);
        assert!(page.starts_with("<!DOCTYPE html>"));
        assert!(body.contains(&format!("<html lang=\"{tag}\">")) && body.contains(heading));
        assert_sections(&body, &SECTIONS);
        assert_eq!(body.matches("<h1").count(), 1);
        // Every picture has a name, every table one too, every head of a table a scope.
        assert_eq!(body.matches("role=\"img\"").count(), body.matches("<desc").count());
        let tags =
            body.split('<').filter(|tag| tag.starts_with("table") && tag.contains("aria-label"));
        let named = body.matches("<caption").count() + tags.count();
        assert_eq!(body.matches("<table").count(), named);
        let heads = body.split('<').filter(|tag| tag.starts_with("th ") || tag.starts_with("th>"));
        assert!(heads.clone().count() > 20 && heads.clone().all(|tag| tag.contains("scope=\"")));
        let mut ids: Vec<&str> =
            body.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        ids.sort_unstable();
        let count = ids.len();
        ids.dedup();
        assert_eq!(count, ids.len(), "an id twice");
    }
}

#[test]
fn the_page_asks_for_nothing_and_escapes_everything() {
    let page = sixty().to_html(Lang::En);
    let (data, body) = parts(&page);
    assert_eq!(page.matches("<script").count(), 2, "the data and the script");
    assert_eq!(page.matches("</script").count(), 2);
    for hostile in ["<img", "<b>", "<i>", "<u>", "<!--", "Customer <", "MA <"] {
        assert!(!page.contains(hostile), "`{hostile}` is not escaped");
    }
    assert!(page.contains("Content-Security-Policy\" content=\"default-src 'none'"));
    for address in ["http://", "https://", "//cdn"] {
        let known = ["http://www.w3.org/2000/svg", "http://example.org"];
        let rest = known.iter().fold(page.clone(), |page, known| page.replace(known, ""));
        assert!(!rest.contains(address), "the page names an address");
    }
    for tag in body.split('<').filter_map(|rest| rest.split('>').next()) {
        assert!(!tag.contains(" on"), "a handler in the markup: {tag}");
    }
    let turns = |c: char| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    assert!(!page.contains(turns), "a character that turns the text");
    let names = column(list(&data, "renewals"), "subject");
    let plain = BIDI.replace(turns, "");
    for name in [HOSTILE, FORMULA, &plain] {
        assert!(names.iter().flatten().any(|known| known == name), "{name}");
    }
}

#[test]
fn forecast_figures_are_those_of_the_data() {
    let report = sixty();
    for lang in [Lang::En, Lang::Fr] {
        let (_, body) = parts(&report.to_html(lang));
        for grain in [Grain::Month, Grain::Quarter, Grain::Year] {
            let totals = report.forecast.totals(grain, SplitBy::Nothing).expect("totals");
            let rows = table(&body, &format!("ahead-{}", grain.code()));
            assert_eq!(rows.len(), totals.len(), "{grain:?}");
            for (row, total) in rows.iter().zip(&totals) {
                assert!(row[0].contains(&total.start.year().to_string()));
                assert_eq!(row[1], total.action.label(lang));
                assert_eq!(number(&row[2]), total.count);
                match total.prices.first() {
                    Some(sum) => assert_eq!(minor(&row[3]), sum.minor()),
                    None => assert_eq!(row[3], lang.pick("unknown", "inconnu")),
                }
                assert_eq!(number(&row[4]), total.unpriced_count);
            }
        }
        for split in [SplitBy::Category, SplitBy::Site, SplitBy::Contract] {
            let totals = report.forecast.totals(Grain::Year, split).expect("totals");
            let rows = table(&body, &format!("ahead-{}", split.code()));
            let said: u64 = rows.iter().map(|row| number(&row[row.len() - 3])).sum();
            assert_eq!(said, totals.iter().map(|total| total.count).sum::<u64>(), "{split:?}");
            let by_year: u64 =
                rows.iter().flat_map(|row| &row[1..row.len() - 3]).map(|cell| number(cell)).sum();
            assert_eq!(said, by_year, "{split:?}");
        }
    }
}

#[test]
fn ages_are_those_of_the_data() {
    let report = sixty();
    let (_, body) = parts(&report.to_html(Lang::Fr));
    for (code, class) in [("all", None), ("laptop", Some(Category::Laptop))] {
        let rows = table(&body, &format!("ages-{code}"));
        let of_class =
            || report.forecast.ages.iter().filter(|row| class.is_none_or(|c| c == row.category));
        for (place, day) in ["2026-01-05", "2029-01-05"].map(day).iter().enumerate() {
            let cell = |line: usize| number(&rows[line][1 + 3 * place]);
            let said: u64 = (0..rows.len()).map(cell).sum();
            let known = of_class().filter(|row| row.day == *day);
            assert_eq!(said, known.clone().map(|row| row.count).sum::<u64>());
            let three = known.clone().filter(|row| row.age_years == Some(3));
            assert_eq!(cell(3), three.map(|row| row.count).sum::<u64>());
            let unknown = known.filter(|row| row.age_years.is_none());
            assert_eq!(cell(rows.len() - 1), unknown.map(|row| row.count).sum::<u64>());
        }
    }
}

#[test]
fn budget_and_books_are_those_of_the_data() {
    let report = sixty();
    let budget = report.budget.as_ref().expect("a budget");
    let (_, body) = parts(&report.to_html(Lang::En));
    let rows = table(&body, "budget-years");
    assert_eq!(rows.len(), budget.answer.years.len());
    for (row, year) in rows.iter().zip(&budget.answer.years) {
        let placed = |one: &&entretien::renewal::budget::Placement| matches!(one.outcome, Outcome::Placed { year: y, .. } if y == year.year);
        assert_eq!(row[0], year.year.to_string());
        assert_eq!(
            usize::try_from(number(&row[1])).ok(),
            Some(budget.answer.placements.iter().filter(placed).count())
        );
        match year.cap_minor {
            Some(cap) => assert_eq!(minor(&row[2]), cap),
            None => assert_eq!((&*row[2], &*row[5]), ("no cap", "no cap")),
        }
        assert_eq!((minor(&row[3]), minor(&row[4])), (year.carried_minor, year.spent_minor));
        if let Some(left) = year.left_minor {
            assert_eq!(minor(&row[5]), left);
        }
        assert_eq!(minor(&row[6]), year.penalty_minor);
    }
    let left = |one: &&entretien::renewal::budget::Placement| {
        matches!(one.outcome, Outcome::Unplaced { .. })
    };
    let left = budget.answer.placements.iter().filter(left).count();
    assert!(left > 0, "the example leaves something out");
    assert_eq!(table(&body, "budget-left").len(), left.min(200));
    assert_eq!(body.contains("Proven optimal"), budget.answer.is_optimal);
    assert_eq!(table(&body, "budget-unpriced").len(), budget.unpriced.len());
    let books = table(&body, "books-EUR");
    assert_eq!(books.len(), report.books.totals.len());
    for (row, total) in books.iter().zip(&report.books.totals) {
        assert_eq!(row[0], total.year.to_string());
        assert_eq!((minor(&row[1]), minor(&row[2])), (total.charge_minor, total.closing_minor));
    }
    let failures = table(&body, "failures-table");
    assert_eq!(failures.len(), report.forecast.unplanned.len());
    for (row, fleet) in failures.iter().zip(&report.forecast.unplanned) {
        assert_eq!(row[4], format!("{:.1}", fleet.expected));
        assert!(row[5].starts_with(&format!("{}–{}", fleet.low, fleet.high)), "{row:?}");
        assert_eq!(number(&row[8]), fleet.unknown_age_count);
    }
}

#[test]
fn the_audit_is_that_of_the_data() {
    let report = sixty();
    let audit = report.audit.as_ref().expect("an audit");
    for lang in [Lang::En, Lang::Fr] {
        let (data, body) = parts(&report.to_html(lang));
        let findings = list(&data, "findings");
        assert_eq!(findings["count"], audit.findings().len());
        let state = column(findings, "state");
        let (open, waived) = (lang.pick("open", "ouvert"), lang.pick("waived", "dérogé"));
        for (finding, state) in audit.findings().iter().zip(&state) {
            let said = if finding.is_open() { open } else { waived };
            assert_eq!(state.as_deref(), Some(said));
        }
        assert!(
            state.iter().flatten().any(|state| state == waived),
            "the example waives something"
        );
        let rows = table(&body, "scores-sites");
        assert_eq!(rows.len(), audit.scores().by_site.len());
        for (row, site) in rows.iter().zip(&audit.scores().by_site) {
            match site.score.permille {
                Some(permille) => assert_eq!(number(&row[1]), permille),
                None => assert_eq!(row[1], lang.pick("undecided", "indécis")),
            }
            assert_eq!(number(&row[5]), site.score.undecided);
        }
        let rows = table(&body, "counts-domains");
        for (row, group) in rows.iter().zip(audit.groups(Grouping::Domain)) {
            let said: Vec<u64> = row[1..5].iter().map(|cell| number(cell)).collect();
            let known: Vec<u64> = group.by_severity.iter().rev().copied().collect();
            assert_eq!(said, known);
        }
        let undecided: usize =
            audit.undecided().iter().map(entretien::audit::Undecided::count).sum();
        let lead = section(&body, "findings").split("</p>").next().expect("a lead").to_owned();
        let lead = lead.split("class=\"lead\">").nth(1).expect("a lead");
        let numbers: Vec<u64> = lead.split(", ").map(number).collect();
        let open = audit.findings().iter().filter(|finding| finding.is_open()).count();
        let all = [open, audit.findings().len() - open, undecided];
        assert_eq!(numbers, all.map(|count| u64::try_from(count).expect("a count")));
        let worst = column(findings, "severity");
        let first = audit.findings().first().map(|finding| finding.severity.label(lang).to_owned());
        assert_eq!(worst.first().cloned().flatten(), first);
        assert!(audit.findings().iter().any(|finding| finding.severity == Severity::Critical));
        assert_eq!(table(&body, "waivers").len(), 2);
        assert!(section(&body, "scores").contains(lang.pick("▲ expired", "▲ expirée")));
    }
}

#[test]
fn every_renewal_is_embedded_with_its_reasons() {
    let report = sixty();
    let (data, body) = parts(&report.to_html(Lang::En));
    let renewals = list(&data, "renewals");
    assert_eq!(renewals["count"], report.renewals.rows.len());
    let late = report.renewals.rows.iter().filter(|row| row.is_over).count();
    let columns = renewals["columns"].as_array().expect("columns");
    let due = columns.iter().find(|column| column["key"] == "due").expect("due");
    let below = due["below"].as_array().expect("lines");
    assert_eq!(
        below.iter().filter(|lines| !lines.as_array().expect("lines").is_empty()).count(),
        late
    );
    let unpriced = report.renewals.rows.iter().filter(|row| row.price.is_none()).count();
    let said = column(renewals, "price");
    assert_eq!(said.iter().flatten().filter(|price| *price == "unknown").count(), unpriced);
    for action in RenewalAction::ALL {
        let count = report.renewals.with_action(*action).count();
        let said = column(renewals, "action");
        assert_eq!(said.iter().flatten().filter(|a| *a == action.label(Lang::En)).count(), count);
    }
    // The next twelve months count what is wanted in them.
    let end = day("2027-01-05");
    let rows = report.renewals.rows.iter().filter(|row| row.wanted.is_some_and(|day| day < end));
    let titles = section(&body, "next").split("<h3").skip(1);
    let counts = titles.map(|title| {
        let title = title.split("</h3>").next().expect("a title");
        number(title.rsplit_once('(').expect("a count").1)
    });
    assert_eq!(usize::try_from(counts.sum::<u64>()).ok(), Some(rows.count()));
}

#[test]
fn nothing_and_nothing_known_are_said_so() {
    for lang in [Lang::En, Lang::Fr] {
        let (data, body) = parts(&bare(0).to_html(lang));
        assert!(
            body.contains(
                lang.pick(
                    "Nothing is dated within 12 months.",
                    "Rien n'est daté sous 12\u{a0}mois."
                )
            ) || lang == Lang::Fr
        );
        assert!(
            body.contains(
                lang.pick("There is no equipment in use.", "Aucun équipement en service.")
            )
        );
        assert!(body.contains(lang.pick("no budget given", "aucun budget donné")));
        assert!(
            body.contains(
                lang.pick("no support catalogue given", "aucun catalogue de support donné")
            )
        );
        assert_eq!(list(&data, "renewals")["count"], 0);
        assert!(!body.contains("<section id=\"budget\""));
        let (data, body) = parts(&bare(9).to_html(lang));
        let renewals = list(&data, "renewals");
        assert_eq!(renewals["count"], 9);
        let nothing = lang.pick("nothing dates it", "rien ne la date");
        assert!(column(renewals, "reason").iter().flatten().all(|reason| reason == nothing));
        let unknown = lang.pick("unknown", "inconnu");
        assert!(column(renewals, "price").iter().flatten().all(|price| price == unknown));
        let rows = table(&body, "ages-all");
        assert_eq!(rows.last().map(|row| number(&row[1])), Some(9));
        let rows = table(&body, "books-sums");
        assert_eq!(rows[0][1], unknown);
    }
}

#[test]
fn french_marks_are_never_torn_from_their_word() {
    let (_, body) = parts(&sixty().to_html(Lang::Fr));
    for mark in [" :", " ;", " !", " ?", " %", "« ", " »"] {
        if let Some(place) = body.find(mark) {
            let near: String = body[place..].chars().take(60).collect();
            panic!("plain space before a mark: {near}");
        }
    }
}

#[test]
fn the_same_report_gives_the_same_bytes() {
    let (one, other) = (full(20), full(20));
    for lang in [Lang::En, Lang::Fr] {
        assert_eq!(one.to_html(lang), other.to_html(lang));
    }
    assert_ne!(one.to_html(Lang::En), one.to_html(Lang::Fr));
}

/// Writes the pages where somebody wants to look at them.
#[test]
fn pages_can_be_looked_at() {
    let Some(folder) = std::env::var_os("ENTRETIEN_PAGES") else { return };
    let folder = std::path::PathBuf::from(folder);
    let write = |name: &str, report: &CareReport| {
        for lang in [Lang::En, Lang::Fr] {
            let file = folder.join(format!("{name}.{}.html", lang.tag()));
            std::fs::write(file, report.to_html(lang)).expect("a page");
        }
    };
    write("full", &full(300));
    write("bare", &bare(9));
}

#[test]
fn a_large_estate_is_bounded() {
    let report = full(100_000);
    let begin = std::time::Instant::now();
    let page = report.to_html(Lang::En);
    let took = begin.elapsed();
    let (data, body) = parts(&page);
    assert!(report.renewals.rows.len() > ROWS_EMBEDDED_MAX);
    for id in ["renewals", "findings"] {
        assert_eq!(list(&data, id)["count"], ROWS_EMBEDDED_MAX, "{id}");
    }
    assert_eq!(list(&data, "renewals")["total"], report.renewals.rows.len());
    assert!(body.contains("renewals.csv holds them all. Figures and charts above cover all."));
    eprintln!("{} bytes, body {}, {took:?}", page.len(), body.len());
    assert!(body.len() < 2_000_000, "{} bytes of markup", body.len());
    assert!(page.len() < 25_000_000, "{} bytes", page.len());
    assert!(took.as_secs() < 20, "{took:?}");
}
