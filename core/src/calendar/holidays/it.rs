//! Italy: law 260 of 27 May 1949 and law 54 of 5 March 1977, with Epiphany again since 1986, the Republic on
//! 2 June again since 2001, and Saint Francis since 2026 (law 151 of 8 October 2025). Each province adds the
//! feast of the patron of its chief town, Bolzano Whit Monday. National Unity is kept on the first Sunday
//! of November.

use super::Table;
use super::names::*;
use super::rule::{SUN, TUE, at, easter_plus, nth, once, towns};

const CLASSES: &str = "\
- AG AL AN AO AP AQ AR AT AV BA BG BI BL BN BO BR BS BT BZ CA CB CE CH CL CN CO CR CS CT \
CZ EN FC FE FG FI FM FR GE GO GR IM IS KR LC LE LI LO LT LU MB MC ME MI MN MO MS MT NA NO \
NU OR PA PC PD PE PG PI PN PO PR PT PU PV PZ RA RC RE RG RI RM RN RO SA SI SO SP SR SS SU \
SV TA TE TN TO TP TR TS TV UD VA VB VC VE VI VR VT VV Andria Barletta Cesena Forli Pesaro \
Trani Urbino";

const fn it(codes: &str) -> u64 {
    towns(CLASSES, codes)
}

