//! What every page of a report must have.

/// The sections of a page stand in this order, each with its heading and its link.
///
/// # Panics
/// When one is not there, or in another place.
pub fn assert_sections(body: &str, sections: &[&str]) {
    let mut from = 0;
    for id in sections {
        let section = format!("<section id=\"{id}\" aria-labelledby=\"{id}-title\">");
        let place = body.find(&section).unwrap_or_else(|| panic!("no section {id}"));
        assert!(place > from, "{id} is out of order");
        assert!(body.contains(&format!("<h2 id=\"{id}-title\">")), "{id} has no heading");
        assert!(body.contains(&format!("href=\"#{id}\"")), "{id} is not in the navigation");
        from = place;
    }
}

/// Elements without an end.
const VOID: [&str; 5] = ["br", "hr", "img", "input", "meta"];

/// The elements of a body up to its script, each as `(name, attributes)`; an end has a `/` before its name.
fn elements(body: &str) -> Vec<(&str, &str)> {
    let body = body.split("<script").next().unwrap_or_default();
    let tags = body.split('<').skip(1).map(|piece| piece.split_once('>').expect("an end").0);
    tags.map(|tag| tag.split_once(' ').unwrap_or((tag, ""))).collect()
}

/// Elements are nested, ids differ, headings skip no level, tables have captions, heads have scopes, and nothing
/// runs on an event.
///
/// # Panics
/// When one of these is not so.
pub fn assert_well_formed(body: &str) {
    let (mut open, mut ids, mut level) = (Vec::new(), std::collections::BTreeSet::new(), 1);
    for (name, attributes) in elements(body) {
        if let Some(name) = name.strip_prefix('/') {
            let last = open.pop();
            assert_eq!(last, Some(name), "ends are out of order");
            continue;
        }
        if !VOID.contains(&name) {
            open.push(name);
        }
        if let Some((_, rest)) = format!(" {attributes}").split_once(" id=\"") {
            let id = rest.split('"').next().unwrap_or_default().to_owned();
            assert!(ids.insert(id.clone()), "the id `{id}` stands twice");
        }
        assert!(!format!(" {attributes}").contains(" on"), "{name} {attributes}");
        assert!(name != "th" || attributes.contains("scope="), "a head without scope");
        if let Some(number) = name.strip_prefix('h').and_then(|rest| rest.parse::<u32>().ok()) {
            assert!(number <= level + 1, "h{number} after h{level}");
            level = number;
        }
    }
    // `body` and `html` end after the script.
    assert!(open.is_empty() || open == ["body"], "not ended: {open:?}");
    assert_eq!(body.matches("<table").count(), body.matches("<caption").count(), "captions");
}
