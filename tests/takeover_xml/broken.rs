//! Broken files as data, one fault each, and files broken at random.

use super::{lines, take, take_one};
use entretien_tests::Random;
use serde_json::Value;

/// The bytes of a case: its text, its text with one byte a character, or a piece many times.
fn bytes_of(case: &Value) -> Vec<u8> {
    if let Some(text) = case["latin1"].as_str() {
        return text.chars().map(|c| u8::try_from(u32::from(c)).expect("a byte")).collect();
    }
    if let Some(piece) = case["piece"].as_str() {
        let count = usize::try_from(case["count"].as_u64().expect("a count")).expect("small");
        let part = |name: &str| case[name].as_str().expect("a text");
        return format!("{}{}{}", part("before"), piece.repeat(count), part("after")).into_bytes();
    }
    case["text"].as_str().expect("a text").as_bytes().to_vec()
}

#[test]
fn every_broken_file_is_told_as_written() {
    let cases = lines("tests/data/takeover/bad_xml.jsonl");
    for case in &cases {
        let field = |name: &str| case[name].as_str().unwrap_or_else(|| panic!("{name} of {case}"));
        let (name, code, pointer) = (field("name"), field("code"), field("pointer"));
        assert!(!field("why").is_empty());
        let takeover = take_one(name, &bytes_of(case));
        let faults: Vec<_> = match field("kind") {
            "diagnostic" => takeover.diagnostics.iter().collect(),
            "refused" => takeover.refused.iter().filter_map(|r| r.faults.first()).collect(),
            other => panic!("unknown kind {other}"),
        };
        let found =
            faults.iter().any(|f| f.code == code && f.pointer == pointer && f.source == name);
        assert!(found, "{case}\nfound {takeover:#?}");
        assert_eq!(takeover.files_read, usize::from(field("kind") == "diagnostic"), "{case}");
        assert_eq!(Some(takeover.assets.len() as u64), case["assets"].as_u64(), "{case}");
    }
    assert!(cases.len() >= 45, "{}", cases.len());
}

/// A diagnostic is only told where there is something to tell.
#[test]
fn a_sound_file_has_no_diagnostic() {
    let text = concat!(
        r#"<?xml version="1.0" encoding="UTF-8"?><!-- agent --><REQUEST><CONTENT>"#,
        "<HARDWARE><NAME>pc-&amp;-1</NAME><CHASSIS_TYPE>Desktop</CHASSIS_TYPE><MEMORY>8192</MEMORY></HARDWARE>",
        "<SOFTWARES><NAME><![CDATA[R&D <tools>]]></NAME><INSTALLDATE>11/09/2015</INSTALLDATE></SOFTWARES>",
        "</CONTENT><DEVICEID>a</DEVICEID><QUERY>INVENTORY</QUERY></REQUEST>\n",
    );
    let takeover = take_one("a.xml", text.as_bytes());
    assert_eq!(takeover.diagnostics, []);
    let asset = &takeover.assets[0];
    assert_eq!(asset.id.as_str(), "pc-&-1");
    let software = &asset.facts.software[0];
    assert_eq!(&*software.name, "R&D <tools>");
    assert_eq!(software.installed.expect("a day").to_string(), "2015-09-11");
}

/// The declared encoding is followed where the bytes are not UTF-8.
#[test]
fn declared_encodings_are_read() {
    for (encoding, byte, letter) in
        [("ISO-8859-1", 0xE9, "é"), ("windows-1252", 0x80, "€"), ("ISO-8859-15", 0xA4, "€")]
    {
        let mut file = format!(
            "<?xml version='1.0' encoding='{encoding}'?><REQUEST><CONTENT><HARDWARE><NAME>pc"
        )
        .into_bytes();
        file.push(byte);
        file.extend(b"</NAME><CHASSIS_TYPE>8</CHASSIS_TYPE></HARDWARE></CONTENT></REQUEST>");
        let takeover = take_one("a.xml", &file);
        assert_eq!(takeover.assets[0].id.as_str(), format!("pc{letter}"), "{encoding}");
        assert_eq!(takeover.diagnostics, [], "{encoding}");
    }
}

/// A refusal says the line and column where reading stopped.
#[test]
fn a_truncated_file_says_where() {
    let takeover = take_one("a.xml", b"<REQUEST>\n <CONTENT>\n  <HARDWARE>");
    let message = &takeover.refused[0].faults[0].message;
    assert_eq!(message, "the text ends too early at line 3 column 13");
}

/// A partial message never takes away what a full one said.
#[test]
fn a_partial_message_removes_nothing() {
    let file = |partial: &str, content: &str| {
        format!(
            "<REQUEST><CONTENT><HARDWARE><NAME>pc</NAME><CHASSIS_TYPE>8</CHASSIS_TYPE></HARDWARE>{content}\
             </CONTENT>{partial}<DEVICEID>pc-2026-01-05-09-00-00</DEVICEID></REQUEST>"
        )
        .into_bytes()
    };
    let full = file(
        "",
        "<SOFTWARES><NAME>a</NAME></SOFTWARES><STORAGES><MODEL>M</MODEL><SERIALNUMBER>S1A</SERIALNUMBER></STORAGES>\
         <NETWORKS><MACADDR>68:B5:99:E6:84:EB</MACADDR></NETWORKS>",
    );
    let part = file(
        "<PARTIAL>1</PARTIAL>",
        "<STORAGES><MODEL>M</MODEL><SERIALNUMBER>S2B</SERIALNUMBER><DISKSIZE>500</DISKSIZE></STORAGES>",
    );
    let takeover = take(&[("a.xml".to_owned(), full), ("b.xml".to_owned(), part)]);
    let facts = &takeover.assets[0].facts;
    assert_eq!((facts.software.len(), facts.disks.len(), facts.mac_addresses.len()), (1, 2, 1));
}

#[test]
fn files_broken_at_random_never_stop_the_reader() {
    let cases = lines("tests/data/takeover/bad_xml.jsonl");
    let samples: Vec<Vec<u8>> =
        cases.iter().map(bytes_of).filter(|bytes| bytes.len() < 3_000).collect();
    let mut random = Random(35);
    let mut below = |bound: usize| random.below(bound.max(1));
    let mut read = 0;
    for _ in 0..20_000 {
        let mut bytes = samples[below(samples.len())].clone();
        for _ in 0..=below(3) {
            let place = below(bytes.len());
            match below(4) {
                0 => bytes.truncate(place),
                1 => bytes.insert(place, b"<>&;/!?[]\"'=#x0\0"[below(16)]),
                2 => {
                    let end = (place + below(20)).min(bytes.len());
                    bytes.drain(place..end);
                }
                _ => {
                    let end = (place + below(40)).min(bytes.len());
                    let piece = bytes[place..end].to_vec();
                    let to = below(bytes.len() + 1);
                    bytes.splice(to..to, piece);
                }
            }
        }
        let takeover = take_one("x", &bytes);
        let outcomes = takeover.files_read + takeover.refused.len() + takeover.passed_over.len();
        assert_eq!(outcomes, 1, "{}", String::from_utf8_lossy(&bytes));
        read += takeover.files_read;
    }
    assert!(read > 1_000, "the mutations leave enough to read: {read}");
}
