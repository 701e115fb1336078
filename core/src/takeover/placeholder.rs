//! What stands in a field of identity without identifying anything.
//!
//! Firmware leaves the factory with texts such as `To be filled by O.E.M.` or `Default string`, and
//! thousands of machines share them: keyed on, they would merge strangers. Values are compared by
//! their letters and digits only, in lower case, so `To Be Filled By O.E.M` is the same text.

pub(super) use crate::tabular::is_rounded;

/// Texts that stand for nothing, by their letters and digits.
const TEXTS: &[&str] = &[
    "0x00000000",
    "assettag",
    "baseboardproductname",
    "baseboardserialnumber",
    "boardserialnumber",
    "chassismanufacturer",
    "chassisserialnumber",
    "default",
    "defaultstring",
    "empty",
    "eval",
    "example",
    "invalid",
    "manufacturer",
    "mbserial",
    "model",
    "na",
    "nil",
    "noasset",
    "none",
    "noserial",
    "noserialnumber",
    "notapplicable",
    "notavailable",
    "notdefined",
    "notpresent",
    "notset",
    "notsettable",
    "notspecified",
    "null",
    "oem",
    "oemstring",
    "productname",
    "releasekeys",
    "serial",
    "serialnumber",
    "serialno",
    "sn",
    "ssnexample",
    "string",
    "systemmanufacturer",
    "systemproductname",
    "systemserialnumber",
    "systemversion",
    "tbd",
    "testkeys",
    "type1productconfigid",
    "type1sku0",
    "undefined",
    "uninitialized",
    "unknown",
    "unspecified",
    "xserialnumberx",
];

/// Names that stand for no machine, by their letters and digits.
const NAMES: &[&str] = &[
    "computername",
    "hostname",
    "localhost",
    "localhostlocaldomain",
    "localhost6localdomain6",
    "na",
    "nil",
    "noname",
    "none",
    "notset",
    "notspecified",
    "null",
    "undefined",
    "unknown",
    "unnamed",
];

/// UUIDs that ship on many boards, by their digits.
const UUIDS: &[&str] = &[
    "03000200040005000006000700080009",
    "00020003000400050006000700080009",
    "00010002000300040005000600070008",
    "12345678123456789012345678901234",
    "123456781234567890abcddeefaabbcc",
    "12345678901234567890123456789012",
    "12345678123412341234123456789abc",
    "fefefefefefefefefefefefefefefefe",
    "0123456789abcdef0123456789abcdef",
];

/// MAC addresses that programs give to every machine they are installed on, by their digits: adapters of
/// `VMware` and `VirtualBox` hosts, the loopback and the dial-up adapters of Windows.
const MACS: &[&str] = &[
    "005056c00001",
    "005056c00008",
    "0a0027000000",
    "02004c4f4f50",
    "204153594eff",
    "335050303045",
    "505054503030",
];

/// The digits of a MAC address in lower case, or `None` when it identifies nothing: not twelve digits, all
/// the same, addressed to a group (broadcast, multicast), or one that programs give to every machine.
pub(super) fn mac_digits(text: &str) -> Option<String> {
    let digits: String = text
        .chars()
        .filter(|c| !matches!(c, ':' | '-' | '.' | ' '))
        .map(|c| c.to_ascii_lowercase())
        .collect();
    let is_whole = digits.len() == 12 && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    // The lowest bit of the first octet marks a group.
    let is_group = digits.chars().nth(1).and_then(|c| c.to_digit(16)).is_none_or(|n| n % 2 == 1);
    let is_known = MACS.contains(&digits.as_str());
    (is_whole && !is_group && !is_run(&digits) && !is_known).then_some(digits)
}

/// Whether a serial number, manufacturer or model is only a placeholder.
///
/// That is: no letter or digit; one character repeated (`0000000`, `xxxxx`); three or more digits
/// that count up (`123456789`, `01234567890`); digits rounded by a spreadsheet (`6.37702E+15`); a
/// text that begins like `to be filled`; or one of a list of known texts (`Default string`, `System
/// Serial Number`, `None`, `N/A`, `Not Specified` …).
pub(crate) fn is_text(text: &str) -> bool {
    let core = core(text);
    is_run(&core)
        || is_rounded(text)
        || core.starts_with("tobefilled")
        || TEXTS.contains(&core.as_str())
}

/// Whether a UUID is only a placeholder: as for texts, or one of the UUIDs that ship on many
/// boards.
pub(super) fn is_uuid(text: &str) -> bool {
    is_text(text) || UUIDS.contains(&core(text).as_str())
}

