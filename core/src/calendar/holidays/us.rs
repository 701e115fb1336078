//! United States: 5 U.S.C. 6103 and, for the states and territories, their codes. Days in lieu after
//! 5 U.S.C. 6103(b) and Executive Order 11582: Friday for a Saturday, Monday for a Sunday.

use super::Table;
use super::names::*;
use super::rule::{
    BESIDE, EVE, FRI, MON, MORROW, NEAREST, Rule, SAT_FRI, SUN, SUN_MON, THU, TUE, at, easter_plus,
    except, moved, nth, observed, once, only,
};

const CLASSES: &str = "- AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ \
NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY AS GU MP PR UM VI";

const fn us(codes: &str) -> u64 {
    only(CLASSES, codes)
}

const fn but(codes: &str) -> u64 {
    except(CLASSES, codes)
}

const fn day_after_thanksgiving(name: Name) -> Rule {
    nth(4, THU, 11, name).plus(1)
}

pub(super) static TABLE: Table = Table {
    since: 1990,
    decreed_to: 9999,
    of_towns: false,
    classes: CLASSES,
    regions: REGIONS,
    rules: &[
        // The federation, and what the states do otherwise.
        at(1, 1, NEW_YEAR),
        observed(1, 1, SUN_MON, NEW_YEAR),
        at(12, 31, NEW_YEAR).on(1 << FRI).in_lieu().of(but("MA")),
        nth(3, MON, 1, MLK),
        nth(3, MON, 2, WASHINGTON).of(but("DE FL GA IN NM")),
        nth(3, MON, 2, WASHINGTON).until(2009).of(us("DE")),
        moved(12, 25, BESIDE, WASHINGTON).of(us("GA IN")),
        day_after_thanksgiving(WASHINGTON).of(us("NM")),
        nth(-1, MON, 5, MEMORIAL_DAY),
        at(6, 19, JUNETEENTH).from(2021),
        observed(6, 19, NEAREST, JUNETEENTH).from(2021).of(but("MA")),
        observed(6, 19, SUN_MON, JUNETEENTH).from(2021).of(us("MA")),
        at(7, 4, INDEPENDENCE),
        observed(7, 4, NEAREST, INDEPENDENCE).of(but("MA")),
        observed(7, 4, SUN_MON, INDEPENDENCE).of(us("MA")),
        nth(1, MON, 9, LABOUR_DAY),
        nth(2, MON, 10, COLUMBUS)
            .of(us("- AL AS AZ CT GA ID IL IN MA MD MO MT NJ NY OH PA RI UT VI WV")),
        nth(2, MON, 10, COLUMBUS).until(2008).of(us("CA")),
        nth(2, MON, 10, COLUMBUS).until(2014).of(us("AK")),
        nth(2, MON, 10, INDIGENOUS).from(2015).of(us("AK")),
        nth(2, MON, 10, COLUMBUS).until(2018).of(us("DC ME NM")),
        nth(2, MON, 10, INDIGENOUS).from(2019).of(us("DC ME NM")),
        nth(2, MON, 10, COLUMBUS).until(2019).of(us("NE VA")),
        nth(2, MON, 10, INDIGENOUS).from(2020).of(us("NE VA")),
        nth(2, MON, 10, INDIGENOUS).of(us("SD")),
        at(11, 11, VETERANS),
        observed(11, 11, NEAREST, VETERANS).of(but("MA PR")),
        observed(11, 11, SUN_MON, VETERANS).of(us("MA PR")),
        nth(4, THU, 11, US_THANKSGIVING),
        at(12, 25, CHRISTMAS),
        observed(12, 25, NEAREST, CHRISTMAS).of(but("MA")),
        observed(12, 25, SUN_MON, CHRISTMAS).of(us("MA")),
        at(1, 20, INAUGURATION).after_leap().of(us("DC MD VA")),
        observed(1, 20, SUN_MON, INAUGURATION).after_leap().of(us("DC MD VA")),
        // Days that several states share.
        at(2, 12, LINCOLN).of(us("CT IA IL NJ NY")),
        observed(2, 12, NEAREST, LINCOLN).of(us("CT IA IL NJ NY")),
        at(2, 12, LINCOLN).until(2009).of(us("CA")),
        observed(2, 12, NEAREST, LINCOLN).until(2009).of(us("CA")),
        day_after_thanksgiving(LINCOLN).from(2010).of(us("IN")),
        at(2, 15, ANTHONY).of(us("WI")),
        at(2, 15, ANTHONY).from(2004).of(us("NY")),
        at(2, 15, ANTHONY).from(2011).of(us("FL")),
        at(2, 15, ANTHONY).from(2014).of(us("CA")),
        at(3, 31, CHAVEZ).from(1995).of(us("CA")),
        observed(3, 31, SUN_MON, CHAVEZ).from(1995).of(us("CA")),
        at(3, 31, CHAVEZ).from(2000).of(us("TX")),
        at(3, 31, CHAVEZ).from(2001).of(us("CO")),
        easter_plus(-2, GOOD_FRIDAY).of(us("CT DE GU IN KY LA MP NC NJ PR TN TX VI")),
        nth(3, MON, 4, PATRIOTS_US).of(us("MA ME")),
        nth(4, MON, 4, CONFEDERATE).of(us("AL SC")),
        nth(4, MON, 4, CONFEDERATE).until(2015).of(us("GA")),
        nth(-1, MON, 4, CONFEDERATE).of(us("MS")),
        // Tuesday after the first Monday.
        nth(1, MON, 11, ELECTION).plus(1).even().from(2008).of(us("DE HI IL LA MI MP MT NH NJ WV")),
        nth(1, MON, 11, ELECTION).plus(1).even().between(2008, 2014).of(us("IN NY")),
        nth(1, MON, 11, ELECTION).plus(1).from(2015).of(us("IN NY")),
        nth(1, MON, 11, ELECTION).plus(1).from(2020).of(us("VA")),
        day_after_thanksgiving(DAY_AFTER_THANKSGIVING).of(us("CA DE FL NC NH OK PA TX VA WV")),
        day_after_thanksgiving(DAY_AFTER_THANKSGIVING).from(2008).of(us("MD")),
        day_after_thanksgiving(DAY_AFTER_THANKSGIVING).from(2014).of(us("WA")),
        day_after_thanksgiving(DAY_AFTER_THANKSGIVING).from(2017).of(us("MI")),
        at(12, 24, CHRISTMAS_EVE).of(us("TX")),
        observed(12, 24, EVE, CHRISTMAS_EVE).of(us("TX")),
        at(12, 24, CHRISTMAS_EVE).from(2012).of(us("WI")),
        at(12, 24, CHRISTMAS_EVE).from(2013).of(us("KS MI NC")),
        observed(12, 24, EVE, CHRISTMAS_EVE).from(2013).of(us("KS MI NC WI")),
        at(12, 26, DAY_AFTER_CHRISTMAS).of(us("TX")),
        at(12, 26, DAY_AFTER_CHRISTMAS).from(2013).of(us("NC")),
        observed(12, 26, MORROW, DAY_AFTER_CHRISTMAS).from(2013).of(us("NC")),
        at(12, 31, NEW_YEARS_EVE).from(2012).of(us("WI")),
        at(12, 31, NEW_YEARS_EVE).from(2013).of(us("KY MI")),
        observed(12, 31, SAT_FRI, NEW_YEARS_EVE).from(2013).of(us("KY MI WI")),
        // State by state.
        nth(1, MON, 6, DAVIS).of(us("AL")),
        nth(-1, MON, 3, SEWARD).of(us("AK")),
        at(10, 18, ALASKA).of(us("AK")),
        observed(10, 18, NEAREST, ALASKA).of(us("AK")),
        once(2026, 11, 8, DIWALI).estimated().of(us("CA")),
        once(2027, 10, 29, DIWALI).estimated().of(us("CA")),
        once(2028, 10, 17, DIWALI).estimated().of(us("CA")),
        once(2029, 11, 5, DIWALI).estimated().of(us("CA")),
        once(2030, 10, 26, DIWALI).estimated().of(us("CA")),
        once(2031, 11, 14, DIWALI).estimated().of(us("CA")),
        once(2032, 11, 2, DIWALI).estimated().of(us("CA")),
        once(2033, 10, 22, DIWALI).estimated().of(us("CA")),
        once(2034, 11, 10, DIWALI).estimated().of(us("CA")),
        once(2035, 10, 30, DIWALI).estimated().of(us("CA")),
        nth(1, MON, 10, CABRINI).from(2020).of(us("CO")),
        at(4, 16, EMANCIPATION).from(2005).of(us("DC")),
        observed(4, 16, NEAREST, EMANCIPATION).from(2005).of(us("DC")),
        nth(4, MON, 4, STATE_HOLIDAY).between(2016, 2019).of(us("GA")),
        easter_plus(-2, STATE_HOLIDAY).from(2020).of(us("GA")),
        day_after_thanksgiving(LEE).until(2015).of(us("GA")),
        day_after_thanksgiving(STATE_HOLIDAY).from(2016).of(us("GA")),
        at(3, 26, KUHIO).of(us("HI")),
        observed(3, 26, NEAREST, KUHIO).of(us("HI")),
        at(6, 11, KAMEHAMEHA).of(us("HI")),
        observed(6, 11, NEAREST, KAMEHAMEHA).from(2011).of(us("HI")),
        nth(3, FRI, 8, STATEHOOD).of(us("HI")),
        nth(1, MON, 3, PULASKI).of(us("IL")),
        nth(1, MON, 5, PRIMARY).plus(1).even().between(2006, 2014).of(us("IN")),
        nth(1, MON, 5, PRIMARY).plus(1).from(2015).of(us("IN")),
        easter_plus(-47, MARDI_GRAS).of(us("LA")),
        at(5, 8, TRUMAN).of(us("MO")),
        observed(5, 8, NEAREST, TRUMAN).of(us("MO")),
        nth(-1, FRI, 4, ARBOR).of(us("NE")),
        at(10, 31, NEVADA).until(1999).of(us("NV")),
        observed(10, 31, NEAREST, NEVADA).until(1999).of(us("NV")),
        nth(-1, FRI, 10, NEVADA).from(2000).of(us("NV")),
        day_after_thanksgiving(FAMILY_DAY).of(us("NV")),
        nth(2, MON, 8, VICTORY_RI).of(us("RI")),
        at(1, 19, CONFEDERATE).of(us("TX")),
        at(3, 2, TEXAS_INDEPENDENCE).of(us("TX")),
        at(4, 21, SAN_JACINTO).of(us("TX")),
        at(6, 19, EMANCIPATION).until(2020).of(us("TX")),
        at(8, 27, JOHNSON).of(us("TX")),
        at(7, 24, PIONEER).of(us("UT")),
        observed(7, 24, NEAREST, PIONEER).of(us("UT")),
        nth(1, TUE, 3, TOWN_MEETING).of(us("VT")),
        at(8, 16, BENNINGTON).of(us("VT")),
        observed(8, 16, NEAREST, BENNINGTON).of(us("VT")),
        nth(3, MON, 1, LEE_JACKSON).plus(-3).between(2000, 2020).of(us("VA")),
        at(6, 20, WEST_VIRGINIA).of(us("WV")),
        observed(6, 20, NEAREST, WEST_VIRGINIA).of(us("WV")),
        // Territories.
        at(4, 17, SAMOA_FLAG).of(us("AS")),
        observed(4, 17, NEAREST, SAMOA_FLAG).of(us("AS")),
        at(7, 16, MANUA).of(us("AS")),
        observed(7, 16, NEAREST, MANUA).of(us("AS")),
        nth(2, SUN, 10, WHITE_SUNDAY).of(us("AS")),
        nth(1, MON, 3, GUAM_DISCOVERY).of(us("GU")),
        at(7, 21, GUAM_LIBERATION).of(us("GU")),
        at(11, 2, ALL_SOULS).of(us("GU")),
        at(12, 8, CAMARIN).of(us("GU")),
        at(3, 24, COVENANT).of(us("MP")),
        observed(3, 24, NEAREST, COVENANT).of(us("MP")),
        nth(2, MON, 10, CULTURAL_DAY).of(us("MP")),
        at(11, 4, MP_CITIZENSHIP).of(us("MP")),
        observed(11, 4, NEAREST, MP_CITIZENSHIP).of(us("MP")),
        at(12, 8, PR_CONSTITUTION).of(us("MP")),
        observed(12, 8, NEAREST, PR_CONSTITUTION).of(us("MP")),
        // Puerto Rico: eight holidays were given up or merged by the law of 2014.
        at(1, 6, EPIPHANY).of(us("PR VI")),
        nth(2, MON, 1, HOSTOS).until(2014).of(us("PR")),
        at(3, 22, EMANCIPATION).of(us("PR")),
        observed(3, 22, SUN_MON, EMANCIPATION).of(us("PR")),
        nth(3, MON, 4, DE_DIEGO).until(2014).of(us("PR")),
        nth(3, MON, 7, MUNOZ_RIVERA).until(2014).of(us("PR")),
        at(7, 25, PR_CONSTITUTION).of(us("PR")),
        observed(7, 25, SUN_MON, PR_CONSTITUTION).of(us("PR")),
        nth(4, MON, 7, BARBOSA).until(1993).of(us("PR")),
        at(7, 27, BARBOSA).between(1994, 2014).of(us("PR")),
        observed(7, 27, SUN_MON, BARBOSA).between(1994, 2014).of(us("PR")),
        at(10, 12, COLUMBUS).until(2013).of(us("PR")),
        observed(10, 12, SUN_MON, COLUMBUS).until(2013).of(us("PR")),
        nth(2, MON, 10, COLUMBUS).from(2014).of(us("PR")),
        at(11, 19, PR_DISCOVERY).of(us("PR")),
        observed(11, 19, SUN_MON, PR_DISCOVERY).of(us("PR")),
        at(3, 31, TRANSFER_DAY).of(us("VI")),
        easter_plus(-3, MAUNDY_THURSDAY).of(us("VI")),
        easter_plus(1, EASTER_MONDAY).of(us("VI")),
        at(7, 3, EMANCIPATION).of(us("VI")),
        at(11, 1, LIBERTY_DAY).of(us("VI")),
        at(12, 26, SECOND_CHRISTMAS).of(us("VI")),
    ],
};

