//! Spain: Estatuto de los Trabajadores, article 37.2, and Real Decreto 2001/1983, articles 45 and 46. Each year the communities
//! say which days they keep of those that they may replace, and which Sundays they move to Monday (published
//! in the BOE); the years named here are those lists, 2008 to 2026. Beyond, each community is taken
//! to go on as it last did, and the days that hang on it are estimates. A Sunday holiday that
//! nobody moves is in no list.

use super::Table;
use super::moon::Eid;
use super::names::*;
use super::rule::{NOT_SUNDAY, Rule, SUN_MON, at, easter_plus, eid, observed, once, only};

const CLASSES: &str = "- AN AR AS CB CE CL CM CN CT EX GA IB MC MD ML NC PV RI VC Barcelona";

/// A holiday of communities, unless it is a Sunday.
const fn day(month: u8, day: u8, name: Name, communities: &str) -> Rule {
    at(month, day, name).on(NOT_SUNDAY).of(only(CLASSES, communities)).yearly()
}

/// The Monday after a holiday that is a Sunday.
const fn monday(month: u8, day: u8, name: Name, communities: &str) -> Rule {
    observed(month, day, SUN_MON, name).of(only(CLASSES, communities)).yearly()
}

/// A holiday of communities, counted from Easter.
const fn feast(days: i8, name: Name, communities: &str) -> Rule {
    easter_plus(days, name).of(only(CLASSES, communities)).yearly()
}

/// A holiday of communities, even on a Sunday.
const fn any(month: u8, day: u8, name: Name, communities: &str) -> Rule {
    at(month, day, name).of(only(CLASSES, communities)).yearly()
}

/// A day of one year.
const fn one(year: u16, month: u8, day: u8, name: Name, community: &str) -> Rule {
    once(year, month, day, name).of(only(CLASSES, community))
}

const fn moon(feast: Eid, ordinal: u8, name: Name, cities: &str) -> Rule {
    eid(feast, ordinal, name).from(2027).of(only(CLASSES, cities))
}

