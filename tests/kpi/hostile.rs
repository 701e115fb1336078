//! Files that were damaged: whatever is read from them is a log, and a log has indicators.

use entretien::error::Error;
use entretien::intervention::{
    GlpiReader, Import, IncidentReader, InterventionReader, Log, Mapping,
};
use entretien::kpi::{Dimension, KpiAccumulator, KpiTerms, KpiTermsParts};
use entretien::time::Zone;
use entretien_tests::Random;
use proptest::prelude::*;

const EVENTS: &str = "number,incident_state,reassignment_count,reopen_count,made_sla,opened_at,sys_updated_at,category,priority,resolved_at,closed_at
0000045,New,0,0,true,2016-02-29T01:16,2016-02-29T01:23,55,3,?,?
0000045,Awaiting User Info,1,0,true,2016-02-29T01:16,2016-02-29T08:53,55,3,?,?
0000045,Resolved,1,0,true,2016-02-29T01:16,2016-02-29T11:29,55,3,2016-02-29T11:29,2016-03-05T12:00
0000047,Active,0,0,false,2016-02-29T04:40,2016-02-29T05:00,40,2,?,?
";
const INCIDENTS: &str =
    "N° d'incident;Équipement;Site;Catégorie;Priorité;Ouvert le;Résolu le;Nombre de réouvertures
I-1;srv-1;Lyon;Réseau;P1;29/02/2024 08:00;29/02/2024 10:30;0
I-2;\"srv-2\";Paris;\"a;b\"\"c\";P2;31/03/2024 02:30;;1
";
const WORKS: &str = "id;kind;status;begun;ended;labour minutes;cost;asset;due
W-1;preventive;done;2024-02-29 08:00;2024-02-29 09:30;90;1 234,50 €;srv-1;2024-03-01
W-2;corrective;planned;;;;;srv-2;
";
const GLPI: &str = r#"[{"id":7,"name":"Panne","status":5,"type":1,"priority":3,"date":"2024-02-29 08:00:00",
"takeintoaccountdate":"2024-02-29 08:10:00","solvedate":"2024-02-29 10:00:00","closedate":null,"itilcategories_id":"Réseau",
"waiting_duration":600},{"id":"8","status":2,"date":"2024-03-01 08:00:00"}]"#;

fn damaged(text: &str, random: &mut Random) -> Vec<u8> {
    let mut bytes = text.as_bytes().to_vec();
    for _ in 0..random.below(6_u32) {
        if bytes.is_empty() {
            break;
        }
        let place = random.below(bytes.len());
        match random.below(5_u32) {
            0 => bytes[place] = u8::try_from(random.below(256_u32)).expect("a byte"),
            1 => drop(bytes.remove(place)),
            2 => bytes.insert(
                place,
                *b",;\"\n0-9{}[]T\0\xff".get(random.below(16_usize)).unwrap_or(&b'x'),
            ),
            3 => bytes.truncate(place),
            _ => {
                let end = (place + random.below(40_usize)).min(bytes.len());
                let piece = bytes[place..end].to_vec();
                let at = random.below(bytes.len());
                bytes.splice(at..at, piece);
            }
        }
    }
    bytes
}

fn read(kind: u32, bytes: &[u8], chunk: usize) -> Result<Import, Error> {
    let pieces = || bytes.chunks(chunk);
    match kind {
        0 | 1 => {
            let mapping = Mapping::new(Zone::PARIS);
            let reader = if kind == 0 {
                IncidentReader::of_events(mapping)
            } else {
                IncidentReader::new(mapping)
            };
            let mut reader = reader.expect("a reader");
            pieces().try_for_each(|piece| reader.push(piece))?;
            reader.finish()
        }
        2 => {
            let mut reader = InterventionReader::new(Mapping::new(Zone::PARIS)).expect("a reader");
            pieces().try_for_each(|piece| reader.push(piece))?;
            reader.finish()
        }
        _ => {
            let mut reader = GlpiReader::new(Zone::PARIS);
            pieces().try_for_each(|piece| reader.push(piece))?;
            reader.finish()
        }
    }
}

#[test]
fn undamaged_files_are_read() {
    for (kind, text, incidents, works) in
        [(0, EVENTS, 2, 0), (1, INCIDENTS, 2, 0), (2, WORKS, 0, 2), (3, GLPI, 2, 0)]
    {
        let import = read(kind, text.as_bytes(), 7).expect("an import");
        assert_eq!(
            (import.parts.incidents.len(), import.parts.interventions.len()),
            (incidents, works)
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, ..ProptestConfig::default() })]
    #[test]
    fn damaged_files_give_logs_or_faults(seed in any::<u64>()) {
        let random = &mut Random(seed);
        let kind = random.below(4_u32);
        let text = [EVENTS, INCIDENTS, WORKS, GLPI][usize::try_from(kind).expect("small")];
        let bytes = damaged(text, random);
        let whole = read(kind, &bytes, bytes.len().max(1));
        let pieces = read(kind, &bytes, 1 + random.below(20_usize));
        prop_assert_eq!(whole.as_ref().ok(), pieces.as_ref().ok(), "the pieces of a file do not count");
        let Ok(import) = whole else { return Ok(()) };
        let log = Log::new(import.parts);
        prop_assert!(log.is_ok(), "what an importer keeps is a log: {:?}", log.err());
        let log = log.expect("a log");
        let mut parts = KpiTermsParts::new((1_400_000_000, 1_800_000_000), 1_800_000_000, Zone::PARIS);
        parts.dimensions = vec![Dimension::Category, Dimension::Site];
        let mut gathered = KpiAccumulator::new(KpiTerms::new(parts).expect("a question"));
        gathered.push_log(&log);
        let kpis = gathered.answers(0.9).expect("answers");
        prop_assert!(kpis.to_json().parse::<serde_json::Value>().is_ok());
    }
}

/// The end of a value and the begin of the next are no letter together, however the row is read.
#[test]
fn letters_do_not_reach_over_values() {
    let bytes = b"id;Lieu;Site\nI-1;\xE2\x82;\xACx\n";
    for chunk in [1, 7, 100] {
        let import = read(1, bytes, chunk).expect("an import");
        let site =
            import.parts.incidents[0].site.map(|site| import.parts.terms.text(site).to_owned());
        assert_eq!(site.as_deref(), Some("¬x"), "in pieces of {chunk}");
        assert_eq!(import.diagnostics[0].code, "TAK-018");
    }
}
