//! A story over the shipped company, chapter by chapter, as its provider lives it: [`CHAPTERS`].
//!
//! Each chapter takes the [`State`] that those before it left, says on a [`Page`] what a manager would read, and
//! leaves files. What it finds is hashed: a digest a chapter, the same in every language, and on every machine.

mod audit;
mod change;
mod contract;
mod documents;
mod draw;
mod page;
mod plan;
mod renewal;
mod state;
mod takeover;
mod work;

pub use page::{Page, Words};
pub use state::{Days, State};

use crate::program::Failure;

/// One part of the story.
#[derive(Debug, Clone, Copy)]
pub struct Chapter {
    /// Its name, that of its folder and of its digest.
    pub name: &'static str,
    /// Its title.
    pub title: Words,
    /// Lives it.
    pub tell: fn(&mut State, &mut Page) -> Result<(), Failure>,
}

/// The chapters, in the order in which they happen: each may use what those before it left.
pub const CHAPTERS: &[Chapter] = &[
    Chapter {
        name: "takeover",
        title: ("January: the estate is taken over", "Janvier : la reprise du parc"),
        tell: takeover::tell,
    },
    Chapter { name: "audit", title: ("The audit", "L'audit"), tell: audit::tell },
    Chapter {
        name: "proposal",
        title: ("The proposal", "La proposition"),
        tell: documents::propose,
    },
    Chapter { name: "contract", title: ("The contracts", "Les contrats"), tell: contract::tell },
    Chapter {
        name: "plan",
        title: ("The plan of the year", "Le plan de l'année"),
        tell: plan::tell,
    },
    Chapter {
        name: "kick-off",
        title: ("The kick-off", "La réunion d'initialisation"),
        tell: documents::kick_off,
    },
    Chapter {
        name: "interventions",
        title: ("January to June: the work", "De janvier à juin : le travail"),
        tell: work::tell,
    },
    Chapter {
        name: "review",
        title: ("The review of the half-year", "La présentation du semestre"),
        tell: documents::review,
    },
    Chapter {
        name: "changed-plan",
        title: ("July: the plan changes", "Juillet : le plan change"),
        tell: change::tell,
    },
    Chapter {
        name: "renewals",
        title: ("The renewals of next year", "Les renouvellements de l'an prochain"),
        tell: renewal::tell,
    },
    Chapter {
        name: "sourcing",
        title: ("In house or outsourced", "En interne ou externalisé"),
        tell: documents::sourcing,
    },
];
