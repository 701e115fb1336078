//! The closed lists of a comparison.

use crate::text::choice;

choice! {
    /// Which of two is cheaper.
    Cheaper {
        /// One's own team.
        Inhouse "inhouse" "in house" "en interne",
        /// The provider.
        Outsourced "outsourced" "outsourced" "externalisé",
        /// Neither: to the cent the same.
        Equal "equal" "the same cost" "même coût",
    }
}

impl Cheaper {
    /// The lower of two amounts.
    pub(super) fn of(inhouse: i64, outsourced: i64) -> Cheaper {
        match inhouse.cmp(&outsourced) {
            std::cmp::Ordering::Less => Cheaper::Inhouse,
            std::cmp::Ordering::Equal => Cheaper::Equal,
            std::cmp::Ordering::Greater => Cheaper::Outsourced,
        }
    }
}

choice! {
    /// Why work comes up.
    Activity {
        /// Planned upkeep.
        Preventive "preventive" "preventive" "préventif",
        /// Repair of a failure.
        Corrective "corrective" "corrective" "correctif",
    }
}

choice! {
    /// How an option gets the work done.
    WayKind {
        /// By one's own team.
        InHouse "in_house" "in house" "en interne",
        /// By a provider under a contract.
        Contract "contract" "by contract" "sous contrat",
        /// By a provider, each intervention ordered by itself.
        AdHoc "ad_hoc" "per intervention" "à l'intervention",
        /// Some of it one way, some another.
        Mixed "mixed" "mixed" "mixte",
    }
}

choice! {
    /// How posts are counted.
    Basis {
        /// Whole posts are paid.
        Whole "whole" "whole posts" "postes entiers",
        /// Only the share of a post that the work fills is paid.
        Fractional "fractional" "fractional posts" "fractions de poste",
    }
}

choice! {
    /// A part of the cost of a year, in the order of rows.
    CostPart {
        /// Gross wages.
        Wages "wages" "wages" "salaires",
        /// Charges on wages.
        Charges "charges" "charges on wages" "charges sociales",
        /// First hires, growth of the team and turnover.
        Recruitment "recruitment" "recruitment" "recrutement",
        /// Tools of the team and of each of its members.
        Tooling "tooling" "tooling" "outillage",
        /// Travel to sites.
        Travel "travel" "travel" "déplacements",
        /// Being on call, and the extra pay of hours outside opening hours.
        OnCall "on_call" "on-call duty" "astreinte",
        /// Fees of contracts.
        Fees "fees" "contract fees" "forfait du contrat",
        /// Hours, visits and interventions that fees do not include.
        OutOfScope "out_of_scope" "out of scope" "hors forfait",
        /// Interventions ordered one by one.
        Interventions "interventions" "ordered interventions" "interventions commandées",
        /// Managing the team or the provider.
        Management "management" "management" "pilotage",
        /// Credit for breaches of the service level; not above zero.
        Penalties "penalties" "expected penalties" "pénalités attendues",
        /// Going over to the option, once, in year 1.
        Transition "transition" "transition" "transition",
        /// Leaving the option, once, in the last year.
        Exit "exit" "exit" "sortie",
    }
}

choice! {
    /// What is not known, so that a figure is not known either.
    Unknown {
        /// How many interventions are asked for.
        Interventions "interventions" "number of interventions" "nombre d'interventions",
        /// How long they take.
        Minutes "minutes" "duration of interventions" "durée des interventions",
        /// How many visits they take.
        Visits "visits" "number of visits" "nombre de visites",
        /// Which share of the work is outside opening hours.
        OutOfHours "out_of_hours" "share outside opening hours" "part hors heures ouvrées",
        /// How many assets there are.
        Assets "assets" "number of assets" "nombre d'équipements",
        /// The wage.
        Wage "wage" "wage" "salaire",
        /// The charges on wages.
        Charges "charges" "rate of charges" "taux de charges",
        /// What recruiting costs.
        Recruitment "recruitment" "cost of recruitment" "coût de recrutement",
        /// The turnover.
        Turnover "turnover" "turnover" "rotation du personnel",
        /// What tools cost.
        Tools "tools" "cost of tools" "coût de l'outillage",
        /// What a visit costs.
        Travel "travel" "cost of a visit" "coût d'un déplacement",
        /// What being on call costs.
        OnCall "on_call" "cost of on-call duty" "coût de l'astreinte",
        /// What management costs.
        Overhead "overhead" "management overhead" "frais de pilotage",
        /// The price of an hour.
        HourPrice "hour_price" "price of an hour" "prix d'une heure",
        /// The price of a visit.
        VisitPrice "visit_price" "price of a visit" "prix d'une visite",
        /// The price of an intervention.
        InterventionPrice "intervention_price" "price of an intervention" "prix d'une intervention",
        /// Which share of the fees penalties give back.
        Penalties "penalties" "expected penalties" "pénalités attendues",
        /// What the transition costs.
        Transition "transition" "cost of transition" "coût de transition",
        /// What leaving costs.
        Exit "exit" "cost of exit" "coût de sortie",
        /// How long a failure lasts.
        Downtime "downtime" "downtime of a failure" "durée d'indisponibilité",
        /// What an hour of downtime costs.
        DowntimeCost "downtime_cost" "cost of an hour of downtime" "coût d'une heure d'indisponibilité",
        /// Which skills are offered.
        Skills "skills" "skills offered" "compétences offertes",
        /// Which hours are offered.
        OfferedHours "offered_hours" "hours offered" "heures couvertes",
        /// Which hours are needed.
        NeededHours "needed_hours" "hours needed" "heures demandées",
    }
}

choice! {
    /// What a provider or a team does not cover.
    GapKind {
        /// A skill that is needed and not offered.
        Skill "skill" "skill not offered" "compétence absente",
        /// Hours of the week that are needed and not offered.
        Hours "hours" "hours not covered" "heures non couvertes",
        /// Hours of the year in which everybody who has a skill is expected to be away.
        Absence "absence" "nobody present" "aucune présence",
    }
}

choice! {
    /// What is varied to see how much the answer hangs on it. Values are multiplied by a factor.
    Parameter {
        /// Interventions, minutes and visits together.
        Volume "volume" "volume of work" "volume d'activité",
        /// Minutes of each intervention.
        Minutes "minutes" "duration of interventions" "durée des interventions",
        /// Yearly growth of the work.
        Growth "growth" "growth of the work" "croissance de l'activité",
        /// Wages.
        Wage "wage" "wages" "salaires",
        /// Share of productive hours spent on interventions; at most 1.
        Utilisation "utilisation" "utilisation" "taux d'occupation",
        /// Turnover.
        Turnover "turnover" "turnover" "rotation du personnel",
        /// Yearly rise of wages.
        WageIndex "wage_index" "rise of wages" "hausse des salaires",
        /// Fees of contracts.
        Fees "fees" "contract fees" "forfait des contrats",
        /// Prices of hours, visits and interventions that fees do not include.
        OutOfScope "out_of_scope" "prices out of scope" "prix hors forfait",
        /// Prices of interventions ordered one by one.
        AdHoc "ad_hoc" "prices per intervention" "prix à l'intervention",
        /// Yearly rise of prices of providers, where it is assumed.
        PriceIndex "price_index" "rise of prices" "hausse des prix",
        /// Overhead of management.
        Overhead "overhead" "management overhead" "frais de pilotage",
        /// Cost of transition and of exit.
        OneOffs "one_offs" "transition and exit" "transition et sortie",
        /// Discount rate.
        Discount "discount" "discount rate" "taux d'actualisation",
    }
}
