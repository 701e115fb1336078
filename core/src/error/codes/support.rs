//! Codes of support catalogues.

use super::{Code, CodeInfo, register};

register! {}
