//! Availability of items that depend on each other.

use crate::answer::answered;
use crate::columns::places;
use crate::fields::{Fields, list};
use crate::{argument, number, numbers, whole};
use entretien::reliability::{self, RedundancyGroup, StructureNode};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

/// Availability of an item from its mean times, and of groups of `items` equal ones of which `needed` must work.
#[wasm_bindgen(unchecked_return_type = "Availability")]
pub fn availability(
    #[wasm_bindgen(unchecked_param_type = "number")] mtbf: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "number")] mttr: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "number | null")] items: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "number | null")] needed: &JsValue,
) -> Result<JsValue, JsValue> {
    let count = |name: &str, value: &JsValue| {
        if argument::is_absent(value) { Ok(1) } else { whole(name, value, 0, u32::MAX) }
    };
    let (items, needed) = (count("items", items)?, count("needed", needed)?);
    answered(reliability::availability(number("mtbf", mtbf)?, number("mttr", mttr)?, items, needed))
}

/// Availability of a group of different, independent items of which `needed` must work.
#[wasm_bindgen(js_name = groupAvailability, unchecked_return_type = "GroupAvailability")]
pub fn group_availability(
    #[wasm_bindgen(unchecked_param_type = "Float64Array | readonly number[]")] items: &JsValue,
    #[wasm_bindgen(unchecked_param_type = "number")] needed: &JsValue,
) -> Result<JsValue, JsValue> {
    let needed = whole("needed", needed, 0, u32::MAX)?;
    answered(reliability::group_availability(&numbers("items", items)?, needed))
}

/// The exact availability of some nodes of a structure, each with all that it depends on and what weighs most in it;
/// of all nodes when `asked` is left out. What several nodes need is counted once.
#[wasm_bindgen(js_name = structureAvailability, unchecked_return_type = "NodeAvailability[]")]
pub fn structure_availability(
    #[wasm_bindgen(unchecked_param_type = "readonly StructureNode[]")] nodes: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "Uint32Array | readonly number[] | null")]
    asked: &JsValue,
) -> Result<JsValue, JsValue> {
    let given = list("nodes", nodes)?;
    let rows = given.iter().enumerate();
    let nodes =
        rows.map(|(place, one)| node(&format!("/{place}"), &one)).collect::<Result<Vec<_>, _>>()?;
    let asked = if argument::is_absent(asked) {
        (0..given.length()).collect()
    } else {
        places("asked", asked)?
    };
    answered(reliability::structure_availability(&nodes, &asked))
}

fn node(pointer: &str, value: &JsValue) -> Result<StructureNode, JsValue> {
    let fields = Fields::needed_at(pointer, value, &["availability", "needs", "groups"])?;
    let needs = fields.value("needs");
    let groups = list(&fields.at("groups"), &fields.value("groups"))?;
    let groups = groups.iter().enumerate().map(|(place, one)| {
        let pointer = format!("{pointer}/groups/{place}");
        let fields = Fields::needed_at(&pointer, &one, &["members", "needed"])?;
        let members = places(&fields.at("members"), &fields.needed("members")?)?;
        let needed = whole(&fields.at("needed"), &fields.needed("needed")?, 0, u32::MAX)?;
        Ok(RedundancyGroup { members, needed })
    });
    Ok(StructureNode {
        availability: fields.number_or("availability", 1.0)?,
        needs: if argument::is_absent(&needs) {
            Vec::new()
        } else {
            places(&fields.at("needs"), &needs)?
        },
        groups: groups.collect::<Result<Vec<_>, JsValue>>()?,
    })
}
