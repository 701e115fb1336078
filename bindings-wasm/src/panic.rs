//! What the module said before it stopped.
//!
//! A panic aborts the module: its memory is not to be trusted any more and every later call must be
//! refused. The message is kept, so that the JavaScript side can say why (`WASM-003`).

use std::sync::Mutex;
use wasm_bindgen::prelude::wasm_bindgen;

static LAST: Mutex<Option<String>> = Mutex::new(None);

/// Keeps the message of the first panic.
pub(crate) fn install() {
    std::panic::set_hook(Box::new(|info| {
        if let Ok(mut last) = LAST.lock() {
            last.get_or_insert_with(|| info.to_string());
        }
    }));
}

/// The message of the panic that stopped the module, if one did.
#[wasm_bindgen(js_name = lastPanic)]
pub fn last_panic() -> Option<String> {
    LAST.lock().ok().and_then(|last| last.clone())
}
