//! The manners of the source tree, as tests: ranks, sizes, faces, codes.
use entretien::error::codes;
use entretien_tests::{files_below, text};
use std::collections::BTreeMap;

/// A module uses only modules of ranks strictly below its own.
const RANKS: &[(&str, u32)] = &[
    ("error", 0),
    ("order", 0),
    ("id", 1),
    ("quantity", 1),
    ("time", 1),
    ("text", 1),
    ("calendar", 2),
    ("inventory", 2),
    ("reliability", 2),
    ("support", 2),
    ("tabular", 2),
    ("recurrence", 3),
    ("contract", 4),
    ("takeover", 5),
    ("intervention", 5),
    ("audit", 6),
    ("renewal", 6),
    ("plan", 7),
    ("kpi", 8),
    ("sourcing", 9),
    ("report", 10),
    ("engagement", 11),
    ("document", 12),
];

/// Where each module shows in the bindings: a name of the Python stub and one of the TypeScript types.
/// Modules that have no face of their own say through which document field they are reached.
const FACES: &[(&str, Face)] = &[
    ("error", Face::Names("class Fault", "interface Fault")),
    ("id", Face::Through("ids are plain strings in both languages")),
    ("quantity", Face::Through("amounts are fields of asset rows")),
    ("time", Face::Through("datetime.date in Python, ISO strings in TypeScript")),
    ("text", Face::Through("the `lang` argument")),
    ("calendar", Face::Names("class WorkCalendar", "class WorkCalendar")),
    ("inventory", Face::Names("class Inventory", "class Inventory")),
    ("recurrence", Face::Names("class RuleSet", "class RuleSet")),
    ("contract", Face::Names("class ServiceLevels", "class Contracts")),
    ("takeover", Face::Names("class Inventory", "class InventoryReader")),
    ("reliability", Face::Names("def age_replacement", "ageReplacement(")),
    ("support", Face::Names("class SupportCatalogue", "class SupportCatalogue")),
    ("audit", Face::Names("class Audit", "class Audit")),
    ("renewal", Face::Names("class Renewals", "class Renewals")),
    ("intervention", Face::Names("def from_events", "fromEvents(")),
    ("kpi", Face::Names("class KpiAccumulator", "class KpiAccumulator")),
    ("plan", Face::Names("class Plan", "class Plan")),
    ("sourcing", Face::Names("class Sourcing", "class Sourcing")),
    ("report", Face::Names("def to_html", "toHtml(")),
    ("engagement", Face::Names("class Engagement", "class Engagement")),
    ("document", Face::Names("def from_json", "fromJson(")),
];

