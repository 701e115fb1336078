//! Availability of items that depend on each other.
//!
//! A node is an item with an availability of its own. It works when it is up itself, every node that it needs
//! works, and of each of its redundancy groups as many members work as are needed. Nodes that several
//! others need are counted once: a switch under two servers fails both. The answer is exact, or there is
//! none: the function of all states is held as a binary decision diagram of bounded size.

mod diagram;

use super::lifetime::TIME_MAX;
use super::number::within;
use crate::error::{Error, Faults, codes};
use diagram::{Diagram, FALSE, TRUE};
use serde::Serialize;
use std::collections::BTreeSet;

/// Most nodes of one structure.
pub const STRUCTURE_NODES_MAX: usize = 100_000;
/// Most nodes that one answer depends on.
pub const STRUCTURE_DEPENDENCIES_MAX: usize = 1_000;
/// Most decisions of a diagram, and operations to build it; beyond, the structure is refused.
pub const STRUCTURE_DECISIONS_MAX: usize = 1_000_000;

/// Nodes of which some must work.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RedundancyGroup {
    /// The members, by their place in the list of nodes, each once.
    pub members: Vec<u32>,
    /// How many must work.
    pub needed: u32,
}

/// An item of a structure.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct StructureNode {
    /// Share of the time that the item itself is up, whatever it depends on; 1 for a mere grouping.
    pub availability: f64,
    /// Nodes that must all work, by their place in the list, each once.
    pub needs: Vec<u32>,
    /// Groups of nodes of which some must work.
    pub groups: Vec<RedundancyGroup>,
}

/// How much a node weighs in the availability of another.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct NodeImportance {
    /// The node.
    pub node: u32,
    /// Availability with the node always up, less that with it always down (Birnbaum 1969).
    pub importance: f64,
    /// Unavailability that goes away with a perfect node.
    pub improvement: f64,
}

/// The availability of a node with all that it depends on.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct NodeAvailability {
    /// The node.
    pub node: u32,
    /// Share of the time that it works.
    pub availability: f64,
    /// Share of the time that it does not; precise also where it is tiny.
    pub unavailability: f64,
    /// The nodes it depends on, itself included, the most important first, then by place.
    pub importance: Vec<NodeImportance>,
    /// Decisions of the diagram: what the answer cost.
    pub decisions: usize,
}

/// Share of the time that a group works.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct GroupAvailability {
    /// Share of the time that enough items work.
    pub availability: f64,
    /// Share of the time that too few do; precise also where it is tiny.
    pub unavailability: f64,
}

/// Availability of a group of different, independent items of which `needed` must work: all of them in series, one
/// in parallel. Exact, by adding one item after the other.
///
/// # Errors
/// `REN-005` more than [`STRUCTURE_NODES_MAX`] items, or items × needed above 50 million · `REN-012` an
/// availability that is not from 0 to 1 · `REN-014` more needed than there are.
///
/// # Example
/// Two of three disks at 0.9, 0.8 and 0.5: `0.9·0.8·0.5 + 0.9·0.8·0.5 + 0.9·0.2·0.5 + 0.1·0.8·0.5`.
/// ```
/// use entretien::reliability::group_availability;
/// let disks = group_availability(&[0.9, 0.8, 0.5], 2).unwrap();
/// assert!((disks.availability - 0.85).abs() < 1e-15);
/// assert!((group_availability(&[0.9, 0.8, 0.5], 3).unwrap().availability - 0.36).abs() < 1e-15);
/// assert!((group_availability(&[0.9, 0.8, 0.5], 1).unwrap().unavailability - 0.01).abs() < 1e-15);
/// ```
pub fn group_availability(items: &[f64], needed: u32) -> Result<GroupAvailability, Error> {
    let wanted = usize::try_from(needed).unwrap_or(usize::MAX);
    if items.len() > STRUCTURE_NODES_MAX || items.len().saturating_mul(wanted) > 50_000_000 {
        let message = format!("{} items of which {needed} are needed", items.len());
        return Err(Error::new(codes::REN_TOO_LARGE, "/items", message));
    }
    if wanted > items.len() {
        let message = format!("{needed} needed of {} items", items.len());
        return Err(Error::new(codes::REN_BAD_COUNT, "/needed", message));
    }
    let mut faults = Faults::new();
    for (place, item) in items.iter().enumerate() {
        share(*item, &format!("/items/{place}"), &mut faults);
    }
    Error::check(faults.into_vec())?;
    // Probabilities of 0, 1 … items at work; the last cell holds those that are enough.
    let mut working = vec![0.0; wanted + 1];
    if let Some(none) = working.first_mut() {
        *none = 1.0;
    }
    for up in items {
        let mut below = 0.0;
        for (count, weight) in working.iter_mut().enumerate() {
            let here = *weight;
            let stays = if count == wanted { here } else { here * (1.0 - up) };
            *weight = stays + below * up;
            below = here;
        }
    }
    let availability = working.last().copied().unwrap_or(0.0).min(1.0);
    let unavailability = working.iter().take(wanted).sum::<f64>().min(1.0);
    Ok(GroupAvailability { availability, unavailability })
}