pub(super) static TABLE: Table = Table {
    since: 1986,
    decreed_to: 9999,
    of_towns: true,
    classes: CLASSES,
    regions: REGIONS,
    rules: &[
        at(1, 1, NEW_YEAR),
        at(1, 6, EPIPHANY),
        easter_plus(0, EASTER_SUNDAY),
        easter_plus(1, EASTER_MONDAY),
        easter_plus(50, WHIT_MONDAY).from(1993).of(it("BZ")),
        once(2011, 3, 17, ITALY_150),
        at(4, 25, ITALY_LIBERATION),
        at(5, 1, LABOUR_DAY),
        nth(1, SUN, 6, REPUBLIC_DAY).until(2000),
        at(6, 2, REPUBLIC_DAY).from(2001),
        at(8, 15, ASSUMPTION),
        at(10, 4, SAINT_FRANCIS).from(2026),
        at(11, 1, ALL_SAINTS),
        nth(1, SUN, 11, ITALY_UNITY),
        at(12, 8, IMMACULATE),
        at(12, 25, CHRISTMAS),
        at(12, 26, SAINT_STEPHEN),
        at(2, 25, P_GERLANDO).of(it("AG")),
        at(11, 10, P_BAUDOLINO).of(it("AL")),
        at(5, 4, P_CIRIACO).of(it("AN")),
        at(9, 7, P_GRATO).of(it("AO")),
        at(8, 5, P_EMIDIO).of(it("AP")),
        at(6, 10, P_MASSIMO).of(it("AQ")),
        at(8, 7, P_DONATO).of(it("AR")),
        nth(1, TUE, 5, P_SECONDO).of(it("AT")),
        at(2, 14, P_MODESTINO).of(it("AV")),
        at(12, 6, P_NICOLA).of(it("BA LC SS")),
        at(8, 26, P_ALESSANDRO).of(it("BG")),
        at(11, 11, P_MARTINO).of(it("BL")),
        at(8, 24, P_BARTOLOMEO).of(it("BN")),
        at(10, 4, P_PETRONIO).of(it("BO")),
        nth(1, SUN, 9, P_TEODORO).of(it("BR")),
        at(2, 15, P_FAUSTINO).of(it("BS")),
        at(5, 3, P_NICOLA_PELLEGRINO).of(it("BT Trani")),
        nth(3, SUN, 9, P_RICCARDO).of(it("BT Andria")),
        at(12, 30, P_RUGGERO).of(it("BT Barletta")),
        at(10, 30, P_SATURNINO).of(it("CA")),
        at(4, 23, P_GIORGIO).of(it("CB FE RC RG")),
        at(1, 20, P_SEBASTIANO).of(it("CE")),
        at(5, 11, P_GIUSTINO).of(it("CH")),
        at(9, 29, P_MICHELE).of(it("CL CN")),
        at(8, 31, P_ABBONDIO).of(it("CO")),
        at(11, 13, P_OMOBONO).of(it("CR")),
        at(2, 12, P_PILERIO).of(it("CS")),
        at(2, 5, P_AGATA).of(it("CT")),
        at(7, 16, P_VITALIANO).of(it("CZ")),
        at(7, 2, P_VISITAZIONE).of(it("EN")),
        at(2, 4, P_FUOCO).of(it("FC Forli")),
        at(6, 24, P_GIOVANNI).of(it("FC FI GE MB TO Cesena")),
        at(8, 29, P_GIOVANNI).of(it("RG")),
        at(3, 22, P_SETTE_VELI).of(it("FG")),
        at(8, 16, P_FERMO).of(it("FM")),
        at(6, 20, P_SILVERIO).of(it("FR")),
        at(3, 16, P_ILARIO_TAZIANO).of(it("GO")),
        at(8, 10, P_LORENZO).of(it("GR")),
        at(11, 26, P_LEONARDO).of(it("IM")),
        at(5, 19, P_CELESTINO).of(it("IS")),
        at(10, 9, P_DIONIGI).of(it("KR")),
        at(8, 26, P_ORONZO).of(it("LE")),
        at(5, 22, P_GIULIA).of(it("LI")),
        at(1, 19, P_BASSIANO).of(it("LO")),
        at(7, 6, P_GORETTI).of(it("LT")),
        at(7, 12, P_PAOLINO).of(it("LU")),
        at(8, 31, P_GIULIANO).of(it("MC")),
        at(6, 3, P_LETTERA).of(it("ME")),
        at(12, 7, P_AMBROGIO).of(it("MI")),
        at(3, 18, P_ANSELMO).of(it("MN")),
        at(1, 31, P_GEMINIANO).of(it("MO")),
        at(10, 4, P_FRANCESCO).of(it("MS PG")),
        at(7, 2, P_BRUNA).of(it("MT")),
        at(9, 19, P_GENNARO).of(it("NA")),
        at(1, 22, P_GAUDENZIO).of(it("NO")),
        at(10, 14, P_GAUDENZIO).of(it("RN")),
        at(8, 5, P_NEVE).of(it("NU")),
        at(2, 13, P_ARCHELAO).of(it("OR")),
        at(7, 15, P_ROSALIA).of(it("PA")),
        at(7, 4, P_ANTONINO).of(it("PC")),
        at(6, 13, P_ANTONIO).of(it("PD")),
        at(10, 10, P_CETTEO).of(it("PE")),
        at(8, 11, P_CHIARA).of(it("PG")),
        at(6, 17, P_RANIERI).of(it("PI")),
        at(9, 8, P_GRAZIE).of(it("PN")),
        at(1, 13, P_ILARIO).of(it("PR")),
        at(7, 25, P_JACOPO).of(it("PT")),
        at(6, 1, P_CRESCENTINO).of(it("PU Urbino")),
        at(9, 24, P_TERENZIO).of(it("PU Pesaro")),
        at(12, 9, P_SIRO).of(it("PV")),
        at(5, 30, P_GERARDO).of(it("PZ")),
        at(7, 23, P_APOLLINARE).of(it("RA")),
        at(11, 24, P_PROSPERO).of(it("RE")),
        at(12, 4, P_BARBARA).of(it("RI")),
        at(6, 29, P_PIETRO_PAOLO).of(it("RM")),
        at(11, 26, P_BELLINO).of(it("RO")),
        at(9, 21, P_MATTEO).of(it("SA")),
        at(12, 1, P_ANSANO).of(it("SI")),
        at(6, 19, P_GERVASIO).of(it("SO")),
        at(3, 19, P_GIUSEPPE).of(it("SP")),
        at(12, 13, P_LUCIA).of(it("SR")),
        nth(2, SUN, 5, P_PONZIANO).plus(4).of(it("SU")),
        at(3, 18, P_MISERICORDIA).of(it("SV")),
        at(5, 10, P_CATALDO).of(it("TA")),
        at(12, 19, P_BERARDO).of(it("TE")),
        at(6, 26, P_VIGILIO).of(it("TN")),
        at(8, 7, P_ALBERTO).of(it("TP")),
        at(2, 14, P_VALENTINO).of(it("TR")),
        at(11, 3, P_GIUSTO).of(it("TS")),
        at(4, 27, P_LIBERALE).of(it("TV")),
        at(7, 12, P_ERMACORA).of(it("UD")),
        at(5, 8, P_VITTORE).of(it("VA VB")),
        at(8, 1, P_EUSEBIO).of(it("VC")),
        at(11, 21, P_SALUTE).of(it("VE")),
        at(9, 8, P_MONTE_BERICO).of(it("VI")),
        at(5, 21, P_ZENO).of(it("VR")),
        at(9, 4, P_ROSA).of(it("VT")),
        at(3, 1, P_LEOLUCA).of(it("VV")),
    ],
};

