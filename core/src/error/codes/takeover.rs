//! Codes of taking over inventories.

use super::{Code, CodeInfo, register};

register! {
    // Taking over an inventory: kept with a diagnostic.
    TAK_BAD_DATE "TAK-001" {
        "unusable date, kept as unknown", "date inutilisable, gardée comme inconnue",
        "Correct it at the source, or give the fact in the CSV of declared facts.", "Corrigez-la à la source, ou donnez-la dans le CSV des faits déclarés." }
    TAK_PLACEHOLDER "TAK-002" {
        "placeholder instead of an identity, kept as unknown", "valeur de remplissage au lieu d'une identité, gardée comme inconnue",
        "Enter the real value in the firmware, or declare it in the CSV of facts.", "Saisissez la vraie valeur dans le micrologiciel, ou déclarez-la dans le CSV des faits." }
    TAK_WRONG_TYPE "TAK-003" {
        "value of an unexpected type, kept as unknown", "valeur d'un type inattendu, gardée comme inconnue",
        "Update the agent that wrote the file.", "Mettez à jour l'agent qui a écrit le fichier." }
    TAK_OUT_OF_RANGE "TAK-004" {
        "value that cannot be true, kept as unknown", "valeur impossible, gardée comme inconnue",
        "Check the sensor or the agent.", "Vérifiez le capteur ou l'agent." }
    TAK_UNKNOWN_CATEGORY "TAK-005" {
        "kind of equipment not recognised, taken as `other`", "type d'équipement non reconnu, pris comme `other`",
        "Give the category in the CSV of facts.", "Donnez la catégorie dans le CSV des faits." }
    TAK_BAD_TEXT "TAK-006" {
        "undecodable or control characters replaced", "caractères illisibles ou de contrôle remplacés",
        "Write the file as UTF-8.", "Écrivez le fichier en UTF-8." }
    TAK_PARTIAL "TAK-007" {
        "partial inventory: what it does not say is unknown, not removed", "inventaire partiel : ce qu'il ne dit pas est inconnu, pas supprimé",
        "Nothing to do; a full inventory gives more.", "Rien à faire ; un inventaire complet en dit plus." }
    TAK_DUPLICATE "TAK-008" {
        "the same machine appears twice", "la même machine apparaît deux fois",
        "Keep one record, or give each its own serial number.", "Gardez un seul enregistrement, ou donnez à chacun son numéro de série." }
    TAK_UNMATCHED_FACT "TAK-009" {
        "declared facts that match no asset", "faits déclarés qui ne correspondent à aucun équipement",
        "Correct the name or the serial number, or add the inventory of the machine.", "Corrigez le nom ou le numéro de série, ou ajoutez l'inventaire de la machine." }
    TAK_UNKNOWN_SITE "TAK-010" {
        "site that the engagement does not declare", "site que le document ne déclare pas",
        "Declare the site, or correct its id.", "Déclarez le site, ou corrigez son identifiant." }
    TAK_DUPLICATE_KEY "TAK-011" {
        "the same field twice, the last one is used", "champ en double, le dernier est utilisé",
        "Update the agent that wrote the file.", "Mettez à jour l'agent qui a écrit le fichier." }
    TAK_BAD_CHOICE "TAK-012" {
        "value outside the list, kept as unknown", "valeur hors de la liste, gardée comme inconnue",
        "Use one of the values listed.", "Utilisez une des valeurs listées." }
    TAK_UNKNOWN_COLUMN "TAK-013" {
        "column that is not used", "colonne non utilisée",
        "Rename it if it holds a fact of the list.", "Renommez-la si elle porte un fait de la liste." }
    TAK_ABSENT_MEMBER "TAK-014" {
        "stack member that is configured but not there, not taken as an asset", "membre de pile configuré mais absent, non pris comme équipement",
        "Nothing to do; remove the slot from the configuration if no machine is planned for it.", "Rien à faire ; retirez l'emplacement de la configuration si aucune machine n'y est prévue." }
    TAK_NAME_SHARED "TAK-015" {
        "different machines with the same name", "machines différentes portant le même nom",
        "Rename one of them; until then its id carries its serial number.", "Renommez l'une d'elles ; d'ici là, son identifiant porte son numéro de série." }
    TAK_UNEVEN_ROW "TAK-016" {
        "row with more or fewer values than the header", "ligne avec plus ou moins de valeurs que l'en-tête",
        "Put texts that hold the separator between quotes.", "Mettez entre guillemets les textes qui contiennent le séparateur." }
    TAK_ASSUMED_CATEGORY "TAK-017" {
        "network equipment that says no more, taken as a switch", "équipement réseau sans autre précision, pris comme commutateur",
        "Give the category in the CSV of facts if it is no switch.", "Donnez la catégorie dans le CSV des faits si ce n'est pas un commutateur." }
    // Reconciling sources: kept with a diagnostic.
    TAK_UNRESOLVED "TAK-047" {
        "relation or contract of a register that names no known asset", "relation ou contrat d'un registre qui ne nomme aucun équipement connu",
        "Correct the name in the register, or add the asset to it.", "Corrigez le nom dans le registre, ou ajoutez-y l'équipement." }
    TAK_OPEN_IDENTITY "TAK-048" {
        "record that may be one of several machines, kept apart", "enregistrement qui peut être l'une de plusieurs machines, gardé à part",
        "Enter the serial number in the register.", "Saisissez le numéro de série dans le registre." }
    TAK_SHARED_MAC "TAK-049" {
        "MAC address of several machines, not used as an identity", "adresse MAC de plusieurs machines, non utilisée comme identité",
        "Nothing to do if it is a docking station or an adapter; otherwise correct it at the source.", "Rien à faire si c'est une station d'accueil ou un adaptateur ; sinon corrigez-la à la source." }
    TAK_RELATION_CIRCLE "TAK-073" {
        "relation of a register that would close a circle, left out", "relation d'un registre qui fermerait une boucle, laissée de côté",
        "Say in the engagement document which asset depends on which.", "Dites dans le document quel équipement dépend duquel." }
    // Taking over an inventory: refused.
    TAK_NOT_JSON "TAK-050" {
        "the file is not JSON", "le fichier n'est pas du JSON",
        "Export it again; it may be truncated.", "Exportez-le de nouveau ; il est peut-être tronqué." }
    TAK_NOT_INVENTORY "TAK-051" {
        "a file of another kind", "fichier d'une autre nature",
        "Give a GLPI inventory (.json) or a CSV of facts.", "Donnez un inventaire GLPI (.json) ou un CSV de faits." }
    TAK_NO_CONTENT "TAK-052" {
        "an agent message without inventory content", "message d'agent sans contenu d'inventaire",
        "Run the agent with the inventory task.", "Lancez l'agent avec la tâche d'inventaire." }
    TAK_NO_IDENTITY "TAK-053" {
        "nothing identifies the machine", "rien n'identifie la machine",
        "The file needs at least a device id, a name, a serial number or a UUID.", "Le fichier doit porter au moins un identifiant d'agent, un nom, un numéro de série ou un UUID." }
    TAK_TOO_LARGE "TAK-054" {
        "a bound of the importer is exceeded", "une limite de l'import est dépassée",
        "Split the file.", "Divisez le fichier." }
    TAK_TOO_DEEP "TAK-055" {
        "nested too deeply", "imbrication trop profonde",
        "No inventory needs more than a few levels: check what wrote the file.", "Aucun inventaire n'a besoin de plus de quelques niveaux : vérifiez ce qui a écrit le fichier." }
    TAK_BAD_CSV "TAK-056" {
        "a CSV that cannot be read", "CSV illisible",
        "Check the header, the quotes and the number of columns.", "Vérifiez l'en-tête, les guillemets et le nombre de colonnes." }
    TAK_NO_ASSET "TAK-057" {
        "no asset could be read", "aucun équipement n'a pu être lu",
        "Give at least one readable inventory.", "Donnez au moins un inventaire lisible." }
}
