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