/// Whether a machine name is only a placeholder: one of a short list (`localhost`, `none`), no
/// letter or digit at all, or a template that nobody filled (`{$computer_name}`, `%COMPUTERNAME%`).
pub(super) fn is_name(text: &str) -> bool {
    let core = core(text);
    let template = [("{", "}"), ("${", "}"), ("%", "%"), ("<", ">")];
    core.is_empty()
        || NAMES.contains(&core.as_str())
        || template.iter().any(|(open, close)| text.starts_with(open) && text.ends_with(close))
}

/// Whether a text is surely no placeholder, told without building its core: ASCII letters and digits
/// of which some are letters and some are digits, or digits that are no run.
#[inline]
pub(super) fn is_plainly_real(text: &str) -> bool {
    let bytes = text.as_bytes();
    // A letter first and a digit after it: of the texts of the list those begin with `t`, and neither
    // runs nor rounded numbers begin with a letter and have a digit. Without any digit nothing is sure.
    if let [b'a'..=b's' | b'u'..=b'z' | b'A'..=b'S' | b'U'..=b'Z', rest @ ..] = bytes {
        return rest.iter().rev().any(u8::is_ascii_digit);
    }
    let (mut letters, mut digits) = (false, false);
    for byte in bytes {
        match byte {
            b'0'..=b'9' => digits = true,
            b'a'..=b'z' | b'A'..=b'Z' => letters = true,
            b'-' | b'.' | b'_' | b'/' | b' ' => {}
            _ => return false,
        }
    }
    match bytes {
        // All digits: no run when the first two neither repeat nor count up.
        [a, b, ..] if digits && !letters => {
            a.is_ascii_digit()
                && b.is_ascii_digit()
                && a != b
                && (a.wrapping_sub(b'0') + 1) % 10 != b.wrapping_sub(b'0')
        }
        // The texts of the list with letters and digits begin with one of these.
        [first, ..] if digits && letters => {
            !matches!(first, b'0' | b't' | b'T' | b'x' | b'X' | b'-' | b'.' | b'_' | b'/' | b' ')
        }
        _ => false,
    }
}

/// Whether a UUID is surely no placeholder.
#[inline]
pub(super) fn is_plainly_real_uuid(text: &str) -> bool {
    is_plainly_real(text) && !matches!(text.as_bytes(), [b'0' | b'1' | b'f' | b'F', ..])
}

/// Whether a name is surely no placeholder: of the names of the list, those with digits begin with `l`.
#[inline]
pub(super) fn is_plainly_real_name(text: &str) -> bool {
    is_plainly_real(text) && !text.starts_with(['l', 'L'])
}

fn core(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

fn is_run(core: &str) -> bool {
    let mut letters = core.chars();
    let Some(first) = letters.next() else {
        return true;
    };
    if letters.all(|letter| letter == first) {
        return true;
    }
    let counts_up = core.as_bytes().windows(2).all(|pair| match pair {
        [a, b] => a.is_ascii_digit() && b.is_ascii_digit() && (a - b'0' + 1) % 10 == b - b'0',
        _ => false,
    });
    counts_up && core.len() >= 3
}

#[cfg(test)]
mod tests {
    use super::{
        NAMES, TEXTS, UUIDS, is_name, is_plainly_real, is_plainly_real_name, is_plainly_real_uuid,
        is_text, is_uuid,
    };

    #[test]
    fn what_is_plainly_real_is_no_placeholder() {
        let mut texts: Vec<String> = [TEXTS, NAMES, UUIDS]
            .iter()
            .flat_map(|list| list.iter().map(|t| (*t).into()))
            .collect();
        texts.extend(
            ["6.37702E+15", "0000", "11-11", "1234567", "9012", "To be filled 1"].map(Into::into),
        );
        // Every text of four of these letters.
        let letters = ['0', '1', '2', 'a', 't', 'x', 'E', '+', '.', ' '];
        for number in 0..10_000_usize {
            let letter = |place: u32| letters.get(number / 10_usize.pow(place) % 10);
            texts.push((0..4).filter_map(letter).collect());
        }
        for text in texts {
            assert!(!(is_plainly_real(&text) && is_text(&text)), "{text}");
            assert!(!(is_plainly_real_uuid(&text) && is_uuid(&text)), "{text}");
            assert!(!(is_plainly_real_name(&text) && is_name(&text)), "{text}");
        }
        for text in ["SN42A", "970882174-8", "Latitude 5420", "CZC1234ABC"] {
            assert!(is_plainly_real(text), "{text}");
        }
    }
}
