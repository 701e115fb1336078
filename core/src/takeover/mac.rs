//! MAC addresses, written in one way.

use super::text;
use crate::error::{Faults, codes};

/// Addresses that stand for none: empty hardware, broadcast, and what Android answers programs.
const NOBODY: &[&str] = &["00:00:00:00:00:00", "ff:ff:ff:ff:ff:ff", "02:00:00:00:00:00"];

/// Why a text is no address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum MacFault {
    /// Not six pairs of hexadecimal digits.
    NotOne,
    /// An address that many machines show.
    Placeholder,
}

impl MacFault {
    /// Adds the diagnostic.
    pub(super) fn tell(self, value: &str, pointer: String, faults: &mut Faults) {
        let value = text::quote(value);
        match self {
            MacFault::NotOne => {
                let message = format!("`{value}` is no MAC address");
                faults.add(codes::TAK_BAD_MAC, pointer, message);
            }
            MacFault::Placeholder => {
                let message = format!("`{value}` identifies nothing");
                faults.add(codes::TAK_PLACEHOLDER, pointer, message);
            }
        }
    }
}

/// Reads `68:B5:99:E6:84:EB`, `68-b5-99-e6-84-eb`, `68b5.99e6.84eb` or `68B599E684EB`: lower case, with
/// colons.
pub(super) fn read(text: &str) -> Result<Box<str>, MacFault> {
    let mut digits = String::with_capacity(12);
    let groups: Vec<&str> = text.split([':', '-', '.']).collect();
    let length = match groups.len() {
        6 => 2,
        3 => 4,
        1 => 12,
        _ => return Err(MacFault::NotOne),
    };
    for group in groups {
        if group.len() != length || !group.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return Err(MacFault::NotOne);
        }
        digits.push_str(&group.to_ascii_lowercase());
    }
    let pairs: Vec<&str> = (0..6)
        .filter_map(|n: usize| {
            digits.get(n.saturating_mul(2)..n.saturating_mul(2).saturating_add(2))
        })
        .collect();
    let address = pairs.join(":");
    if NOBODY.contains(&address.as_str()) {
        return Err(MacFault::Placeholder);
    }
    Ok(address.into())
}
