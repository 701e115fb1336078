//! Relations and contracts of registers, brought to the assets that they name.

use super::identity::{Background, note};
use super::reader::Notes;
use super::text::quote;
use super::{FoundContract, FoundRelation, Takeover};
use crate::error::codes;
use crate::id::AssetId;
use crate::inventory::Relation;
use crate::order::{self, Lists};

/// What registers say beside assets, each with the place of its file.
#[derive(Debug, Default)]
pub(super) struct Told {
    pub relations: Vec<(usize, FoundRelation)>,
    pub contracts: Vec<(usize, FoundContract)>,
}

/// Puts relations and contracts into `takeover`, with the ids of the assets that they name.
///
/// A text names the asset whose id it is; else the one asset that it names, its name, what a register calls
/// it, the number of its owner or its serial number, without regard to case. What names none or several
/// stays as it is, with a `TAK-047`; such a relation is only in [`Takeover::relations`].
pub(super) fn resolve(
    told: Told,
    backgrounds: &[Background],
    notes: &mut [Notes],
    takeover: &mut Takeover,
) {
    let index = Index::new(takeover, backgrounds);
    let mut say = |file: usize, message: String| {
        note(notes, file, codes::TAK_UNRESOLVED, "", message);
    };
    for (file, relation) in &told.relations {
        let mut find = |text: &str| {
            let found = index.find(text, takeover);
            found
                .map_err(|why| say(*file, format!("a relation names `{}`, {why}", quote(text))))
                .ok()
        };
        let (from, to) = (find(&relation.from), find(&relation.to));
        let (Some(from), Some(to)) = (from, to) else { continue };
        takeover.asset_relations.push(Relation { kind: relation.kind, from, to });
    }
    for (file, mut contract) in told.contracts {
        for asset in &mut contract.assets {
            match index.find(asset, takeover) {
                Ok(id) => *asset = id.as_str().into(),
                Err(why) => {
                    let id = quote(&contract.id);
                    say(file, format!("contract `{id}` names `{}`, {why}", quote(asset)));
                }
            }
        }
        order::sort_once(&mut contract.assets);
        takeover.contracts.push(contract);
    }
    takeover.relations = told.relations.into_iter().map(|(_, relation)| relation).collect();
    order::sort_once(&mut takeover.relations);
    order::sort_once(&mut takeover.asset_relations);
    order::sort(&mut takeover.contracts);
}

/// Places of assets by what they are called.
struct Index {
    names: Lists,
}

impl Index {
    fn new(takeover: &Takeover, backgrounds: &[Background]) -> Index {
        let mut names = Lists::default();
        for (place, (asset, background)) in takeover.assets.iter().zip(backgrounds).enumerate() {
            let facts = &asset.facts;
            let own = [Some(asset.id.as_str()), Some(&*asset.name), facts.serial.as_deref()];
            let others = background.names.iter().map(String::as_str);
            for name in own.into_iter().flatten().chain(others) {
                names.push(&name.to_lowercase(), place);
            }
        }
        Index { names }
    }

    fn find(&self, text: &str, takeover: &Takeover) -> Result<AssetId, &'static str> {
        let assets = &takeover.assets;
        if let Ok(place) = assets.binary_search_by(|asset| asset.id.as_str().cmp(text)) {
            return assets.get(place).map(|asset| asset.id.clone()).ok_or("no asset");
        }
        match self.names.get(&text.to_lowercase()) {
            [] => Err("which no asset is called"),
            [place] => assets.get(*place).map(|asset| asset.id.clone()).ok_or("no asset"),
            _ => Err("which several assets are called"),
        }
    }
}
