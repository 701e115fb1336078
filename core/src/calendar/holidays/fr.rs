//! France: Code du travail, L3133-1; Alsace-Moselle, L3134-13; overseas, L3422-2 and the codes of the
//! territories. The years are those of the laws of 6 July 1880 (14 July), 8 March 1886 (Easter and Whit
//! Monday), 24 October 1922 (11 November), 29 April 1948 (1 May), 20 March 1953, 11 October 1959 and
//! 2 October 1981 (8 May), 30 June 1983 (abolition of slavery).
//!
//! Whit Monday stayed a public holiday from 2005 to 2007, when it was the usual day of solidarity.

use super::Table;
use super::names::*;
use super::rule::{at, easter_plus, only};

const CLASSES: &str = "- 57 971 972 973 974 976 BL MF NC PF WF";

const fn fr(codes: &str) -> u64 {
    only(CLASSES, codes)
}

pub(super) static TABLE: Table = Table {
    since: 1583,
    decreed_to: 9999,
    of_towns: false,
    classes: CLASSES,
    regions: REGIONS,
    rules: &[
        at(1, 1, NEW_YEAR),
        at(3, 5, GOSPEL_DAY).from(1978).of(fr("PF")),
        easter_plus(-24, MID_LENT).from(1984).of(fr("971")),
        easter_plus(-2, GOOD_FRIDAY).of(fr("57")),
        easter_plus(-2, GOOD_FRIDAY).from(1984).of(fr("971 PF")),
        easter_plus(1, EASTER_MONDAY).from(1886),
        at(4, 27, ABOLITION).from(1984).of(fr("976")),
        at(4, 28, PETER_CHANEL).from(1984).of(fr("WF")),
        at(5, 1, LABOUR_DAY).from(1948),
        at(5, 8, VICTORY_DAY).between(1953, 1959),
        at(5, 8, VICTORY_DAY).from(1982),
        easter_plus(39, ASCENSION),
        easter_plus(50, WHIT_MONDAY).from(1886),
        at(5, 22, ABOLITION).from(1984).of(fr("972")),
        at(5, 27, ABOLITION).from(1984).of(fr("971")),
        at(5, 28, ABOLITION).from(2012).of(fr("MF")),
        at(6, 10, ABOLITION).from(1984).of(fr("973")),
        at(6, 29, AUTONOMY_DAY).between(1985, 2024).of(fr("PF")),
        at(6, 29, PETER_PAUL).from(1984).of(fr("WF")),
        at(7, 14, NATIONAL_DAY).from(1880),
        at(7, 21, SCHOELCHER).from(1984).of(fr("971 972")),
        at(7, 21, SCHOELCHER).from(2012).of(fr("MF")),
        at(7, 29, TERRITORY_DAY).from(1984).of(fr("WF")),
        at(8, 15, ASSUMPTION),
        at(9, 24, CITIZENSHIP_DAY).from(1953).of(fr("NC")),
        at(10, 9, ABOLITION).from(2012).of(fr("BL")),
        at(11, 1, ALL_SAINTS),
        at(11, 11, ARMISTICE).from(1922),
        at(11, 20, MATARII).from(2025).of(fr("PF")),
        at(12, 20, ABOLITION).from(1983).of(fr("974")),
        at(12, 25, CHRISTMAS),
        at(12, 26, SAINT_STEPHEN).of(fr("57")),
    ],
};

const REGIONS: &str = "\
FR France
FR-01 Ain
FR-02 Aisne
FR-03 Allier
FR-04 Alpes-de-Haute-Provence
FR-05 Hautes-Alpes
FR-06 Alpes-Maritimes
FR-07 Ardèche
FR-08 Ardennes
FR-09 Ariège
FR-10 Aube
FR-11 Aude
FR-12 Aveyron
FR-13 Bouches-du-Rhône
FR-14 Calvados
FR-15 Cantal
FR-16 Charente
FR-17 Charente-Maritime
FR-18 Cher
FR-19 Corrèze
FR-2A Corse-du-Sud
FR-2B Haute-Corse
FR-21 Côte-d'Or
FR-22 Côtes-d'Armor
FR-23 Creuse
FR-24 Dordogne
FR-25 Doubs
FR-26 Drôme
FR-27 Eure
FR-28 Eure-et-Loir
FR-29 Finistère
FR-30 Gard
FR-31 Haute-Garonne
FR-32 Gers
FR-33 Gironde
FR-34 Hérault
FR-35 Ille-et-Vilaine
FR-36 Indre
FR-37 Indre-et-Loire
FR-38 Isère
FR-39 Jura
FR-40 Landes
FR-41 Loir-et-Cher
FR-42 Loire
FR-43 Haute-Loire
FR-44 Loire-Atlantique
FR-45 Loiret
FR-46 Lot
FR-47 Lot-et-Garonne
FR-48 Lozère
FR-49 Maine-et-Loire
FR-50 Manche
FR-51 Marne
FR-52 Haute-Marne
FR-53 Mayenne
FR-54 Meurthe-et-Moselle
FR-55 Meuse
FR-56 Morbihan
FR-57 Moselle
FR-58 Nièvre
FR-59 Nord
FR-60 Oise
FR-61 Orne
FR-62 Pas-de-Calais
FR-63 Puy-de-Dôme
FR-64 Pyrénées-Atlantiques
FR-65 Hautes-Pyrénées
FR-66 Pyrénées-Orientales
FR-67=57 Bas-Rhin
FR-68=57 Haut-Rhin
FR-69 Rhône
FR-70 Haute-Saône
FR-71 Saône-et-Loire
FR-72 Sarthe
FR-73 Savoie
FR-74 Haute-Savoie
FR-75 Paris
FR-76 Seine-Maritime
FR-77 Seine-et-Marne
FR-78 Yvelines
FR-79 Deux-Sèvres
FR-80 Somme
FR-81 Tarn
FR-82 Tarn-et-Garonne
FR-83 Var
FR-84 Vaucluse
FR-85 Vendée
FR-86 Vienne
FR-87 Haute-Vienne
FR-88 Vosges
FR-89 Yonne
FR-90 Territoire de Belfort
FR-91 Essonne
FR-92 Hauts-de-Seine
FR-93 Seine-Saint-Denis
FR-94 Val-de-Marne
FR-95 Val-d'Oise
FR-6AE=57 Alsace
FR-20R Corsica|Corse
FR-69M Lyon Metropolis|Métropole de Lyon
FR-75C Paris
FR-971 Guadeloupe
FR-972 Martinique
FR-973 French Guiana|Guyane
FR-974 Réunion|La Réunion
FR-976 Mayotte
FR-BL Saint-Barthélemy
FR-MF Saint-Martin
FR-NC New Caledonia|Nouvelle-Calédonie
FR-PF French Polynesia|Polynésie française
FR-PM Saint-Pierre-et-Miquelon
FR-TF French Southern Territories|Terres australes françaises
FR-WF Wallis and Futuna|Wallis-et-Futuna";
