//! Temporary.
use entretien::takeover::TakeoverReader;
use entretien_tests::shared;
#[test]
fn dump() {
    let root = shared("x").unwrap();
    let mut reader = TakeoverReader::new();
    for e in std::fs::read_dir(root.join("data/inventory/itop-xml")).unwrap() {
        let p = e.unwrap().path();
        reader.read(&p.file_name().unwrap().to_string_lossy(), &std::fs::read(&p).unwrap());
    }
    let t = reader.finish();
    println!("read {} refused {:?} passed {:?}", t.files_read, t.refused, t.passed_over);
    for a in &t.assets { let f=&a.facts; println!("{} {} {} {:?} {:?} tags {:?} | {:?} {:?} {:?} {:?} {:?} pur {:?} war {:?} loc {:?} life {:?} db {:?}", a.id, a.name, a.category.code(), a.site, a.criticality, a.tags, f.serial, f.manufacturer, f.model, f.os, f.os_version, f.purchase.map(|d| d.to_string()), f.warranty_end.map(|d| d.to_string()), f.location, f.lifecycle, f.databases); }
    for d in &t.diagnostics { println!("{} {} {} {}", d.code, d.source, d.pointer, d.message); }
    println!("{:#?}", (&t.contracts, &t.sites, &t.attached, &t.unused, &t.duplicates));
    for r in &t.relations { println!("{:?} {} -> {}", r.kind, r.from, r.to); }
}
