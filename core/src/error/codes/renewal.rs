//! Codes of renewals, budgets, depreciation and failure statistics.

use super::{Code, CodeInfo, register};

register! {}
