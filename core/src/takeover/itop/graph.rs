//! Which asset an object stands for, and what depends on what.

use super::Object;
use super::class::{self, ITEM, Role};
use super::join::Estate;
use crate::error::codes;
use crate::inventory::RelationKind;
use crate::takeover::register::FoundRelation;
use std::collections::BTreeMap;

/// Most objects from one that stands for another to the machine.
const STEPS_MAX: usize = 16;
/// Most hypervisors of one farm whose redundancy is told, pair by pair.
const FARM_MAX: usize = 64;

/// Attributes of an item by which it depends on another.
const DEPENDS: &[&str] = &["virtualhost_id", "enclosure_id", "powerA_id", "powerB_id"];

/// Relations between assets, told in the file of the object that says them.
pub(super) fn relations(estate: &mut Estate) -> Vec<(usize, FoundRelation)> {
    let mut found = Vec::new();
    for place in 0..estate.objects.len() {
        let Some((file, object)) = estate.objects.get(place) else {
            continue;
        };
        let file = *file;
        match object.class.role {
            Role::Link(from, to) => {
                let (from, to) = if object.get("connection_type") == Some("uplink") {
                    (to, from)
                } else {
                    (from, to)
                };
                let (Some(from), Some(to)) = (end(estate, place, from), end(estate, place, to))
                else {
                    continue;
                };
                depend(estate, place, &from, &to, &mut found);
            }
            Role::Farm => {
                found.extend(redundant(estate, place).into_iter().map(|pair| (file, pair)));
            }
            _ if object.class.is_item() => {
                let from = estate.machines_of(place);
                if !estate.is_asset(place) {
                    continue;
                }
                for field in DEPENDS {
                    let named = estate.objects.get(place).and_then(|(_, o)| o.names.get(*field));
                    if let (Some(to), Some(from)) = (named.cloned(), estate.asset_id(place)) {
                        let kind = RelationKind::DependsOn;
                        found.push((file, FoundRelation { kind, from, to }));
                        continue;
                    }
                    let told = object_reference(estate, place, field);
                    let Some(id) = told else {
                        continue;
                    };
                    let Some(to) = target(estate, place, field, &id) else {
                        continue;
                    };
                    depend(estate, place, &from, &to, &mut found);
                }
            }
            _ => {}
        }
    }
    found
}

fn object_reference(estate: &Estate, place: usize, field: &str) -> Option<String> {
    let (_, object) = estate.objects.get(place)?;
    object.reference(field).map(str::to_owned)
}

/// The assets that one end of a link stands for.
fn end(estate: &mut Estate, place: usize, field: &'static str) -> Option<Vec<usize>> {
    let id = object_reference(estate, place, field)?;
    target(estate, place, field, &id)
}

fn target(estate: &mut Estate, place: usize, field: &str, id: &str) -> Option<Vec<usize>> {
    let to = estate.find(class::root_of(field), id);
    if to.is_none() {
        estate.tell_dangling(place, field, id);
    }
    to.map(|to| estate.machines_of(to))
}

fn depend(
    estate: &mut Estate,
    place: usize,
    from: &[usize],
    to: &[usize],
    found: &mut Vec<(usize, FoundRelation)>,
) {
    let Some((file, _)) = estate.objects.get(place) else {
        return;
    };
    let file = *file;
    for from in from.iter().take(FARM_MAX) {
        for to in to.iter().take(FARM_MAX) {
            if from == to {
                let message = "the object depends on itself";
                estate.tell(place, "", codes::TAK_SELF_REFERENCE, message.to_owned());
                continue;
            }
            if let (Some(from), Some(to)) = (estate.asset_id(*from), estate.asset_id(*to)) {
                let relation = FoundRelation { kind: RelationKind::DependsOn, from, to };
                found.push((file, relation));
            }
        }
    }
}

