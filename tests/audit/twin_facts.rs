//! A second opinion: what is known of assets, parts and licences, straight from their JSON.

use super::estate::{World, day};
use entretien::time::Day;
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// A value of a fact; a number has a least and a most.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Seen {
    Number(i64, i64),
    Flag(bool),
    Text(String),
    Day(Day),
    Over,
    Open,
}

fn exact(number: i64) -> Seen {
    Seen::Number(number, number)
}

fn text(value: &Value) -> Option<Seen> {
    value.as_str().map(|text| Seen::Text(text.to_owned()))
}

fn a_day(value: &Value) -> Option<Day> {
    value.as_str().map(day)
}

fn end(value: &Value) -> Option<Seen> {
    match value.as_str()? {
        "unknown" => None,
        "ended" => Some(Seen::Over),
        "not_ended" => Some(Seen::Open),
        text => Some(Seen::Day(day(text))),
    }
}

pub(crate) fn list(value: &Value) -> Vec<Value> {
    value.as_array().cloned().unwrap_or_default()
}

pub(crate) fn begins(text: &str, start: &str) -> bool {
    text.to_lowercase().starts_with(&start.to_lowercase())
}

fn percent(part: &Value, whole: &Value) -> Option<Seen> {
    let (part, whole) = (part.as_i64()?, whole.as_i64()?);
    (whole > 0).then(|| exact(part * 100 / whole))
}

fn days(from: Option<Day>, to: Option<Day>) -> Option<Seen> {
    let between = i64::from(to?.number() - from?.number());
    (between >= 0).then(|| exact(between))
}

pub(crate) struct Twin<'a> {
    pub world: &'a World,
    pub as_of: Day,
}

