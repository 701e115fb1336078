//! Codes of audits.

use super::{Code, CodeInfo, register};

register! {}