fn share(value: f64, place: &str, faults: &mut Faults) {
    if let Err(error) = within(value, (0.0, 1.0), codes::REN_BAD_SHARE, place, "availability") {
        faults.adopt(error);
    }
}

/// The availability of some nodes of a structure, each with all that it depends on, in the order asked.
///
/// Items fail and are restored independently of each other; what they share is a node of its own. The steady
/// availability of a node is `MTBF / (MTBF + MTTR)`.
///
/// The exact function is built for each node asked: at most [`STRUCTURE_DEPENDENCIES_MAX`] nodes below it and
/// [`STRUCTURE_DECISIONS_MAX`] decisions. Chains, trees and redundant pairs stay far below; a structure beyond is
/// refused, never approximated.
///
/// # Errors
/// `REN-005` more than [`STRUCTURE_NODES_MAX`] nodes · `REN-012` an availability that is not from 0 to 1 ·
/// `REN-014` a group that needs more members than it has · `REN-016` a node that does not exist or is named twice ·
/// `REN-017` nodes that depend on each other in a circle · `REN-018` a structure beyond the bounds.
///
/// # Example
/// A service on one of two servers (0.99 each) behind one switch (0.999) that both need. Without the shared switch
/// in mind one would say `1 − (1 − 0.98901)²`, 0.99988.
/// ```
/// use entretien::reliability::{RedundancyGroup, StructureNode, structure_availability};
/// let node = |availability, needs: &[u32]| {
///     StructureNode { availability, needs: needs.to_vec(), groups: Vec::new() }
/// };
/// let pair = RedundancyGroup { members: vec![1, 2], needed: 1 };
/// let service = StructureNode { availability: 1.0, needs: Vec::new(), groups: vec![pair] };
/// let nodes = [service, node(0.99, &[3]), node(0.99, &[3]), node(0.999, &[])];
/// let answer = structure_availability(&nodes, &[0]).unwrap();
/// assert!((answer[0].availability - 0.999 * 0.9999).abs() < 1e-15);
/// let most = answer[0].importance[0]; // the switch: without it nothing works, with it 0.9999
/// assert_eq!(most.node, 3);
/// assert!((most.importance - 0.9999).abs() < 1e-15);
/// ```
pub fn structure_availability(
    nodes: &[StructureNode],
    asked: &[u32],
) -> Result<Vec<NodeAvailability>, Error> {
    check(nodes, asked)?;
    asked.iter().map(|node| availability_of(nodes, *node)).collect()
}

/// A place in the list of nodes; checked before.
fn place(node: u32) -> usize {
    usize::try_from(node).unwrap_or(usize::MAX)
}

fn check(nodes: &[StructureNode], asked: &[u32]) -> Result<(), Error> {
    if nodes.len() > STRUCTURE_NODES_MAX {
        let message = format!("{} nodes, at most {STRUCTURE_NODES_MAX}", nodes.len());
        return Err(Error::new(codes::REN_TOO_LARGE, "/nodes", message));
    }
    let mut faults = Faults::new();
    let known = |list: &[u32], pointer: &str, faults: &mut Faults| {
        let mut seen = BTreeSet::new();
        for (at, node) in list.iter().enumerate() {
            if place(*node) >= nodes.len() {
                let message = format!("there is no node {node}, there are {}", nodes.len());
                faults.add(codes::REN_UNKNOWN_NODE, format!("{pointer}/{at}"), message);
            } else if !seen.insert(*node) {
                let message = format!("node {node} is named twice");
                faults.add(codes::REN_UNKNOWN_NODE, format!("{pointer}/{at}"), message);
            }
        }
    };
    for (at, node) in nodes.iter().enumerate() {
        share(node.availability, &format!("/nodes/{at}/availability"), &mut faults);
        known(&node.needs, &format!("/nodes/{at}/needs"), &mut faults);
        for (group, RedundancyGroup { members, needed }) in node.groups.iter().enumerate() {
            let pointer = format!("/nodes/{at}/groups/{group}");
            known(members, &format!("{pointer}/members"), &mut faults);
            if place(*needed) > members.len() {
                let message = format!("{needed} needed of {} members", members.len());
                faults.add(codes::REN_BAD_COUNT, format!("{pointer}/needed"), message);
            }
        }
    }
    known(asked, "/asked", &mut faults);
    Error::check(faults.into_vec())
}

