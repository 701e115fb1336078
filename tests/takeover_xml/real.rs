//! Temporary.
use super::{codes, fields, folder, take, take_one};
use entretien_tests::shared;
#[test]
fn dump() {
    let root = shared("x").unwrap();
    for f in ["agent-xml", "ocs-json"] {
        let all = folder(&root, f);
        for (name, bytes) in &all {
            let t = take_one(name, bytes);
            println!("== {name} read {} refused {:?} passed {:?}", t.files_read, t.refused, t.passed_over);
            println!("   {:?}", codes(&t));
            for d in t.diagnostics.iter().take(8) { println!("   {} {} {}", d.code, d.pointer, d.message); }
            println!("   attached {:?} unused {:?}", t.attached, t.unused);
            for a in &t.assets { println!("  {} {:?}", a.id, fields(a).iter().filter(|(k,v)| **k != "software" && *v != "None" && *v != "[]" ).map(|(k,v)| format!("{k}={}", v.chars().take(200).collect::<String>())).collect::<Vec<_>>()); println!("   soft {}", a.facts.software.len()); }
        }
        let t = take(&all);
        println!("ALL {f}: read {} assets {} {:?} refused {} {:?} {:?}", t.files_read, t.assets.len(), codes(&t), t.refused.len(), t.attached, t.unused);
    }
}
