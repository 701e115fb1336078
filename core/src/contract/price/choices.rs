//! The named policies of a price, each with its documented default.

use crate::text::choice;

choice! {
    /// When the fee of a period is invoiced.
    Timing {
        /// On the first day of the period (terme à échoir).
        Advance "in_advance" "in advance" "à échoir",
        /// On the last day of the period (terme échu). Default.
        Arrears "in_arrears" "in arrears" "échu",
    }
}

choice! {
    /// What billing periods are counted from.
    Alignment {
        /// From the first day of the contract: periods are whole, except a last one that is cut. Default.
        Anniversary "anniversary" "from the first day of the contract" "à partir du premier jour du contrat",
        /// Calendar months, quarters, half-years, years: the first period may be cut.
        Calendar "calendar" "calendar periods" "périodes civiles",
    }
}

choice! {
    /// How a part of a period is counted (prorata temporis). A whole period is always the whole price.
    DayCount {
        /// Days of the part over days of the period. Default.
        Actual "actual" "actual days of the period" "jours réels de la période",
        /// Months of 30 days, years of 360.
        Thirty360 "thirty_360" "months of 30 days" "mois de 30 jours",
        /// Days of the part over 365 days a year, at most the whole price.
        Year365 "year_365" "years of 365 days" "années de 365 jours",
    }
}

choice! {
    /// How assets are counted when some join or leave within a period.
    Membership {
        /// As on the first day billed of the period, or of the price when it changes within the period. Default.
        PeriodStart "period_start" "counted at the start of the period" "comptés au début de la période",
        /// Every day for itself.
        DayWeighted "day_weighted" "counted day by day" "comptés jour par jour",
    }
}

choice! {
    /// What a suspension of the contract does to the fees.
    Suspended {
        /// Suspended days are not billed. Default.
        Unbilled "unbilled" "suspended days are not billed" "jours suspendus non facturés",
        /// Billing goes on.
        Billed "billed" "suspended days are billed" "jours suspendus facturés",
    }
}

choice! {
    /// How a due day falls at the end of a month.
    MonthEndTerms {
        /// So many days after the issue. Default.
        Net "net" "days after the issue" "jours nets",
        /// The days, then the end of that month (jours fin de mois).
        DaysThenEnd "days_then_end" "days, then the end of the month" "jours, puis fin de mois",
        /// The end of the month of the issue, then the days (fin de mois, jours).
        EndThenDays "end_then_days" "the end of the month, then days" "fin de mois, puis jours",
    }
}

choice! {
    /// What the cap and the floor of a revision are percentages of.
    CapScope {
        /// Of the price in force before the revision. Default.
        PerStep "per_step" "of the price before the revision" "du prix avant révision",
        /// Of the base price.
        Cumulated "cumulated" "of the base price" "du prix de base",
    }
}

choice! {
    /// What a revision multiplies.
    Compounding {
        /// The base price, by index(t) / index(0): no rounding is ever compounded. Default.
        FromBase "from_base" "from the base price" "à partir du prix de base",
        /// The rounded price before the revision, by index(t) / index(t − 1).
        FromPrevious "from_previous" "from the previous price" "à partir du prix précédent",
    }
}

choice! {
    /// What happens when the index of a month is not known.
    MissingIndex {
        /// The query is refused, and names the months. Default.
        Refuse "refuse" "refused" "refusé",
        /// The last value known before it stands in, and the revision says so.
        LastKnown "last_known" "last value known" "dernière valeur connue",
    }
}

choice! {
    /// How often an index is published.
    Publication {
        /// Every month. Default.
        Monthly "monthly" "monthly" "mensuel",
        /// Every quarter, named by its first month.
        Quarterly "quarterly" "quarterly" "trimestriel",
    }
}

choice! {
    /// Over what a minimum is compared with what was billed.
    MinimumOver {
        /// Each billing period. Default.
        Period "period" "each period" "chaque période",
        /// Each year of billing periods; what lacks is billed with its last period.
        Year "year" "each year" "chaque année",
    }
}

choice! {
    /// What a line of an invoice is for, in the order of lines. Also what an indexation applies to.
    LineKind {
        /// The fixed fee.
        Fixed "fixed" "fixed fee" "forfait",
        /// Assets of a class.
        Assets "assets" "assets" "équipements",
        /// Hours out of scope.
        Hours "hours" "hours out of scope" "heures hors forfait",
        /// Visits out of scope.
        Visits "visits" "visits out of scope" "visites hors forfait",
        /// What lacks to the minimum.
        Minimum "minimum" "minimum billing" "minimum de facturation",
        /// Credit for a breach.
        Penalty "penalty" "penalty" "pénalité",
    }
}

choice! {
    /// Which bound an amount ran into.
    Bound {
        /// The upper one.
        Cap "cap" "cap" "plafond",
        /// The lower one.
        Floor "floor" "floor" "plancher",
    }
}