/// The machines of one farm can do each other's work.
fn redundant(estate: &mut Estate, farm: usize) -> Vec<FoundRelation> {
    let machines = estate.machines_of(farm);
    if machines.len() > FARM_MAX {
        let message = format!("more than {FARM_MAX} hypervisors, of which the first are related");
        estate.tell(farm, "", codes::TAK_OUT_OF_RANGE, message);
    }
    let mut ids: Vec<Box<str>> =
        machines.iter().take(FARM_MAX).filter_map(|place| estate.asset_id(*place)).collect();
    crate::order::sort_once(&mut ids);
    let mut pairs = Vec::new();
    for (place, from) in ids.iter().enumerate() {
        for to in ids.iter().skip(place.saturating_add(1)) {
            let (from, to) = (from.clone(), to.clone());
            pairs.push(FoundRelation { kind: RelationKind::RedundantWith, from, to });
        }
    }
    pairs
}

/// The machines that each item stands for, by place.
pub(super) fn machines(estate: &mut Estate) -> Vec<Vec<usize>> {
    let mut farms: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (place, (_, object)) in estate.objects.iter().enumerate() {
        if object.class.role == Role::Hypervisor
            && let Some(farm) = object.reference("farm_id")
        {
            farms.entry(farm.to_owned()).or_default().push(place);
        }
    }
    let mut all = Vec::with_capacity(estate.objects.len());
    for place in 0..estate.objects.len() {
        let mut found = Vec::new();
        follow(estate, &farms, (place, place), 0, &mut found);
        crate::order::sort_once(&mut found);
        // One more than are related shows that there are too many.
        found.truncate(FARM_MAX.saturating_add(1));
        all.push(found);
    }
    all
}

/// Follows an object to the machines that it stands for.
fn follow(
    estate: &mut Estate,
    farms: &BTreeMap<String, Vec<usize>>,
    (start, place): (usize, usize),
    steps: usize,
    found: &mut Vec<usize>,
) {
    let Some((_, object)) = estate.objects.get(place) else {
        return;
    };
    if steps > STEPS_MAX {
        let message = "what it stands for leads in a circle or too far";
        estate.tell(start, "", codes::TAK_SELF_REFERENCE, message.to_owned());
        return;
    }
    let field = match object.class.role {
        Role::Asset(_) | Role::NetworkDevice | Role::Computer => {
            found.push(place);
            return;
        }
        // Followed from anything else, a farm in a farm would grow without bound.
        Role::Farm if steps > 0 => {
            let message = "it runs on a farm, which is no machine".to_owned();
            estate.tell(start, "", codes::TAK_SELF_REFERENCE, message);
            return;
        }
        Role::Farm => {
            for hypervisor in farms.get(&*object.id).cloned().unwrap_or_default() {
                follow(estate, farms, (start, hypervisor), steps.saturating_add(1), found);
            }
            return;
        }
        Role::Hypervisor => "server_id",
        Role::Through(field) => field,
        _ => return,
    };
    let Some(id) = object.reference(field).map(str::to_owned) else {
        if object.class.role == Role::Hypervisor {
            found.push(place);
        }
        return;
    };
    if let Some(next) = estate.find(ITEM, &id) {
        return follow(estate, farms, (start, next), steps.saturating_add(1), found);
    }
    if start == place {
        estate.tell_dangling(place, field, &id);
    }
    if estate.objects.get(place).is_some_and(|(_, o)| o.class.role == Role::Hypervisor) {
        found.push(place);
    }
}

/// The assets that contracts cover, by place of the contract.
pub(super) fn covered(estate: &mut Estate) -> BTreeMap<usize, Vec<Box<str>>> {
    let mut covered: BTreeMap<usize, Vec<Box<str>>> = BTreeMap::new();
    for place in 0..estate.objects.len() {
        let Some(Role::Covers(contract, item)) =
            estate.objects.get(place).map(|(_, object)| object.class.role)
        else {
            continue;
        };
        let Some(id) = object_reference(estate, place, contract) else {
            continue;
        };
        let Some(of) = estate.find(class::root_of(contract), &id) else {
            estate.tell_dangling(place, contract, &id);
            continue;
        };
        let assets = end(estate, place, item).unwrap_or_default();
        let ids = assets.into_iter().filter_map(|asset| estate.asset_id(asset));
        covered.entry(of).or_default().extend(ids.collect::<Vec<_>>());
    }
    covered.values_mut().for_each(crate::order::sort_once);
    covered
}

/// Whether an object may become an asset at all.
pub(super) fn is_machine(object: &Object) -> bool {
    matches!(
        object.class.role,
        Role::Asset(_) | Role::NetworkDevice | Role::Computer | Role::Hypervisor
    )
}
