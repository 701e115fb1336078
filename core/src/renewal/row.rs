//! Rows of renewals: what is due, when, and why.

use super::policy::Driver;
use crate::id::{AssetId, ContractId, LicenceId, SiteId, escape};
use crate::inventory::Category;
use crate::quantity::Money;
use crate::text::choice;
use crate::time::Day;
use serde::Serialize;

choice! {
    /// What a row calls for.
    RenewalAction {
        /// Replace the asset.
        Replace "replace" "replace" "remplacer",
        /// Update the product.
        Update "update" "update" "mettre à jour",
        /// Renew the contract, licence or certificate.
        Renew "renew" "renew" "renouveler",
    }
}

choice! {
    /// What a reason does in its row.
    ReasonPart {
        /// It dates the row.
        Binding "binding" "binding" "déterminante",
        /// The policy enables it; another one is earlier, or it has no date.
        Enabled "enabled" "enabled" "prise en compte",
        /// The policy does not enable it.
        Shown "shown" "for information" "pour information",
    }
}

choice! {
    /// Why a reason has no date.
    NoDate {
        /// Nothing of the kind is known of the asset.
        NothingKnown "nothing_known" "nothing known" "rien de connu",
        /// Neither day of purchase nor of putting into service.
        NoPurchase "no_purchase" "no day of purchase" "pas de date d'achat",
        /// No life, book life or cost model.
        NoLife "no_life" "no life or model given" "ni durée ni modèle",
        /// There is no support catalogue to look it up in.
        NoCatalogue "no_catalogue" "no support catalogue given" "pas de catalogue de support",
        /// No product of the catalogue was recognised.
        NotRecognised "not_recognised" "product not recognised" "produit non reconnu",
        /// The product is known, its version tells no cycle.
        NoCycle "no_cycle" "version not known" "version inconnue",
        /// The catalogue does not know that end.
        EndUnknown "end_unknown" "end not known" "fin inconnue",
        /// Support has not ended and no date is announced.
        NotEnded "not_ended" "not ended, no date announced" "non terminé, sans date annoncée",
        /// Under the model it is best to run to failure.
        RunToFailure "run_to_failure" "best run to failure" "à user jusqu'à la panne",
    }
}

/// One reason of a row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "RenewalReason"))]
pub struct Reason {
    /// The driver.
    pub driver: Driver,
    /// What it does here.
    pub part: ReasonPart,
    /// What it is about: product and cycle, contract, licence, certificate.
    pub what: Option<Box<str>>,
    /// First day on which it holds.
    pub date: Option<Day>,
    /// Whether it holds on the day asked; true without a date when only that is known.
    pub is_over: bool,
    /// Why it has no date.
    pub no_date: Option<NoDate>,
    /// For an age, the day after the shortest usual life.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub low: Option<Day>,
    /// For an age, the day after the longest usual life.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub high: Option<Day>,
}

choice! {
    /// Kind of what a row is about.
    #[cfg_attr(feature = "schema", schemars(rename = "RenewalSubjectKind"))]
    SubjectKind {
        /// An asset to replace.
        Asset "asset" "asset" "équipement",
        /// A product on an asset, to update.
        Product "product" "product" "produit",
        /// A contract.
        Contract "contract" "contract" "contrat",
        /// A licence.
        Licence "licence" "licence" "licence",
        /// A certificate of an asset.
        Certificate "certificate" "certificate" "certificat",
    }
}

/// What a row is about; serialised as a [`SubjectFields`].
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(into = "SubjectFields")]
pub enum RenewalSubject {
    /// An asset to replace.
    Asset {
        /// The asset.
        asset: AssetId,
    },
    /// A product on an asset, to update.
    Product {
        /// The asset.
        asset: AssetId,
        /// Product of the catalogue.
        product: Box<str>,
        /// Its cycle.
        cycle: Option<Box<str>>,
        /// The newest supported cycle.
        target: Option<Box<str>>,
    },
    /// A contract.
    Contract {
        /// The contract.
        contract: ContractId,
    },
    /// A licence.
    Licence {
        /// The licence.
        licence: LicenceId,
    },
    /// A certificate of an asset.
    Certificate {
        /// The asset.
        asset: AssetId,
        /// Its name.
        name: Box<str>,
    },
}

