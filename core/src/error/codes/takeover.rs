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
    TAK_ASSUMED_ENCODING "TAK-018" {
        "not UTF-8, read in an older encoding", "pas en UTF-8, lu dans un encodage plus ancien",
        "Write the file as UTF-8, or state its encoding in the mapping.", "Écrivez le fichier en UTF-8, ou indiquez son encodage dans la correspondance." }
    TAK_AMBIGUOUS_DATES "TAK-019" {
        "dates that can be read in two ways", "dates qui peuvent se lire de deux façons",
        "State the order of day and month in the mapping, or export dates as YYYY-MM-DD.", "Indiquez l'ordre du jour et du mois dans la correspondance, ou exportez les dates en AAAA-MM-JJ." }
    TAK_REPEATED_COLUMN "TAK-020" {
        "column that stands several times, the first value is used", "colonne en plusieurs exemplaires, la première valeur est utilisée",
        "Keep one of them, or rename the others.", "Gardez-en une, ou renommez les autres." }
    TAK_BAD_AMOUNT "TAK-021" {
        "amount that cannot be read, kept as unknown", "montant illisible, gardé comme inconnu",
        "Write it like 1250.00, and state the decimal sign in the mapping where it is a comma.", "Écrivez-le comme 1250.00, et indiquez le signe décimal dans la correspondance si c'est une virgule." }
    TAK_ROUNDED_NUMBER "TAK-022" {
        "number that a spreadsheet rounded, kept as unknown", "nombre arrondi par un tableur, gardé comme inconnu",
        "Export again from the source, and never save the file in a spreadsheet.", "Exportez de nouveau depuis la source, sans enregistrer le fichier dans un tableur." }
    TAK_BAD_NUMBER "TAK-023" {
        "number that cannot be read, kept as unknown", "nombre illisible, gardé comme inconnu",
        "Write whole numbers in digits.", "Écrivez les nombres entiers en chiffres." }
    TAK_NAMELESS_ROW "TAK-024" {
        "row in which nothing identifies the thing, left out", "ligne où rien n'identifie l'élément, écartée",
        "Give it a name, a serial number or an inventory number.", "Donnez-lui un nom, un numéro de série ou un numéro d'inventaire." }
    TAK_LOST_REFERENCE "TAK-025" {
        "reference to a row that is not there", "référence à une ligne absente",
        "Give the table that it refers to, of the same day.", "Donnez la table à laquelle elle renvoie, du même jour." }
    TAK_SECOND_ROW "TAK-026" {
        "second row of the same id, the first is used", "seconde ligne du même identifiant, la première est utilisée",
        "Give each table once.", "Donnez chaque table une seule fois." }
    TAK_UNDATED_DURATION "TAK-027" {
        "duration without a day to count it from, kept as unknown", "durée sans date de départ, gardée comme inconnue",
        "Enter the day of purchase at the source.", "Saisissez la date d'achat à la source." }
    TAK_LIFELONG "TAK-028" {
        "lifelong warranty, which has no end to keep", "garantie à vie, sans fin à garder",
        "Nothing to do.", "Rien à faire." }
    TAK_ABSENT_COLUMN "TAK-029" {
        "column of the mapping that the file does not have", "colonne de la correspondance absente du fichier",
        "Correct the name of the column in the mapping.", "Corrigez le nom de la colonne dans la correspondance." }
    TAK_WITHHELD "TAK-030" {
        "keys that were not kept", "clés qui n'ont pas été gardées",
        "Nothing to do: keys are secrets and no plan needs them.", "Rien à faire : les clés sont secrètes et aucun plan n'en a besoin." }
    TAK_DISAGREEING "TAK-031" {
        "two values of one fact, the first is used", "deux valeurs d'un même fait, la première est utilisée",
        "Keep one of them at the source.", "N'en gardez qu'une à la source." }
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
    TAK_BAD_ENCODING "TAK-035" {
        "the file is not in the encoding that it declares", "le fichier n'est pas dans l'encodage qu'il déclare",
        "Correct the XML declaration, or write the file as UTF-8.", "Corrigez la déclaration XML, ou écrivez le fichier en UTF-8." }
    TAK_BAD_ENTITY "TAK-036" {
        "reference that stands for no character, kept as it is written", "référence qui ne désigne aucun caractère, gardée telle quelle",
        "Write `&amp;` for `&`, and characters instead of named references.", "Écrivez `&amp;` pour `&`, et des caractères au lieu de références nommées." }
    TAK_BAD_MAC "TAK-037" {
        "text that is no MAC address, left out", "texte qui n'est pas une adresse MAC, laissé de côté",
        "A MAC address has six pairs of hexadecimal digits; update the agent.", "Une adresse MAC compte six paires de chiffres hexadécimaux ; mettez l'agent à jour." }
    TAK_NAMELESS_DEVICE "TAK-038" {
        "entry that nothing identifies, left out", "élément que rien n'identifie, laissé de côté",
        "Give it a name or a serial number at the source.", "Donnez-lui un nom ou un numéro de série à la source." }
    TAK_DANGLING_REFERENCE "TAK-039" {
        "reference to an object that no file holds", "référence à un objet qu'aucun fichier ne contient",
        "Export the objects of that class too.", "Exportez aussi les objets de cette classe." }
    TAK_TOLD_TWICE "TAK-040" {
        "the same object told in two ways, the first one is used", "le même objet décrit de deux façons, la première est utilisée",
        "Export all files at the same time and from one place.", "Exportez tous les fichiers au même moment et du même endroit." }
    TAK_NOT_IN_FORMAT "TAK-041" {
        "value that the format does not allow, used as it is", "valeur que le format n'admet pas, utilisée telle quelle",
        "Update the agent that wrote the file.", "Mettez à jour l'agent qui a écrit le fichier." }
    TAK_BAD_QUANTITY "TAK-042" {
        "quantity whose unit or number cannot be read, kept as unknown", "quantité dont l'unité ou le nombre est illisible, gardée comme inconnue",
        "Write a number with a known unit, such as `16 GB`.", "Écrivez un nombre avec une unité connue, par exemple `16 GB`." }
    TAK_REFERENCES_DIFFER "TAK-043" {
        "references that contradict each other, the narrower one is used", "références qui se contredisent, la plus précise est utilisée",
        "Correct one of them at the source.", "Corrigez l'une d'elles à la source." }
    TAK_SELF_REFERENCE "TAK-044" {
        "object that refers to itself, directly or in a circle; the reference is left out", "objet qui renvoie à lui-même, directement ou en cercle ; le renvoi est laissé de côté",
        "Correct the reference at the source.", "Corrigez la référence à la source." }
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
    TAK_NO_HEADER "TAK-060" {
        "a table without names of columns", "une table sans noms de colonnes",
        "The first row must name the columns.", "La première ligne doit nommer les colonnes." }
    TAK_BAD_MAPPING "TAK-061" {
        "a mapping that cannot be used", "correspondance inutilisable",
        "Correct the mapping at the place given.", "Corrigez la correspondance à l'endroit indiqué." }
    TAK_UNMAPPED_IDENTITY "TAK-062" {
        "no column of the mapping that identifies assets is in the file", "aucune colonne de la correspondance qui identifie les équipements n'est dans le fichier",
        "Correct the names of the columns in the mapping, or its separator.", "Corrigez les noms des colonnes dans la correspondance, ou son séparateur." }
    TAK_ROW_TOO_LONG "TAK-063" {
        "a row that is too long", "ligne trop longue",
        "Look for a quote that is not closed, or for another separator.", "Cherchez un guillemet non fermé, ou un autre séparateur." }
    TAK_UNCLOSED_QUOTE "TAK-064" {
        "a quote that is opened and never closed", "guillemet ouvert et jamais fermé",
        "Double the quotes within texts.", "Doublez les guillemets dans les textes." }
    TAK_BAD_ROWS "TAK-065" {
        "a JSON of rows that cannot be read", "JSON de lignes illisible",
        "Export it again; it may be truncated.", "Exportez-le de nouveau ; il est peut-être tronqué." }
    TAK_NOT_XML "TAK-067" {
        "the file is not XML", "le fichier n'est pas du XML",
        "Export it again; it may be truncated.", "Exportez-le de nouveau ; il est peut-être tronqué." }
    TAK_DEFINITION "TAK-068" {
        "a document type definition, which inventories do not need", "définition de type de document, dont un inventaire n'a pas besoin",
        "Remove the `<!DOCTYPE …>` from the file.", "Retirez le `<!DOCTYPE …>` du fichier." }
    TAK_NO_OBJECT "TAK-069" {
        "an iTop export in which no object can be read", "export iTop dans lequel aucun objet n'est lisible",
        "Export objects with their id and name.", "Exportez des objets avec leur identifiant et leur nom." }
}
