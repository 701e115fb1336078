//! Broken files as data, and files broken at random.

use super::{lines, take, whole};
use entretien_tests::{bytes, files_below};
use serde_json::Value;
use std::collections::BTreeSet;

const FOLDER: &str = "tests/data/takeover/bad";

#[test]
fn every_broken_file_is_told_as_written() {
    let cases = lines("tests/data/takeover/bad.jsonl");
    let mut told = BTreeSet::new();
    for case in &cases {
        let field = |name: &str| case[name].as_str().unwrap_or_else(|| panic!("{name} of {case}"));
        let (file, kind, code, pointer) =
            (field("file"), field("kind"), field("code"), field("pointer"));
        assert!(!field("why").is_empty());
        told.insert(file.to_owned());
        let mut files = vec![(file.to_owned(), bytes(&format!("{FOLDER}/{file}")))];
        let declared = std::path::Path::new(file).extension().is_some_and(|end| end == "csv");
        if declared {
            // The machine that the rows speak of.
            files.push(("context.json".to_owned(), bytes("tests/data/takeover/context.json")));
        }
        let takeover = take(&files);
        let faults: Vec<_> = match kind {
            "diagnostic" => takeover.diagnostics.iter().collect(),
            "refused" => {
                takeover.refused.iter().filter_map(|refusal| refusal.faults.first()).collect()
            }
            "passed_over" => takeover.passed_over.iter().collect(),
            other => panic!("unknown kind {other}"),
        };
        let found =
            faults.iter().any(|f| f.code == code && f.pointer == pointer && f.source == file);
        assert!(found, "{case}\nfound {takeover:#?}");
        let used = usize::from(kind == "diagnostic") + usize::from(declared);
        assert_eq!(takeover.files_read, used, "{case}");
        assert_eq!(
            takeover.assets.len(),
            usize::from(kind == "diagnostic" || declared)
                .max(if file == "stack_absent_member.json" { 2 } else { 0 }),
            "{case}"
        );
    }
    let there: BTreeSet<String> = files_below(FOLDER)
        .iter()
        .map(|file| file.file_name().expect("a name").to_string_lossy().into_owned())
        .collect();
    assert_eq!(told, there, "each broken file has its line and each line its file");
    assert!(told.len() >= 35);
}

/// A refusal says the line and column where reading stopped.
#[test]
fn a_truncated_file_says_where() {
    let text =
        b"{\n  \"deviceid\": \"a\",\n  \"content\": {\"hardware\": {\"name\": \"pc\"".to_vec();
    let takeover = take(&[("a.json".to_owned(), text)]);
    let message = &takeover.refused[0].faults[0].message;
    assert_eq!(message, "the text ends too early at line 3 column 40");
}

/// A small deterministic generator: the same files are broken in the same way everywhere.
pub struct Chance(pub u64);

impl Chance {
    pub fn below(&mut self, bound: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let bound = u64::try_from(bound.max(1)).expect("fits");
        usize::try_from((self.0 >> 33) % bound).expect("fits")
    }

    pub fn break_up(&mut self, bytes: &mut Vec<u8>) {
        for _ in 0..=self.below(4) {
            let place = self.below(bytes.len());
            match self.below(5) {
                0 => bytes.truncate(place),
                1 => {
                    let value = self.below(256);
                    if let Some(byte) = bytes.get_mut(place) {
                        *byte = u8::try_from(value).expect("a byte");
                    }
                }
                2 => {
                    let signs = b"{}[]\",:\\0-eE.\n\0";
                    bytes.insert(place.min(bytes.len()), signs[self.below(signs.len())]);
                }
                3 if !bytes.is_empty() => {
                    let end = (place + self.below(20)).min(bytes.len());
                    bytes.drain(place..end);
                }
                _ => {
                    let end = (place + self.below(60)).min(bytes.len());
                    let piece = bytes.get(place..end).unwrap_or_default().to_vec();
                    let to = self.below(bytes.len() + 1);
                    bytes.splice(to..to, piece);
                }
            }
        }
    }
}

/// What this reader repairs and a strict one refuses.
const REPAIRED: &[&str] =
    &["control character", "surrogate", "hex escape", "number out of range", "trailing characters"];

fn samples() -> Vec<Vec<u8>> {
    let mut samples: Vec<Vec<u8>> = files_below("tests/data/takeover")
        .iter()
        .map(|file| bytes(&file.to_string_lossy()))
        .filter(|bytes| bytes.len() < 5_000)
        .collect();
    for case in lines("tests/data/takeover/cases.jsonl") {
        let files = case["files"].as_object().expect("files");
        samples.extend(
            files
                .values()
                .filter(|file| file.is_object())
                .map(|file| file.to_string().into_bytes()),
        );
    }
    samples
}

#[test]
fn files_broken_at_random_never_stop_the_reader_and_agree_with_a_strict_one() {
    let samples = samples();
    let mut chance = Chance(20_260_105);
    let mut read = 0;
    for _ in 0..20_000 {
        let mut bytes = samples[chance.below(samples.len())].clone();
        chance.break_up(&mut bytes);
        let takeover = take(&[("x".to_owned(), bytes.clone())]);
        let outcomes = takeover.files_read + takeover.refused.len() + takeover.passed_over.len();
        assert_eq!(outcomes, 1, "{}", String::from_utf8_lossy(&bytes));
        read += takeover.files_read;
        let text = String::from_utf8_lossy(&bytes);
        if !text.trim_start().starts_with('{') || bytes.starts_with(b"\xEF\xBB\xBF") {
            continue;
        }
        let not_json = takeover.refused.iter().any(|refusal| refusal.faults[0].code == "TAK-050");
        match serde_json::from_str::<Value>(&text) {
            Ok(_) => assert!(!not_json, "refused though it is JSON: {text}"),
            Err(error) if not_json => drop(error),
            Err(error) => {
                let why = error.to_string();
                let limit = takeover
                    .refused
                    .iter()
                    .any(|r| ["TAK-054", "TAK-055"].contains(&r.faults[0].code));
                let repaired = REPAIRED.iter().any(|word| why.contains(word));
                assert!(limit || repaired, "read though {why}: {text}");
            }
        }
    }
    assert!(read > 2_000, "the mutations leave enough to read: {read}");
}

#[test]
fn broken_files_together_do_not_depend_on_their_order() {
    let samples = samples();
    let mut chance = Chance(42);
    for _ in 0..300 {
        let mut files: Vec<(String, Vec<u8>)> = (0..6)
            .map(|_| {
                let mut bytes = samples[chance.below(samples.len())].clone();
                if chance.below(2) == 0 {
                    chance.break_up(&mut bytes);
                }
                // Few names, so that several files share one.
                (format!("f{}", chance.below(3)), bytes)
            })
            .collect();
        let first = whole(&take(&files));
        files.reverse();
        assert_eq!(first, whole(&take(&files)));
        let middle = chance.below(files.len());
        files.rotate_left(middle);
        assert_eq!(first, whole(&take(&files)));
    }
}