impl Twin<'_> {
    fn asset(&self, id: &str) -> &Value {
        self.world.assets.iter().find(|asset| asset["id"] == id).expect("an asset")
    }

    fn related(&self, kind: &str) -> Vec<(String, String)> {
        let of = |r: &Value, end: &str| r[end].as_str().expect("an id").to_owned();
        let relations = self.world.relations.iter().filter(|r| r["kind"] == kind);
        let mut pairs: Vec<_> = relations.map(|r| (of(r, "from"), of(r, "to"))).collect();
        pairs.sort();
        pairs.dedup();
        pairs
    }

    /// The asset and all that can do its work, by growing a set until it grows no more.
    fn group(&self, id: &str) -> BTreeSet<String> {
        let mut group = BTreeSet::from([id.to_owned()]);
        loop {
            let before = group.len();
            for (a, b) in self.related("redundant_with") {
                if group.contains(&a) || group.contains(&b) {
                    group.extend([a, b]);
                }
            }
            if group.len() == before {
                return group;
            }
        }
    }

    /// All that stops when an asset does.
    fn stopped(&self, id: &str) -> BTreeSet<String> {
        let mut stopped = BTreeSet::from([id.to_owned()]);
        loop {
            let before = stopped.len();
            for (from, to) in self.related("depends_on") {
                if self.group(&to).iter().all(|member| stopped.contains(member)) {
                    stopped.insert(from);
                }
            }
            if stopped.len() == before {
                stopped.remove(id);
                return stopped;
            }
        }
    }

    pub(crate) fn parts(&self, asset: &Value, kind: &str) -> Option<Vec<(String, Value)>> {
        let named = |items: Vec<Value>, name: &dyn Fn(&Value) -> String| {
            items.into_iter().map(|item| (name(&item), item)).collect::<Vec<_>>()
        };
        let name = |item: &Value| item["name"].as_str().unwrap_or("battery").to_owned();
        let support = |subject: &str| {
            let rows = list(&asset["+support"]);
            let rows: Vec<Value> = rows.into_iter().filter(|r| r["subject"] == subject).collect();
            named(rows, &|row| row["text"].as_str().expect("a text").to_owned())
        };
        let told = |parts: Vec<(String, Value)>| (!parts.is_empty()).then_some(parts);
        match kind {
            "antivirus" => asset["antivirus"].as_array().map(|all| named(all.clone(), &name)),
            "os_support" => told(support("os")),
            "firmware_support" => told(support("firmware")),
            "software_support" => {
                let rows = support("software");
                (!rows.is_empty() || !list(&asset["software"]).is_empty()).then_some(rows)
            }
            "dependencies" => (!self.world.relations.is_empty()).then(|| {
                let own = self.related("depends_on").into_iter();
                let own = own.filter(|(from, _)| asset["id"] == **from);
                own.map(|(_, to)| (to.clone(), json!({ "to": to }))).collect()
            }),
            "remote_tools" => told(
                list(&asset[kind])
                    .into_iter()
                    .map(|tool| (tool.as_str().expect("a name").to_owned(), json!({"tool": tool})))
                    .collect(),
            ),
            "disks" => told(named(list(&asset[kind]), &|disk| {
                disk["serial"].as_str().map_or_else(|| name(disk), str::to_owned)
            })),
            _ => told(named(list(&asset[kind]), &name)),
        }
    }

    fn of_part(&self, fact: &str, part: &Value, asset: &Value) -> Option<Seen> {
        Some(match fact {
            "drive_name" | "software_name" | "antivirus_name" | "database_name"
            | "certificate_name" | "disk_name" => return text(&part["name"]),
            "drive_total_mib" => exact(part["total_mib"].as_i64()?),
            "drive_free_mib" => exact(part["free_mib"].as_i64()?),
            "drive_free_percent" => return percent(&part["free_mib"], &part["total_mib"]),
            "drive_is_encrypted" => Seen::Flag(part["encrypted"].as_bool()?),
            "drive_is_system" => {
                Seen::Flag(["/", "C:", "c:", "C:\\", "C"].contains(&part["name"].as_str()?))
            }
            "disk_is_healthy" => Seen::Flag(part["is_healthy"].as_bool()?),
            "battery_health_percent" => return percent(&part["real_mwh"], &part["design_mwh"]),
            "battery_manufactured" => Seen::Day(a_day(&part["manufactured"])?),
            "antivirus_is_enabled" => Seen::Flag(part["enabled"].as_bool()?),
            "antivirus_is_up_to_date" => Seen::Flag(part["up_to_date"].as_bool()?),
            "antivirus_base_age_days" => {
                return days(a_day(&part["base_day"]), a_day(&asset["last_inventory"]));
            }
            "antivirus_expires" | "certificate_expires" => Seen::Day(a_day(&part["expires"])?),
            "database_is_backed_up" => Seen::Flag(part["is_backed_up"].as_bool()?),
            "database_last_backup" => Seen::Day(a_day(&part["last_backup"])?),
            "remote_tool_name" => return text(&part["tool"]),
            "support_product" => return text(&part["product"]),
            "active_support_end" => return end(&part["active"]),
            "security_support_end" => return end(&part["security"]),
            "extended_support_end" => return end(&part["extended"]),
            "dependency_is_less_critical" => {
                let order = ["low", "medium", "high", "critical"];
                let rank = |asset: &Value| {
                    let own = asset["criticality"].as_str()?;
                    order.iter().position(|code| *code == own)
                };
                let other = self.asset(part["to"].as_str()?);
                Seen::Flag(rank(other)? < rank(asset)?)
            }
            other => panic!("{other}"),
        })
    }

    pub(crate) fn of_asset(&self, fact: &str, asset: &Value) -> Option<Seen> {
        let id = asset["id"].as_str().expect("an id");
        let is_related = !self.world.relations.is_empty();
        let contracts = self.world.assets.iter().any(|a| a["+covered"].is_boolean());
        Some(match fact {
            "has_placeholder_serial" => Seen::Flag(asset["+placeholder"] == true),
            "memory_mib" | "core_count" => exact(asset[fact].as_i64()?),
            "price_minor" => exact(asset["price"]["minor"].as_i64()?),
            "disk_mib" => {
                let (disks, drives) = (list(&asset["disks"]), list(&asset["drives"]));
                let sizes: Vec<Option<i64>> = if disks.is_empty() {
                    drives.iter().map(|drive| drive["total_mib"].as_i64()).collect()
                } else {
                    disks.iter().map(|disk| disk["size_mib"].as_i64()).collect()
                };
                let least = sizes.iter().flatten().sum();
                let all_known = sizes.iter().all(Option::is_some);
                let most = if all_known { least } else { i64::MAX };
                (!sizes.is_empty()).then_some(Seen::Number(least, most))?
            }
            "uptime_days" => {
                return days(a_day(&asset["last_boot"]), a_day(&asset["last_inventory"]));
            }
            "in_service" => Seen::Day(a_day(&asset[fact]).or(a_day(&asset["purchase"]))?),
            "last_inventory" | "last_backup" | "purchase" | "warranty_end" | "end_of_life"
            | "os_installed" | "last_boot" => Seen::Day(a_day(&asset[fact])?),
            "is_monitored" | "is_backed_up" | "is_documented" | "has_remote_agent"
            | "is_reachable" => Seen::Flag(asset[fact].as_bool()?),
            "is_covered" => {
                contracts.then(|| Seen::Flag(asset["+covered"].as_bool().unwrap_or(false)))?
            }
            "is_covered_remotely" => {
                contracts.then(|| Seen::Flag(asset["+remote"].as_bool().unwrap_or(false)))?
            }
            "is_redundant" => is_related.then(|| Seen::Flag(self.group(id).len() > 1))?,
            "dependent_count" => is_related
                .then(|| exact(i64::try_from(self.stopped(id).len()).expect("a count")))?,
            "has_critical_dependent" => is_related.then(|| {
                let stopped = self.stopped(id);
                let mut stopped = stopped.iter().map(|id| self.asset(id));
                Seen::Flag(stopped.any(|asset| asset["criticality"] == "critical"))
            })?,
            _ => return text(&asset[fact]),
        })
    }

    fn of_licence(&self, fact: &str, licence: &Value) -> Option<Seen> {
        let seats = licence["seat_count"].as_i64();
        let alive = || self.world.assets.iter().filter(|asset| asset["lifecycle"] != "retired");
        let programs = |asset: &Value| list(&asset["software"]);
        let machine = ["laptop", "desktop", "server", "virtual_machine"];
        Some(match fact {
            "licence_seat_count" => exact(seats?),
            "licence_expires" => Seen::Day(a_day(&licence["expires"])?),
            "licence_used_over" => exact(licence["used_count"].as_i64()? - seats?),
            "licence_seats_over" => {
                if alive().all(|asset| programs(asset).is_empty()) {
                    return None;
                }
                let software = licence["software"].as_str()?;
                let has = |asset: &&Value| {
                    let name =
                        |program: &Value| program["name"].as_str().expect("a name").to_owned();
                    programs(asset).iter().any(|program| begins(&name(program), software))
                };
                let least = i64::try_from(alive().filter(has).count()).expect("a count");
                let silent = alive().filter(|asset| {
                    let category = asset["category"].as_str().expect("a category");
                    programs(asset).is_empty() && machine.contains(&category)
                });
                let most = least + i64::try_from(silent.count()).expect("a count");
                Seen::Number(least - seats?, most - seats?)
            }
            other => panic!("{other}"),
        })
    }

    pub(crate) fn seen(&self, fact: &str, subject: &Value, part: Option<&Value>) -> Option<Seen> {
        let prefixes = [
            "drive_",
            "disk_is",
            "battery_",
            "antivirus_",
            "database_",
            "certificate_",
            "remote_tool_",
            "support_",
            "active_support",
            "security_support",
            "extended_support",
            "dependency_",
            "software_",
        ];
        match part {
            _ if fact.starts_with("licence_") => self.of_licence(fact, subject),
            Some(part) if prefixes.iter().any(|prefix| fact.starts_with(prefix)) => {
                self.of_part(fact, part, subject)
            }
            _ => self.of_asset(fact, subject),
        }
    }
}