const REGIONS: &str = "\
US United States|États-Unis
US-AL Alabama
US-AK Alaska
US-AZ Arizona
US-AR Arkansas
US-CA California|Californie
US-CO Colorado
US-CT Connecticut
US-DE Delaware
US-DC District of Columbia|District de Columbia
US-FL Florida|Floride
US-GA Georgia|Géorgie
US-HI Hawaii|Hawaï
US-ID Idaho
US-IL Illinois
US-IN Indiana
US-IA Iowa
US-KS Kansas
US-KY Kentucky
US-LA Louisiana|Louisiane
US-ME Maine
US-MD Maryland
US-MA Massachusetts
US-MI Michigan
US-MN Minnesota
US-MS Mississippi
US-MO Missouri
US-MT Montana
US-NE Nebraska
US-NV Nevada
US-NH New Hampshire
US-NJ New Jersey
US-NM New Mexico|Nouveau-Mexique
US-NY New York
US-NC North Carolina|Caroline du Nord
US-ND North Dakota|Dakota du Nord
US-OH Ohio
US-OK Oklahoma
US-OR Oregon
US-PA Pennsylvania|Pennsylvanie
US-RI Rhode Island
US-SC South Carolina|Caroline du Sud
US-SD South Dakota|Dakota du Sud
US-TN Tennessee
US-TX Texas
US-UT Utah
US-VT Vermont
US-VA Virginia|Virginie
US-WA Washington
US-WV West Virginia|Virginie-Occidentale
US-WI Wisconsin
US-WY Wyoming
US-AS American Samoa|Samoa américaines
US-GU Guam
US-MP Northern Mariana Islands|Îles Mariannes du Nord
US-PR Puerto Rico|Porto Rico
US-UM Minor Outlying Islands|Îles mineures éloignées
US-VI Virgin Islands|Îles Vierges";
