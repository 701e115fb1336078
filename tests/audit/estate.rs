//! Estates as documents: what cases, twins and properties audit.

use entretien::audit::{Audit, AuditInput, AuditRules, CoveredAsset, Waiver, audit};
use entretien::document::read_engagement;
use entretien::engagement::Engagement;
use entretien::id::AssetId;
use entretien::support::{Installed, InstalledKind, SupportEnd};
use entretien::takeover::Takeover;
use entretien::time::Day;
use serde_json::{Map, Value, json};

pub(crate) const AS_OF: &str = "2026-03-01";

pub(crate) fn day(text: &str) -> Day {
    Day::parse(text).unwrap_or_else(|| panic!("{text}"))
}

/// An estate, and the rows that stand beside it. Fields of assets that begin with `+` are such rows.
#[derive(Debug, Clone, Default)]
pub(crate) struct World {
    pub assets: Vec<Value>,
    pub relations: Vec<Value>,
    pub licences: Vec<Value>,
    pub sites: Vec<String>,
}

/// An end of support, as cases write it.
fn end(value: &Value) -> SupportEnd {
    match value.as_str().expect("an end of support") {
        "unknown" => SupportEnd::Unknown,
        "ended" => SupportEnd::Ended,
        "not_ended" => SupportEnd::NotEnded,
        text => SupportEnd::On(day(text)),
    }
}

fn boxed(value: &Value) -> Option<Box<str>> {
    value.as_str().map(Into::into)
}

impl World {
    /// The document of the estate.
    pub(crate) fn engagement(&self) -> Engagement {
        let assets: Vec<Value> = self
            .assets
            .iter()
            .map(|asset| {
                let fields = asset.as_object().expect("an asset").iter();
                fields
                    .filter(|(name, _)| !name.starts_with('+'))
                    .map(|(name, value)| (name.clone(), value.clone()))
                    .collect::<Map<_, _>>()
                    .into()
            })
            .collect();
        let sites: Vec<Value> = self.sites.iter().map(|id| json!({"id": id, "name": id})).collect();
        let doc = json!({
            "format": "entretien/engagement", "format_version": "1.0",
            "provider": {"name": "P"}, "customer": {"name": "C"}, "time_zone": "Europe/Paris",
            "begin": "2026-01-01", "sites": sites, "assets": assets,
            "relations": self.relations, "licences": self.licences,
        });
        let bytes = serde_json::to_vec(&doc).expect("JSON");
        read_engagement(&bytes, &Takeover::default())
            .unwrap_or_else(|error| panic!("{error}\n{doc}"))
    }

    /// The result of an audit of it.
    pub(crate) fn audit(&self, rules: &AuditRules, waivers: &[Waiver], as_of: &str) -> Audit {
        let engagement = self.engagement();
        let id = |asset: &Value| AssetId::new(asset["id"].as_str().expect("an id")).expect("an id");
        let mut support = Vec::new();
        let mut coverage = Vec::new();
        let mut placeholders = Vec::new();
        for asset in &self.assets {
            for row in asset["+support"].as_array().into_iter().flatten() {
                support.push(Installed {
                    asset: id(asset),
                    kind: InstalledKind::parse(row["subject"].as_str().expect("a subject"))
                        .expect("a subject"),
                    text: boxed(&row["text"]).expect("a text"),
                    product: boxed(&row["product"]),
                    cycle: boxed(&row["cycle"]),
                    active: end(&row["active"]),
                    security: end(&row["security"]),
                    extended: end(&row["extended"]),
                    target: None,
                });
            }
            let (covered, remote) = (asset["+covered"].as_bool(), asset["+remote"].as_bool());
            if covered.is_some() || remote.is_some() {
                coverage.push(CoveredAsset {
                    asset: id(asset),
                    is_covered: covered.unwrap_or(false),
                    is_covered_remotely: remote.unwrap_or(false),
                });
            }
            if asset["+placeholder"] == true {
                placeholders.push(id(asset));
            }
        }
        support.sort_by(|a, b| a.asset.cmp(&b.asset));
        coverage.sort();
        placeholders.sort();
        let mut input = AuditInput::new(engagement.input().estate(), day(as_of));
        input.support = &support;
        input.coverage = Some(&*coverage).filter(|rows| !rows.is_empty());
        input.placeholder_serials = &placeholders;
        input.waivers = waivers;
        audit(rules, &input).expect("an audit")
    }
}
