use entretien::takeover::{Takeover, TakeoverReader};
#[test]
fn show() {
    let root = entretien_tests::shared("x").unwrap();
    for f in std::fs::read_dir(root.join("data/inventory/snipeit-csv")).unwrap() {
        let p = f.unwrap().path();
        let mut r = TakeoverReader::new();
        r.read(&p.file_name().unwrap().to_string_lossy(), &std::fs::read(&p).unwrap());
        let t: Takeover = r.finish();
        let mut c = std::collections::BTreeMap::new();
        for d in &t.diagnostics { *c.entry(d.code).or_insert(0) += 1; }
        println!("== {p:?} read {} refused {:?} passed {:?}\n assets {} lic {} cons {} sites {} att {:?}\n codes {c:?}\n unused {:?}", t.files_read, t.refused, t.passed_over, t.assets.len(), t.licences.len(), t.consumables.len(), t.sites.len(), t.attached, t.unused);
        for d in t.diagnostics.iter().take(12) { println!("   {} {} {}", d.code, d.pointer, d.message); }
        for a in t.assets.iter().take(2) { println!("   {a:?}"); }
        for a in t.licences.iter().take(2) { println!("   {a:?}"); }
        for a in t.consumables.iter().take(3) { println!("   {a:?}"); }
    }
}