enum Face {
    Names(&'static str, &'static str),
    Through(&'static str),
}

fn has_ending(name: &str, endings: &[&str]) -> bool {
    endings.iter().any(|ending| name.ends_with(ending))
}

/// The modules of the core that are declared with `keyword`.
fn modules(keyword: &str) -> Vec<String> {
    text("core/src/lib.rs")
        .lines()
        .filter_map(|line| line.strip_prefix(keyword)?.strip_suffix(';').map(str::to_owned))
        .collect()
}

/// Private modules have a rank too; only what users see needs a face.
#[test]
fn every_module_has_a_rank_and_a_face() {
    let (public, private) = (modules("pub mod "), modules("mod "));
    for module in public.iter().chain(&private) {
        assert!(RANKS.iter().any(|(name, _)| name == module), "no rank for `{module}`");
    }
    for module in &public {
        assert!(FACES.iter().any(|(name, _)| name == module), "no face for `{module}`");
    }
    assert_eq!(public.len() + private.len(), RANKS.len(), "a rank without a module");
    assert_eq!(public.len(), FACES.len(), "a face without a module");
}

#[test]
fn ranks_point_down() {
    let rank = |name: &str| RANKS.iter().find(|(module, _)| *module == name).map(|(_, rank)| *rank);
    for file in files_below("core/src") {
        let parts: Vec<_> = file.iter().map(|part| part.to_string_lossy().into_owned()).collect();
        let module = parts.get(2).expect("core/src/<module>").trim_end_matches(".rs").to_owned();
        let Some(own) = rank(&module) else { continue };
        let source = text(&file.to_string_lossy());
        // Doc comments show users how modules work together; they do not make a dependency.
        for line in source.lines().filter(|line| !line.trim_start().starts_with("//")) {
            for piece in line.split("crate::").skip(1) {
                let used: String =
                    piece.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_').collect();
                if let Some(other) = rank(&used).filter(|_| used != module) {
                    assert!(
                        other < own,
                        "{}: `{module}` ({own}) uses `{used}` ({other})",
                        file.display()
                    );
                }
            }
        }
    }
}

#[test]
fn files_stay_under_500_lines() {
    let mut long = Vec::new();
    for folder in ["core", "bindings-python", "bindings-wasm", "examples", "benches", "tests"] {
        for file in files_below(folder) {
            let name = file.to_string_lossy().into_owned();
            let is_source = has_ending(&name, &[".rs", ".py", ".ts", ".mjs", ".css", ".js"]);
            // The snapshot of types is what the generators write.
            let written = name.contains("/dist/") || name.starts_with("bindings-wasm/types/");
            if !is_source || written {
                continue;
            }
            let content = text(&name);
            let generated = content.lines().take(3).any(|line| line.contains("Generated from"));
            if !generated && content.lines().count() > 500 {
                long.push(name);
            }
        }
    }
    assert!(long.is_empty(), "files over 500 lines: {long:?}");
}

#[test]
fn both_bindings_show_each_module() {
    let stub: String = files_below("bindings-python/python")
        .iter()
        .map(|file| file.to_string_lossy().into_owned())
        .filter(|name| has_ending(name, &[".pyi", ".py"]))
        .map(|name| text(&name))
        .collect();
    let types: String = files_below("bindings-wasm")
        .iter()
        .map(|file| file.to_string_lossy().into_owned())
        .filter(|name| has_ending(name, &[".d.ts"]))
        .map(|name| text(&name))
        .collect();
    for (module, face) in FACES {
        match face {
            Face::Names(python, typescript) => {
                assert!(stub.contains(python), "Python lacks `{python}` of `{module}`");
                assert!(
                    types.contains(typescript),
                    "TypeScript lacks `{typescript}` of `{module}`"
                );
            }
            Face::Through(how) => assert!(!how.is_empty(), "`{module}` says how it is reached"),
        }
    }
}

#[test]
fn codes_are_unique_documented_and_exercised() {
    let mut seen = BTreeMap::new();
    let mut uses = String::new();
    for folder in ["tests", "bindings-python/tests", "bindings-wasm/tests"] {
        for file in files_below(folder) {
            let name = file.to_string_lossy().into_owned();
            let is_case = has_ending(&name, &[".rs", ".jsonl", ".toml", ".py", ".ts", ".mjs"]);
            if is_case {
                uses.push_str(&text(&name));
            }
        }
    }
    let mut idle = Vec::new();
    for info in codes::all() {
        assert_eq!(
            seen.insert(info.code, info.title_en),
            None,
            "`{}` is declared twice",
            info.code
        );
        let (area, number) = info.code.split_once('-').expect("AREA-000");
        assert!(area.chars().all(|c| c.is_ascii_uppercase()) && number.len() == 3, "{}", info.code);
        for text in [info.title_en, info.title_fr, info.help_en, info.help_fr] {
            assert!(!text.is_empty(), "`{}` lacks a text", info.code);
        }
        assert!(codes::find(info.code).is_some());
        if !uses.contains(&format!("\"{}\"", info.code)) {
            idle.push(info.code);
        }
    }
    assert!(idle.is_empty(), "codes that no case raises: {idle:?}");
}

#[test]
fn no_shared_file_is_copied_into_the_project() {
    let Some(shared) = entretien_tests::shared("no_shared_file_is_copied") else {
        return;
    };
    let ours: BTreeMap<String, String> = ["examples/data", "tests/data", "tests/golden"]
        .iter()
        .flat_map(|folder| files_below(folder))
        .map(|file| file.to_string_lossy().into_owned())
        .map(|name| (entretien_tests::sha256(&entretien_tests::bytes(&name)), name))
        .collect();
    let mut open = vec![shared];
    while let Some(folder) = open.pop() {
        for entry in std::fs::read_dir(&folder).expect("a readable folder").flatten() {
            let path = entry.path();
            if path.is_dir() {
                open.push(path);
            } else if let Some(name) =
                ours.get(&entretien_tests::sha256(&std::fs::read(&path).expect("a readable file")))
            {
                panic!("{name} is a copy of {}", path.display());
            }
        }
    }
}
