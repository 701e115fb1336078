//! Codes of support catalogues.

use super::{Code, CodeInfo, register};

register! {
    // Reading a catalogue: kept with a diagnostic.
    SUP_BAD_END "SUP-001" {
        "neither a date nor true or false, kept as unknown", "ni une date ni vrai ou faux, gardé comme inconnu",
        "Write the end as YYYY-MM-DD, `true`, `false`, or leave it empty.", "Écrivez la fin sous la forme AAAA-MM-JJ, `true`, `false`, ou laissez vide." }
    SUP_BAD_DATE "SUP-002" {
        "unusable date, kept as unknown", "date inutilisable, gardée comme inconnue",
        "Write the date as YYYY-MM-DD.", "Écrivez la date sous la forme AAAA-MM-JJ." }
    SUP_WRONG_TYPE "SUP-003" {
        "value of an unexpected type, kept as unknown", "valeur d'un type inattendu, gardée comme inconnue",
        "Take the file from the source again.", "Reprenez le fichier à la source." }
    SUP_NO_NAME "SUP-004" {
        "no usable name of a product or cycle, left out", "pas de nom de produit ou de cycle utilisable, écarté",
        "Give each product and each cycle a name of at most 200 characters.", "Donnez à chaque produit et à chaque cycle un nom de 200 caractères au plus." }
    SUP_DUPLICATE_CYCLE "SUP-005" {
        "the same cycle of the same product twice, the first is kept", "le même cycle du même produit deux fois, le premier est gardé",
        "Remove one of the two.", "Supprimez l'un des deux." }
    SUP_UNKNOWN_COLUMN "SUP-006" {
        "column that is not used", "colonne non utilisée",
        "Rename it if it holds a value of the list.", "Renommez-la si elle porte une valeur de la liste." }
    SUP_UNEVEN_ROW "SUP-007" {
        "row with more or fewer values than the header, what is missing is unknown", "ligne avec plus ou moins de valeurs que l'en-tête, ce qui manque est inconnu",
        "Put texts that hold the separator between quotes.", "Mettez entre guillemets les textes qui contiennent le séparateur." }
    SUP_ENDS_BEFORE_RELEASE "SUP-008" {
        "security support that ends before the release, kept as written", "support de sécurité terminé avant la sortie, gardé tel quel",
        "Check both dates at the source.", "Vérifiez les deux dates à la source." }
    SUP_NO_CYCLES "SUP-009" {
        "a product without cycles", "un produit sans cycle",
        "Take the full form of the catalogue: summaries have no cycles.", "Prenez la forme complète du catalogue : les résumés n'ont pas de cycles." }
    // Reading a catalogue: refused.
    SUP_NOT_TEXT "SUP-050" {
        "the file is not UTF-8 text", "le fichier n'est pas un texte UTF-8",
        "Save it as UTF-8.", "Enregistrez-le en UTF-8." }
    SUP_NOT_JSON "SUP-051" {
        "the file is not JSON", "le fichier n'est pas du JSON",
        "Take it from the source again; it may be truncated.", "Reprenez-le à la source ; il est peut-être tronqué." }
    SUP_NOT_CATALOGUE "SUP-052" {
        "not a support catalogue", "ce n'est pas un catalogue de support",
        "Give a CSV with the columns product and cycle, or the JSON of endoflife.date.", "Donnez un CSV avec les colonnes product et cycle, ou le JSON d'endoflife.date." }
    SUP_TOO_LARGE "SUP-053" {
        "a bound of the catalogue is exceeded", "une limite du catalogue est dépassée",
        "Keep the products that the estate uses.", "Gardez les produits que le parc utilise." }
    SUP_PRODUCT_MISSING "SUP-054" {
        "a list of cycles whose product is not given", "une liste de cycles dont le produit n'est pas donné",
        "Give the name of the product with the file.", "Donnez le nom du produit avec le fichier." }
    // Rules of matching.
    SUP_BAD_RULE "SUP-060" {
        "a rule of matching that cannot be read", "règle de rapprochement illisible",
        "Write seven fields: id, scope, product, pattern, version, cycle, context.", "Écrivez sept champs : identifiant, portée, produit, motif, version, cycle, contexte." }
    SUP_DUPLICATE_RULE "SUP-061" {
        "two rules of matching with one id", "deux règles de rapprochement de même identifiant",
        "Give each rule an id of its own.", "Donnez à chaque règle son propre identifiant." }
}