const REGIONS: &str = "\
IT Italy|Italie
IT-AG Agrigento
IT-AL Alessandria
IT-AN Ancona
IT-AO Aosta
IT-AP Ascoli Piceno
IT-AQ L'Aquila
IT-AR Arezzo
IT-AT Asti
IT-AV Avellino
IT-BA Bari
IT-BG Bergamo
IT-BI Biella
IT-BL Belluno
IT-BN Benevento
IT-BO Bologna
IT-BR Brindisi
IT-BS Brescia
IT-BT Barletta-Andria-Trani
IT-BZ Bolzano
IT-CA Cagliari
IT-CB Campobasso
IT-CE Caserta
IT-CH Chieti
IT-CL Caltanissetta
IT-CN Cuneo
IT-CO Como
IT-CR Cremona
IT-CS Cosenza
IT-CT Catania
IT-CZ Catanzaro
IT-EN Enna
IT-FC Forlì-Cesena
IT-FE Ferrara
IT-FG Foggia
IT-FI Firenze
IT-FM Fermo
IT-FR Frosinone
IT-GE Genova
IT-GO Gorizia
IT-GR Grosseto
IT-IM Imperia
IT-IS Isernia
IT-KR Crotone
IT-LC Lecco
IT-LE Lecce
IT-LI Livorno
IT-LO Lodi
IT-LT Latina
IT-LU Lucca
IT-MB Monza e Brianza
IT-MC Macerata
IT-ME Messina
IT-MI Milano
IT-MN Mantova
IT-MO Modena
IT-MS Massa-Carrara
IT-MT Matera
IT-NA Napoli
IT-NO Novara
IT-NU Nuoro
IT-OR Oristano
IT-PA Palermo
IT-PC Piacenza
IT-PD Padova
IT-PE Pescara
IT-PG Perugia
IT-PI Pisa
IT-PN Pordenone
IT-PO Prato
IT-PR Parma
IT-PT Pistoia
IT-PU Pesaro e Urbino
IT-PV Pavia
IT-PZ Potenza
IT-RA Ravenna
IT-RC Reggio Calabria
IT-RE Reggio Emilia
IT-RG Ragusa
IT-RI Rieti
IT-RM Roma
IT-RN Rimini
IT-RO Rovigo
IT-SA Salerno
IT-SI Siena
IT-SO Sondrio
IT-SP La Spezia
IT-SR Siracusa
IT-SS Sassari
IT-SU Sud Sardegna
IT-SV Savona
IT-TA Taranto
IT-TE Teramo
IT-TN Trento
IT-TO Torino
IT-TP Trapani
IT-TR Terni
IT-TS Trieste
IT-TV Treviso
IT-UD Udine
IT-VA Varese
IT-VB Verbano-Cusio-Ossola
IT-VC Vercelli
IT-VE Venezia
IT-VI Vicenza
IT-VR Verona
IT-VT Viterbo
IT-VV Vibo Valentia
IT-Andria Andria
IT-Barletta Barletta
IT-Cesena Cesena
IT-Forli Forlì
IT-Pesaro Pesaro
IT-Trani Trani
IT-Urbino Urbino";