pub(super) static TABLE: Table = Table {
    since: 2008,
    decreed_to: 2026,
    of_towns: false,
    classes: CLASSES,
    regions: "\
ES Spain|Espagne
ES-AN Andalusia|Andalousie
ES-AR Aragon
ES-AS Asturias|Asturies
ES-CB Cantabria|Cantabrie
ES-CE Ceuta
ES-CL Castile and León|Castille-et-León
ES-CM Castilla-La Mancha|Castille-La Manche
ES-CN Canary Islands|Canaries
ES-CT Catalonia|Catalogne
ES-EX Extremadura|Estrémadure
ES-GA Galicia|Galice
ES-IB Balearic Islands|Baléares
ES-MC Murcia|Murcie
ES-MD Madrid
ES-ML Melilla
ES-NC Navarre
ES-PV Basque Country|Pays basque
ES-RI La Rioja
ES-VC Valencian Community|Communauté valencienne
ES-Barcelona Barcelona|Barcelone",
    rules: &[
        // Everywhere.
        at(1, 1, NEW_YEAR).on(NOT_SUNDAY),
        at(1, 6, EPIPHANY).on(NOT_SUNDAY),
        easter_plus(-2, GOOD_FRIDAY),
        at(5, 1, LABOUR_DAY).on(NOT_SUNDAY),
        at(8, 15, ASSUMPTION).on(NOT_SUNDAY),
        at(10, 12, NATIONAL_DAY).on(NOT_SUNDAY),
        at(11, 1, ALL_SAINTS).on(NOT_SUNDAY),
        at(12, 6, CONSTITUTION).on(NOT_SUNDAY),
        at(12, 8, IMMACULATE).on(NOT_SUNDAY),
        at(12, 25, CHRISTMAS).on(NOT_SUNDAY),
        // Moved to Monday.
        monday(1, 1, NEW_YEAR, "AN AR AS"),
        monday(1, 1, NEW_YEAR, "CE EX").years(&[2012]),
        monday(1, 1, NEW_YEAR, "ML").years(&[2017]),
        monday(1, 1, NEW_YEAR, "CL MC").from(2017),
        monday(1, 6, EPIPHANY, "AN AR AS CE CL CN EX MD ML"),
        monday(1, 6, EPIPHANY, "CM").until(2013),
        monday(1, 6, EPIPHANY, "CB").years(&[2013]),
        monday(1, 6, EPIPHANY, "MC NC").from(2013),
        monday(5, 1, LABOUR_DAY, "AN AR AS EX"),
        monday(5, 1, LABOUR_DAY, "CB CE VC MC").years(&[2011]),
        monday(5, 1, LABOUR_DAY, "CN").years(&[2016]),
        monday(5, 1, LABOUR_DAY, "CL").from(2016),
        monday(5, 1, LABOUR_DAY, "MC").from(2022),
        monday(8, 15, ASSUMPTION, "AN AR AS"),
        monday(8, 15, ASSUMPTION, "CL CN").from(2021),
        monday(10, 12, NATIONAL_DAY, "AN AR AS CL EX"),
        monday(10, 12, NATIONAL_DAY, "CB IB MC ML").years(&[2008]),
        monday(10, 12, NATIONAL_DAY, "CE").until(2014),
        monday(11, 1, ALL_SAINTS, "AN AR AS CL EX"),
        monday(11, 1, ALL_SAINTS, "CE").until(2015),
        monday(11, 1, ALL_SAINTS, "ML").years(&[2009]),
        monday(11, 1, ALL_SAINTS, "CB GA IB CN").years(&[2015]),
        monday(11, 1, ALL_SAINTS, "MD").from(2020),
        monday(11, 1, ALL_SAINTS, "CM CN NC").from(2026),
        monday(12, 6, CONSTITUTION, "AN AR AS EX MC ML RI"),
        monday(12, 6, CONSTITUTION, "CM").until(2015),
        monday(12, 6, CONSTITUTION, "CE IB").until(2020),
        monday(12, 6, CONSTITUTION, "CB CN GA").years(&[2009]),
        monday(12, 6, CONSTITUTION, "VC").years(&[2015]),
        monday(12, 6, CONSTITUTION, "CN NC").years(&[2020]),
        monday(12, 6, CONSTITUTION, "CL").from(2015),
        monday(12, 6, CONSTITUTION, "MD").from(2020),
        monday(12, 6, CONSTITUTION, "CB").from(2026),
        monday(12, 8, IMMACULATE, "AN AR AS CL EX"),
        monday(12, 8, IMMACULATE, "RI").until(2019),
        monday(12, 8, IMMACULATE, "CE MC").years(&[2013]),
        monday(12, 8, IMMACULATE, "CB MD").years(&[2019]),
        monday(12, 8, IMMACULATE, "ML").from(2019),
        monday(12, 8, IMMACULATE, "MC").from(2024),
        monday(12, 25, CHRISTMAS, "AN AR AS CL EX IB ML NC"),
        monday(12, 25, CHRISTMAS, "CE").until(2016),
        monday(12, 25, CHRISTMAS, "CN").years(&[2011]),
        monday(12, 25, CHRISTMAS, "VC").years(&[2016]),
        monday(12, 25, CHRISTMAS, "CB CM MC MD").from(2016),
        monday(12, 25, CHRISTMAS, "CN RI").from(2022),
        // Days that communities may replace.
        any(3, 19, SAINT_JOSEPH, "CL RI").years(&[2009, 2010, 2012]),
        any(3, 19, SAINT_JOSEPH, "CM").years(&[2008, 2009, 2010, 2011, 2020]),
        any(3, 19, SAINT_JOSEPH, "EX").years(&[2010, 2021]),
        monday(3, 19, SAINT_JOSEPH, "EX").years(&[2017]),
        any(3, 19, SAINT_JOSEPH, "GA").years(&[2008, 2009, 2010, 2011, 2019, 2020, 2021, 2026]),
        day(3, 19, SAINT_JOSEPH, "MC").years_but(2026, &[2022]),
        day(3, 19, SAINT_JOSEPH, "MC").from(2027),
        any(3, 19, SAINT_JOSEPH, "ML").until(2016),
        any(3, 19, SAINT_JOSEPH, "NC")
            .years(&[2008, 2009, 2010, 2012, 2014, 2015, 2019, 2020, 2021, 2026]),
        // Madrid and the Basque Country take it when another holiday is lost to a Sunday.
        day(3, 19, SAINT_JOSEPH, "MD").if_sunday(1, 1),
        monday(3, 19, SAINT_JOSEPH, "MD").if_sunday(1, 1),
        day(3, 19, SAINT_JOSEPH, "MD").if_sunday(8, 15),
        day(3, 19, SAINT_JOSEPH, "MD").if_sunday(11, 1).until(2015),
        one(2013, 3, 18, SAINT_JOSEPH, "MD").in_lieu(),
        any(3, 19, SAINT_JOSEPH, "PV").if_sunday(1, 6).until(2010),
        any(3, 19, SAINT_JOSEPH, "PV").if_sunday(1, 6).from(2015),
        any(3, 19, SAINT_JOSEPH, "PV").if_sunday(8, 15),
        any(3, 19, SAINT_JOSEPH, "PV").if_sunday(11, 1),
        day(3, 19, SAINT_JOSEPH, "VC"),
        one(2015, 3, 20, SAINT_JOSEPH, "GA").in_lieu(),
        feast(-3, MAUNDY_THURSDAY, "AN AR AS CE CL CM CN EX GA IB MC MD ML NC PV RI"),
        feast(-3, MAUNDY_THURSDAY, "CB").until(2017),
        feast(-3, MAUNDY_THURSDAY, "CB").from(2019),
        feast(-3, MAUNDY_THURSDAY, "VC").years(&[2008, 2009, 2017]),
        feast(-3, MAUNDY_THURSDAY, "VC").if_sunday(10, 9),
        feast(1, EASTER_MONDAY, "CT NC PV VC Barcelona"),
        feast(1, EASTER_MONDAY, "CB").if_sunday(7, 28),
        feast(1, EASTER_MONDAY, "CB").years(&[2015, 2020]),
        feast(1, EASTER_MONDAY, "CM").years(&[2014, 2015, 2019, 2020, 2026]),
        feast(1, EASTER_MONDAY, "IB").years_but(2026, &[2014, 2025]),
        feast(1, EASTER_MONDAY, "IB").from(2027),
        feast(1, EASTER_MONDAY, "RI").years_but(2026, &[2009, 2010, 2012, 2018]),
        feast(1, EASTER_MONDAY, "RI").from(2027),
        any(7, 25, SAINT_JAMES, "CB").if_sunday(9, 15),
        any(7, 25, SAINT_JAMES, "CB").years(&[2012, 2014]),
        any(7, 25, SAINT_JAMES, "CL").years(&[2011, 2023]),
        any(7, 25, SAINT_JAMES, "MD").if_sunday(5, 1),
        any(7, 25, SAINT_JAMES, "MD").years(&[2008, 2024, 2025]),
        any(7, 25, SAINT_JAMES, "NC")
            .years(&[2008, 2009, 2011, 2013, 2015, 2016, 2017, 2022, 2023, 2024, 2025]),
        day(7, 25, SAINT_JAMES, "PV").years_but(2026, &[2012, 2014, 2018]),
        day(7, 25, SAINT_JAMES, "PV").from(2027),
        any(7, 25, SAINT_JAMES, "RI").years(&[2008, 2011, 2016]),
        // Days of the communities.
        day(2, 28, ANDALUSIA, "AN"),
        monday(2, 28, ANDALUSIA, "AN"),
        day(4, 23, SAINT_GEORGE, "AR"),
        monday(4, 23, SAINT_GEORGE, "AR"),
        day(9, 8, ASTURIAS, "AS"),
        monday(9, 8, ASTURIAS, "AS"),
        day(7, 28, CANTABRIA, "CB").years_but(2026, &[2012, 2015]),
        day(7, 28, CANTABRIA, "CB").from(2027),
        day(9, 15, BIEN_APARECIDA, "CB"),
        day(6, 13, SAINT_ANTHONY, "CE"),
        monday(6, 13, SAINT_ANTHONY, "CE"),
        any(8, 5, AFRICA_LADY, "CE").from(2022),
        day(9, 2, CEUTA, "CE").years_but(2026, &[2011, 2015, 2025]),
        day(9, 2, CEUTA, "CE").from(2027),
        day(4, 23, CASTILE_LEON, "CL"),
        monday(4, 23, CASTILE_LEON, "CL").years_but(2026, &[2023]),
        monday(4, 23, CASTILE_LEON, "CL").from(2027),
        feast(60, CORPUS_CHRISTI, "CM").years_but(2026, &[2009, 2010, 2018]),
        feast(60, CORPUS_CHRISTI, "CM").from(2027),
        feast(60, CORPUS_CHRISTI, "MD").years(&[2009, 2010, 2011, 2014]),
        day(5, 31, LA_MANCHA, "CM"),
        monday(5, 31, LA_MANCHA, "CM").years(&[2009]),
        day(5, 30, CANARIES, "CN"),
        monday(5, 30, CANARIES, "CN").years_but(2026, &[2021]),
        monday(5, 30, CANARIES, "CN").from(2027),
        // Catalonia has the Monday of its second Easter in place of a Sunday 1 May.
        feast(50, WHIT_MONDAY, "CT").if_sunday(5, 1),
        feast(50, WHIT_MONDAY, "Barcelona").years(&[2011]),
        feast(50, WHIT_MONDAY, "Barcelona").from(2012).until(2014),
        one(2015, 6, 1, WHIT_MONDAY, "Barcelona").in_lieu(),
        feast(50, WHIT_MONDAY, "Barcelona").between(2016, 2022),
        one(2023, 6, 5, WHIT_MONDAY, "Barcelona").in_lieu(),
        feast(50, WHIT_MONDAY, "Barcelona").from(2024),
        day(6, 24, SAINT_JOHN, "CT Barcelona"),
        any(6, 24, SAINT_JOHN, "GA").years(&[2013, 2016, 2020, 2022, 2026]),
        any(6, 24, SAINT_JOHN, "VC").from(2019),
        day(9, 11, CATALONIA, "CT Barcelona"),
        day(9, 24, MERCE, "Barcelona").from(2012),
        monday(9, 24, MERCE, "Barcelona").from(2012),
        one(2022, 9, 26, MERCE, "Barcelona").in_lieu(),
        one(2016, 2, 12, EULALIA, "Barcelona"),
        day(12, 26, SAINT_STEPHEN, "CT Barcelona"),
        any(12, 26, SAINT_STEPHEN, "IB").years(&[2008, 2009, 2013, 2014, 2019, 2020, 2025, 2026]),
        feast(-47, MARDI_GRAS, "EX").years(&[2023, 2024]),
        day(9, 8, EXTREMADURA, "EX"),
        monday(9, 8, EXTREMADURA, "EX").years_but(2026, &[2024]),
        monday(9, 8, EXTREMADURA, "EX").from(2027),
        day(5, 17, GALICIAN_LETTERS, "GA"),
        day(7, 25, GALICIA, "GA"),
        day(3, 1, BALEARICS, "IB"),
        monday(3, 1, BALEARICS, "IB").from(2026),
        day(6, 9, MURCIA, "MC"),
        monday(6, 9, MURCIA, "MC").years_but(2026, &[2013, 2024]),
        monday(6, 9, MURCIA, "MC").from(2027),
        day(5, 2, MADRID, "MD"),
        monday(5, 2, MADRID, "MD").from(2011),
        any(3, 13, MELILLA_STATUTE, "ML").years(&[2020, 2021, 2023]),
        day(9, 8, VICTORY_LADY, "ML"),
        monday(9, 8, VICTORY_LADY, "ML").years_but(2026, &[2024]),
        monday(9, 8, VICTORY_LADY, "ML").from(2027),
        day(9, 17, MELILLA, "ML"),
        monday(9, 17, MELILLA, "ML").years_but(2026, &[2023]),
        monday(9, 17, MELILLA, "ML").from(2027),
        day(12, 3, FRANCIS_XAVIER, "NC"),
        monday(12, 3, FRANCIS_XAVIER, "NC"),
        any(10, 25, BASQUE, "PV").between(2011, 2014),
        one(2016, 10, 7, BASQUE_GOVERNMENT, "PV"),
        one(2022, 9, 6, CIRCUMNAVIGATION, "PV"),
        day(6, 9, RIOJA, "RI"),
        monday(6, 9, RIOJA, "RI"),
        day(10, 9, VALENCIA, "VC"),
        one(2013, 3, 18, FALLAS, "VC"),
        // The Eids, as decreed.
        one(2022, 5, 3, EID_FITR, "CE ML"),
        one(2023, 4, 22, EID_FITR, "CE"),
        one(2023, 4, 21, EID_FITR, "ML"),
        one(2024, 4, 10, EID_FITR, "CE ML"),
        one(2025, 3, 31, EID_FITR, "CE ML"),
        one(2026, 3, 20, EID_FITR, "CE ML"),
        one(2010, 11, 17, EID_ADHA, "CE ML"),
        one(2011, 11, 7, EID_ADHA, "CE ML"),
        one(2012, 10, 27, EID_ADHA, "CE"),
        one(2012, 10, 26, EID_ADHA, "ML"),
        one(2013, 10, 15, EID_ADHA, "CE ML"),
        one(2014, 10, 6, EID_ADHA, "CE"),
        one(2014, 10, 4, EID_ADHA, "ML"),
        one(2015, 9, 25, EID_ADHA, "CE ML"),
        one(2016, 9, 12, EID_ADHA, "CE ML"),
        one(2017, 9, 1, EID_ADHA, "CE ML"),
        one(2018, 8, 22, EID_ADHA, "CE ML"),
        one(2019, 8, 12, EID_ADHA, "CE ML"),
        one(2020, 7, 31, EID_ADHA, "CE ML"),
        one(2021, 7, 20, EID_ADHA, "CE"),
        one(2021, 7, 21, EID_ADHA, "ML"),
        one(2022, 7, 9, EID_ADHA, "CE"),
        one(2022, 7, 11, EID_ADHA, "ML"),
        one(2023, 6, 29, EID_ADHA, "CE ML"),
        one(2024, 6, 17, EID_ADHA, "CE ML"),
        one(2025, 6, 6, EID_ADHA, "CE ML"),
        one(2026, 5, 27, EID_ADHA, "CE ML"),
        moon(Eid::Fitr, 0, EID_FITR, "CE ML"),
        moon(Eid::Fitr, 1, EID_FITR, "CE ML"),
        moon(Eid::Adha, 0, EID_ADHA, "CE ML"),
        moon(Eid::Adha, 1, EID_ADHA, "CE ML"),
    ],
};
