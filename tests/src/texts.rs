//! The texts that real inventories carry of systems, devices and programs.

use serde_json::Value;
use std::collections::BTreeSet;
use std::path::Path;

/// One operating system or device: short name, full name, version, kernel, manufacturer, model, firmware.
pub type SystemTexts = [String; 7];

/// One program: name, version, publisher.
pub type ProgramTexts = [String; 3];

/// Distinct texts, sorted.
#[derive(Debug, Default)]
pub struct RealTexts {
    /// Systems and devices.
    pub systems: BTreeSet<SystemTexts>,
    /// Programs and packages.
    pub programs: BTreeSet<ProgramTexts>,
}

impl RealTexts {
    /// Everything below `inventory`: GLPI JSON, agent XML, OCS JSON, iTop XML.
    pub fn read(inventory: &Path) -> Self {
        let mut texts = RealTexts::default();
        for folder in ["glpi-json", "glpi-json-tests"] {
            for text in files(&inventory.join(folder), "json") {
                // Some are broken on purpose.
                if let Ok(value) = serde_json::from_str::<Value>(&text) {
                    texts.glpi(&value);
                }
            }
        }
        for text in files(&inventory.join("agent-xml"), "xml") {
            texts.agent(&text);
        }
        for text in files(&inventory.join("ocs-json"), "json") {
            let value: Value = serde_json::from_str(&text).expect("OCS JSON");
            for item in list(&value["template_inventory"]["SOFTWARES"]) {
                texts.program([&item["NAME"], &item["VERSION"], &item["PUBLISHER"]].map(plain));
            }
        }
        for text in files(&inventory.join("itop-xml"), "xml") {
            texts.itop(&text);
        }
        texts
    }

    fn system(&mut self, texts: SystemTexts) {
        if texts.iter().any(|text| !text.is_empty()) {
            self.systems.insert(texts);
        }
    }

    fn program(&mut self, texts: ProgramTexts) {
        if !texts[0].is_empty() {
            self.programs.insert(texts);
        }
    }

    fn glpi(&mut self, document: &Value) {
        let content = &document["content"];
        for item in list(&content["operatingsystem"]) {
            let of = |field: &str| plain(&item[field]);
            let none = String::new;
            let kernel = of("kernel_version");
            self.system([
                of("name"),
                of("full_name"),
                of("version"),
                kernel,
                none(),
                none(),
                none(),
            ]);
        }
        for item in list(&content["softwares"]) {
            self.program([&item["name"], &item["version"], &item["publisher"]].map(plain));
        }
        for item in list(&content["network_device"]) {
            let of = |field: &str| plain(&item[field]);
            self.device([of("description"), of("manufacturer"), of("model"), of("firmware")]);
        }
        for item in list(&content["firmwares"]) {
            let of = |field: &str| plain(&item[field]);
            self.device([String::new(), of("manufacturer"), of("name"), of("version")]);
        }
    }

    fn device(&mut self, texts: [String; 4]) {
        let [description, manufacturer, model, firmware] = texts;
        let none = String::new;
        self.system([none(), description, none(), none(), manufacturer, model, firmware]);
    }

    fn agent(&mut self, text: &str) {
        let none = String::new;
        for block in blocks(text, "OPERATINGSYSTEM") {
            let of = |tag: &str| inner(block, tag);
            let kernel = of("KERNEL_VERSION");
            self.system([
                of("NAME"),
                of("FULL_NAME"),
                of("VERSION"),
                kernel,
                none(),
                none(),
                none(),
            ]);
        }
        for block in blocks(text, "HARDWARE") {
            let (name, version) = (inner(block, "OSNAME"), inner(block, "OSVERSION"));
            self.system([name, none(), version, none(), none(), none(), none()]);
        }
        for block in blocks(text, "SOFTWARES") {
            self.program(["NAME", "VERSION", "PUBLISHER"].map(|tag| inner(block, tag)));
        }
    }

    fn itop(&mut self, text: &str) {
        let none = String::new;
        for block in blocks(text, "OSVersion") {
            let (name, version) = (inner(block, "osfamily_name"), inner(block, "name"));
            self.system([name, none(), version, none(), none(), none(), none()]);
        }
        for block in blocks(text, "Software") {
            self.program(["name", "version", "vendor"].map(|tag| inner(block, tag)));
        }
    }
}

fn files(folder: &Path, ending: &str) -> Vec<String> {
    let entries = std::fs::read_dir(folder).unwrap_or_else(|e| panic!("{}: {e}", folder.display()));
    let mut paths: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
    paths.retain(|path| path.extension().is_some_and(|found| found == ending));
    paths.sort();
    let read = |path: &std::path::PathBuf| std::fs::read(path).expect("a readable file");
    paths.iter().map(|path| String::from_utf8_lossy(&read(path)).into_owned()).collect()
}

fn list(value: &Value) -> Vec<&Value> {
    match value {
        Value::Array(items) => items.iter().collect(),
        Value::Object(_) => vec![value],
        _ => Vec::new(),
    }
}

fn plain(value: &Value) -> String {
    match value {
        Value::String(text) => text.trim().to_owned(),
        Value::Number(number) => number.to_string(),
        _ => String::new(),
    }
}

/// The insides of the elements of one name; elements of one name do not nest in these files.
fn blocks<'a>(text: &'a str, tag: &str) -> Vec<&'a str> {
    let (start, end) = (format!("<{tag}"), format!("</{tag}>"));
    let mut found = Vec::new();
    for piece in text.split(&start).skip(1) {
        let is_name_over = piece.starts_with(['>', ' ']);
        if let (true, Some((_, rest))) = (is_name_over, piece.split_once('>'))
            && let Some((block, _)) = rest.split_once(&end)
        {
            found.push(block);
        }
    }
    found
}

fn inner(block: &str, tag: &str) -> String {
    let text = blocks(block, tag).first().copied().unwrap_or_default();
    let text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"");
    text.replace("&amp;", "&").trim().to_owned()
}
