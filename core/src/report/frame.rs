//! What every page is: head, skip link, header, navigation, sections, footer, data, script.

use super::pen::Pen;
use maud::{DOCTYPE, Markup, PreEscaped, html};

const CSS: &str = include_str!("assets/report.css");
/// Nothing is fetched: no network, no plug-in, no frame.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; \
                      img-src data:; base-uri 'none'; form-action 'none'";

/// Id of a section, its name in English and French.
pub(super) type Name = (&'static str, &'static str, &'static str);

/// A page.
pub(super) struct Frame<'f> {
    pub(super) title: &'f str,
    pub(super) customer: &'f str,
    /// What follows the style that all pages have.
    pub(super) css: &'f str,
    pub(super) header: Markup,
    /// The sections that the page has, in order: id and name.
    pub(super) sections: Vec<(&'f str, String)>,
    pub(super) main: Markup,
    pub(super) footer: Markup,
    /// The lists of the page as JSON.
    pub(super) data: String,
    pub(super) script: &'f str,
}

impl Frame<'_> {
    pub(super) fn page(self, pen: Pen) -> Markup {
        html! {
            (DOCTYPE)
            html lang=(pen.lang.tag()) {
                (head(self.title, self.customer, self.css))
                body {
                    a.skip href="#main" { (pen.t("Skip to content", "Aller au contenu")) }
                    (self.header)
                    nav aria-label=(pen.t("Sections", "Rubriques")) {
                        ul { @for (id, name) in self.sections {
                            li { a href=(format!("#{id}")) { (name) } }
                        } }
                    }
                    main id="main" tabindex="-1" { (self.main) }
                    (self.footer)
                    script type="application/json" id="data" { (PreEscaped(self.data)) }
                    script { (PreEscaped(self.script)) }
                }
            }
        }
    }
}

fn head(title: &str, customer: &str, css: &str) -> Markup {
    html! {
        head {
            meta charset="utf-8";
            meta http-equiv="Content-Security-Policy" content=(POLICY);
            meta name="viewport" content="width=device-width, initial-scale=1";
            meta name="color-scheme" content="light dark";
            meta name="referrer" content="no-referrer";
            meta name="generator" content="entretien";
            title { (title) " – " (customer) }
            link rel="icon" href="data:,";
            style { (PreEscaped(CSS)) (PreEscaped(css)) }
        }
    }
}

/// Heading of the section `id`, one of `names`.
pub(super) fn heading(names: impl IntoIterator<Item = Name>, id: &str, pen: Pen) -> Markup {
    let name = names.into_iter().find(|name| name.0 == id);
    title(id, &name.map(|(_, en, fr)| pen.t(en, fr)).unwrap_or_default())
}

/// Heading of the section `id`.
pub(super) fn title(id: &str, name: &str) -> Markup {
    html! { h2 id=(format!("{id}-title")) { (name) } }
}

/// The sections as the navigation names them.
pub(super) fn links(
    names: impl IntoIterator<Item = Name>,
    pen: Pen,
) -> Vec<(&'static str, String)> {
    names.into_iter().map(|(id, en, fr)| (id, pen.t(en, fr))).collect()
}

/// The footer of pages of figures.
pub(super) fn footer(pen: Pen) -> Markup {
    html! {
        footer { p {
            (pen.t("Computed by entretien. What is unknown is in no sum.",
                "Calculé par entretien. Ce qui est inconnu n'est dans aucune somme."))
        } }
    }
}
