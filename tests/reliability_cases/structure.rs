//! Structures against an enumeration of all states.

use crate::{float, near};
use entretien::reliability::{
    RedundancyGroup, StructureNode, availability, group_availability, steady_availability,
    structure_availability,
};
use entretien_tests::{Random, text};
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    #[serde(rename = "why")]
    _why: String,
    nodes: Vec<NodeRow>,
    availability: f64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NodeRow {
    up: f64,
    #[serde(default)]
    needs: Vec<u32>,
    #[serde(default)]
    groups: Vec<(Vec<u32>, u32)>,
}

#[test]
fn structures_work_as_the_cases_say() {
    #[derive(Deserialize)]
    struct File {
        case: Vec<Case>,
    }
    let file: File =
        toml::from_str(&text("tests/data/reliability/structures.toml")).expect("cases");
    for case in file.case {
        let node = |row: NodeRow| StructureNode {
            availability: row.up,
            needs: row.needs,
            groups: row
                .groups
                .into_iter()
                .map(|(members, needed)| RedundancyGroup { members, needed })
                .collect(),
        };
        let nodes: Vec<StructureNode> = case.nodes.into_iter().map(node).collect();
        let found = structure_availability(&nodes, &[0]).expect("a structure").remove(0);
        assert!((found.availability - case.availability).abs() < 1e-15, "{}: {found:?}", case.name);
        let down = 1.0 - case.availability;
        assert!((found.unavailability - down).abs() < 1e-15, "{}: {found:?}", case.name);
    }
}

fn works(nodes: &[StructureNode], state: u32, node: usize) -> bool {
    let item = &nodes[node];
    let below = |member: &u32| works(nodes, state, usize::try_from(*member).expect("small"));
    state >> node & 1 == 1
        && item.needs.iter().all(below)
        && item.groups.iter().all(|group| {
            group.members.iter().filter(|member| below(member)).count()
                >= usize::try_from(group.needed).expect("small")
        })
}

/// The sum over all states of all nodes, `fixed` being held up or down.
fn enumerated(nodes: &[StructureNode], top: usize, fixed: Option<(usize, bool)>) -> f64 {
    (0_u32..1 << nodes.len())
        .filter(|state| fixed.is_none_or(|(node, up)| (state >> node & 1 == 1) == up))
        .filter(|state| works(nodes, *state, top))
        .map(|state| {
            nodes.iter().enumerate().fold(1.0, |chance, (place, node)| {
                let up = state >> place & 1 == 1;
                match fixed {
                    Some((held, _)) if held == place => chance,
                    _ if up => chance * node.availability,
                    _ => chance * (1.0 - node.availability),
                }
            })
        })
        .sum()
}

/// Some of the nodes after `place`.
fn some(random: &mut Random, place: u32, all: u32, percent: u32) -> Vec<u32> {
    (place + 1..all).filter(|_| random.chance(percent)).collect()
}

#[test]
fn structures_agree_with_all_states() {
    let mut random = Random(31);
    for _ in 0..120 {
        let all = 2 + random.below(8_u32);
        let nodes: Vec<StructureNode> = (0..all)
            .map(|place| {
                let needs = some(&mut random, place, all, 20);
                let mut groups = Vec::new();
                for _ in 0..random.below(3_u32) {
                    let members = some(&mut random, place, all, 45);
                    let most = u32::try_from(members.len()).expect("small");
                    groups.push(RedundancyGroup { needed: random.below(most + 1), members });
                }
                let availability = match random.below(8_u32) {
                    0 => 1.0,
                    1 => 0.0,
                    _ => f64::from(random.below(1_000_u32)) / 1_000.0,
                };
                StructureNode { availability, needs, groups }
            })
            .collect();
        let answer = structure_availability(&nodes, &[0]).expect("a structure").remove(0);
        let expected = enumerated(&nodes, 0, None);
        assert!((answer.availability - expected).abs() < 1e-13, "{answer:?} for {expected}");
        assert!((answer.availability + answer.unavailability - 1.0).abs() < 1e-13);
        for item in answer.importance {
            let node = usize::try_from(item.node).expect("small");
            let held = |up| enumerated(&nodes, 0, Some((node, up)));
            assert!((item.importance - (held(true) - held(false))).abs() < 1e-13, "{item:?}");
        }
    }
}

/// Different items of which some are needed, by all states.
#[test]
fn groups_agree_with_all_states() {
    let mut random = Random(32);
    for _ in 0..100 {
        let items: Vec<f64> =
            (0..=random.below(9_u32)).map(|_| f64::from(random.below(101_u32)) / 100.0).collect();
        let needed = random.below(u32::try_from(items.len()).expect("small") + 1);
        let expected: f64 = (0_u32..1 << items.len())
            .filter(|state| state.count_ones() >= needed)
            .map(|state| {
                let chance = |(place, up): (usize, &f64)| {
                    if state >> place & 1 == 1 { *up } else { 1.0 - up }
                };
                items.iter().enumerate().map(chance).product::<f64>()
            })
            .sum();
        let found = group_availability(&items, needed).expect("a group");
        assert!((found.availability - expected).abs() < 1e-13);
        assert!((found.unavailability - (1.0 - expected)).abs() < 1e-13);
    }
    // Equal items: the other function, and a pair that is hardly ever down.
    let up = steady_availability(200.0, 4.0).expect("times");
    let equal = availability(200.0, 4.0, 5, 3).expect("a group");
    let found = group_availability(&[up; 5], 3).expect("a group");
    near(found.availability, equal.needed, 1e-14, "three of five");
    let pair = group_availability(&[1.0 - 1e-9; 2], 1).expect("a pair");
    near(pair.unavailability, 1e-18, 1e-6, "a tiny share");
}

/// A hall of servers behind two power lines: far beyond enumeration, and known in closed form.
#[test]
fn large_structures_stay_exact() {
    let plain =
        |availability, needs: Vec<u32>| StructureNode { availability, needs, groups: vec![] };
    // 0: the service, 1 and 2: power lines, then 300 servers, half on each line; 200 must work.
    let servers: Vec<u32> = (3..303).collect();
    let group = RedundancyGroup { members: servers.clone(), needed: 120 };
    let mut nodes = vec![StructureNode { groups: vec![group], ..plain(1.0, vec![]) }];
    nodes.extend([plain(0.99, vec![]), plain(0.98, vec![])]);
    nodes
        .extend(servers.iter().map(|server| plain(0.9, vec![if server % 2 == 0 { 2 } else { 1 }])));
    let found = structure_availability(&nodes, &[0]).expect("a structure").remove(0);
    let of =
        |count: usize| group_availability(&vec![0.9; count], 120).expect("servers").availability;
    let expected = 0.99 * 0.98 * of(300) + (0.99 * 0.02 + 0.01 * 0.98) * of(150);
    near(found.availability, expected, 1e-12, "the hall");
    assert!(found.decisions < 200_000, "{}", found.decisions);
    assert_eq!(found.importance.len(), 303);
    assert!(float(found.decisions) > 300.0);
}