/// The same, field by field; what does not go with the kind is `None`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "RenewalSubject"))]
pub struct SubjectFields {
    /// Kind.
    pub kind: SubjectKind,
    /// The stable id of the row.
    pub key: String,
    /// The asset to replace, or that it stands on.
    pub asset: Option<AssetId>,
    /// Product of the catalogue.
    pub product: Option<Box<str>>,
    /// Its cycle.
    pub cycle: Option<Box<str>>,
    /// The newest supported cycle of the product.
    pub target: Option<Box<str>>,
    /// The contract.
    pub contract: Option<ContractId>,
    /// The licence.
    pub licence: Option<LicenceId>,
    /// The name of the certificate.
    pub name: Option<Box<str>>,
}

impl From<RenewalSubject> for SubjectFields {
    fn from(subject: RenewalSubject) -> SubjectFields {
        let mut fields = SubjectFields {
            kind: SubjectKind::Asset,
            key: subject.key(),
            asset: subject.asset().cloned(),
            product: None,
            cycle: None,
            target: None,
            contract: None,
            licence: None,
            name: None,
        };
        match subject {
            RenewalSubject::Asset { .. } => {}
            RenewalSubject::Product { product, cycle, target, .. } => {
                fields.kind = SubjectKind::Product;
                (fields.product, fields.cycle, fields.target) = (Some(product), cycle, target);
            }
            RenewalSubject::Contract { contract } => {
                fields.kind = SubjectKind::Contract;
                fields.contract = Some(contract);
            }
            RenewalSubject::Licence { licence } => {
                fields.kind = SubjectKind::Licence;
                fields.licence = Some(licence);
            }
            RenewalSubject::Certificate { name, .. } => {
                fields.kind = SubjectKind::Certificate;
                fields.name = Some(name);
            }
        }
        fields
    }
}

impl RenewalSubject {
    /// The asset that it is about or stands on.
    pub fn asset(&self) -> Option<&AssetId> {
        match self {
            RenewalSubject::Asset { asset }
            | RenewalSubject::Product { asset, .. }
            | RenewalSubject::Certificate { asset, .. } => Some(asset),
            RenewalSubject::Contract { .. } | RenewalSubject::Licence { .. } => None,
        }
    }

    /// A stable id of the row: kind and ids, `/` and `%` of ids escaped.
    ///
    /// ```
    /// use entretien::{id::AssetId, renewal::RenewalSubject};
    /// let asset = AssetId::new("srv/1").unwrap();
    /// assert_eq!(RenewalSubject::Asset { asset }.key(), "asset/srv%2F1");
    /// ```
    pub fn key(&self) -> String {
        match self {
            RenewalSubject::Asset { asset } => format!("asset/{}", escape(asset.as_str())),
            RenewalSubject::Product { asset, product, .. } => {
                format!("product/{}/{}", escape(asset.as_str()), escape(product))
            }
            RenewalSubject::Contract { contract } => {
                format!("contract/{}", escape(contract.as_str()))
            }
            RenewalSubject::Licence { licence } => format!("licence/{}", escape(licence.as_str())),
            RenewalSubject::Certificate { asset, name } => {
                format!("certificate/{}/{}", escape(asset.as_str()), escape(name))
            }
        }
    }
}

/// One renewal or update.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RenewalRow {
    /// Its subject.
    #[cfg_attr(feature = "schema", schemars(with = "SubjectFields"))]
    pub subject: RenewalSubject,
    /// What it calls for.
    pub action: RenewalAction,
    /// Category of the asset.
    pub category: Option<Category>,
    /// Site of the asset.
    pub site: Option<SiteId>,
    /// First contract that covers the asset on the day asked.
    pub contract: Option<ContractId>,
    /// Policy that dated it.
    pub policy: Box<str>,
    /// Date of the binding reason; `None` where nothing dates it, or what is over has no date.
    pub due: Option<Day>,
    /// Whether the binding reason holds on the day asked.
    pub is_over: bool,
    /// When the work is wanted: `due` less the lead, not before the day asked.
    pub wanted: Option<Day>,
    /// First day of the window for the work.
    pub earliest: Option<Day>,
    /// Last day of that window.
    pub latest: Option<Day>,
    /// Price in money of the day asked.
    pub price: Option<Money>,
    /// Every reason, the binding one first.
    pub reasons: Vec<Reason>,
}

impl RenewalRow {
    /// The reason that dates it.
    pub fn binding(&self) -> Option<&Reason> {
        self.reasons.first().filter(|reason| reason.part == ReasonPart::Binding)
    }
}
