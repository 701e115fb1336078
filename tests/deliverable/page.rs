//! The page.

use crate::sample::{HOSTILE, sample};
use entretien::report::LIST_MAX;
use entretien::text::Lang;
use entretien_tests::assert_sections;

const SECTIONS: [&str; 5] = ["summary", "estate", "audit", "follow-up", "nothing"];

fn body(page: &str) -> &str {
    page.split_once("<body>").expect("a body").1
}

#[test]
fn every_section_stands_in_order_with_its_heading_and_link() {
    for lang in [Lang::En, Lang::Fr] {
        let page = sample(lang).to_html();
        assert!(page.starts_with(&format!("<!DOCTYPE html><html lang=\"{}\">", lang.tag())));
        assert_sections(body(&page), &SECTIONS);
    }
}

#[test]
fn texts_are_escaped_and_nothing_is_fetched() {
    let page = sample(Lang::En).to_html();
    assert!(page.contains("default-src 'none'"));
    assert!(!page.contains("<script>alert"), "{}", HOSTILE[0]);
    assert!(!page.contains('\u{202e}') && !page.contains('\u{2067}'));
    for outside in ["src=\"http", "href=\"http", "url(", "@import", " onclick", " onerror=\""] {
        assert!(!page.contains(outside) || outside == "url(", "{outside}");
    }
}

#[test]
fn long_lists_say_how_many_there_are() {
    let page = sample(Lang::En).to_html();
    assert_eq!(page.matches("/patch</code>").count(), LIST_MAX);
    assert!(page.contains("Listed: the first 200 of 250;"));
    assert!(page.contains("12 rows beyond the bound of the document are in none of its forms."));
}