/// Nodes below one, what each depends on before it, itself last.
fn below(nodes: &[StructureNode], top: u32) -> Result<Vec<u32>, Error> {
    let children = |node: u32| -> Vec<u32> {
        let Some(node) = nodes.get(place(node)) else { return Vec::new() };
        let members = node.groups.iter().flat_map(|group| &group.members);
        node.needs.iter().chain(members).copied().collect()
    };
    let mut order = Vec::new();
    let (mut done, mut open) = (BTreeSet::new(), BTreeSet::from([top]));
    let mut path = vec![(top, children(top).into_iter())];
    while let Some((node, rest)) = path.last_mut() {
        let Some(child) = rest.next() else {
            open.remove(node);
            done.insert(*node);
            order.push(*node);
            path.pop();
            continue;
        };
        if open.contains(&child) {
            let message = format!("node {child} depends on itself");
            return Err(Error::new(codes::REN_NODE_CYCLE, format!("/nodes/{child}"), message));
        }
        if !done.contains(&child) {
            open.insert(child);
            path.push((child, children(child).into_iter()));
        }
        if order.len() + path.len() > STRUCTURE_DEPENDENCIES_MAX {
            let message =
                format!("node {top} depends on more than {STRUCTURE_DEPENDENCIES_MAX} nodes");
            return Err(Error::new(codes::REN_STRUCTURE_LARGE, format!("/nodes/{top}"), message));
        }
    }
    Ok(order)
}

fn availability_of(nodes: &[StructureNode], top: u32) -> Result<NodeAvailability, Error> {
    let order = below(nodes, top)?;
    let item = |node: u32| nodes.get(place(node));
    let ups: Vec<f64> =
        order.iter().map(|node| item(*node).map_or(0.0, |node| node.availability)).collect();
    let mut diagram = Diagram::new();
    let Some(root) = build(&mut diagram, nodes, &order) else {
        let message = format!("node {top} takes more than {STRUCTURE_DECISIONS_MAX} decisions");
        return Err(Error::new(codes::REN_STRUCTURE_LARGE, format!("/nodes/{top}"), message));
    };
    let [availability, unavailability] = diagram.chances(root, &ups);
    let importance = diagram.importance(root, &ups);
    let mut importance: Vec<NodeImportance> = order
        .iter()
        .zip(importance)
        .zip(&ups)
        .map(|((node, importance), up)| NodeImportance {
            node: *node,
            importance,
            improvement: importance * (1.0 - up),
        })
        .collect();
    crate::order::sort_by(&mut importance, |a, b| {
        b.importance.total_cmp(&a.importance).then(a.node.cmp(&b.node))
    });
    Ok(NodeAvailability {
        node: top,
        availability,
        unavailability,
        importance,
        decisions: diagram.len(root),
    })
}

/// The function of the last node of `order`; `None` beyond the bounds.
fn build(diagram: &mut Diagram, nodes: &[StructureNode], order: &[u32]) -> Option<u32> {
    let mut functions = std::collections::BTreeMap::new();
    let mut root = TRUE;
    for (level, node) in (0_u32..).zip(order) {
        let StructureNode { needs, groups, .. } = nodes.get(place(*node))?;
        // Its own state is decided after all that it depends on: the last variable so far.
        let mut works = diagram.variable(level)?;
        for group in groups {
            let members: Vec<u32> =
                group.members.iter().filter_map(|member| functions.get(member).copied()).collect();
            let enough = at_least(diagram, &members, place(group.needed))?;
            works = diagram.choose(enough, works, FALSE)?;
        }
        for need in needs.iter().rev() {
            works = diagram.choose(*functions.get(need)?, works, FALSE)?;
        }
        functions.insert(*node, works);
        root = works;
    }
    Some(root)
}

/// The function that at least so many of the members work.
fn at_least(diagram: &mut Diagram, members: &[u32], needed: usize) -> Option<u32> {
    // `rest[k]`: at least k of the members from some place on.
    let mut rest = vec![FALSE; needed + 1];
    if let Some(none) = rest.first_mut() {
        *none = TRUE;
    }
    for member in members.iter().rev() {
        for k in (1..=needed).rev() {
            let (with, without) = (*rest.get(k - 1)?, *rest.get(k)?);
            let chosen = diagram.choose(*member, with, without)?;
            if let Some(cell) = rest.get_mut(k) {
                *cell = chosen;
            }
        }
    }
    rest.last().copied()
}

/// Availability from mean times: `MTBF / (MTBF + MTTR)`.
///
/// # Errors
/// `REN-002` a time that is negative, not finite or beyond 10¹⁵, or both zero.
pub fn steady_availability(mtbf: f64, mttr: f64) -> Result<f64, Error> {
    let code = codes::REN_BAD_TIME;
    within(mtbf, (0.0, TIME_MAX), code, "/mtbf", "mean time between failures")?;
    within(mttr, (0.0, TIME_MAX), code, "/mttr", "mean time to restore")?;
    within(mtbf + mttr, (1e-300, 2.0 * TIME_MAX), code, "/mtbf", "sum of both times")?;
    Ok(mtbf / (mtbf + mttr))
}
