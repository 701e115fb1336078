// Codes of support, renewals and audits in words, English and French.
import type { Lang } from "./text";

const WORDS: Record<string, [string, string]> = {
  "driver.age": ["age", "âge"],
  "driver.stated_life": ["stated end of life", "fin de vie annoncée"],
  "driver.warranty": ["end of warranty", "fin de garantie"],
  "driver.os_support": ["end of support of the system", "fin de support du système"],
  "driver.firmware_support": ["end of support of the device", "fin de support du matériel"],
  "driver.software_support": ["end of support of software", "fin de support logiciel"],
  "driver.contract": ["end of contract", "fin de contrat"],
  "driver.licence": ["end of licence", "fin de licence"],
  "driver.certificate": ["end of certificate", "fin de certificat"],
  "driver.economic_life": ["economic life", "durée de vie économique"],
  "driver.failure": ["optimal replacement age", "âge optimal de remplacement"],
  "driver.book_end": ["end of depreciation", "fin d'amortissement"],
  "action.replace": ["replace", "remplacer"],
  "action.update": ["update", "mettre à jour"],
  "action.renew": ["renew", "renouveler"],
  "severity.info": ["information", "information"],
  "severity.minor": ["minor", "mineure"],
  "severity.major": ["major", "majeure"],
  "severity.critical": ["critical", "critique"],
  "domain.support": ["support", "support éditeur"],
  "domain.security": ["security", "sécurité"],
  "domain.capacity": ["capacity", "capacité"],
  "domain.hardware": ["hardware", "matériel"],
  "domain.continuity": ["continuity", "continuité"],
  "domain.coverage": ["coverage", "couverture"],
  "domain.data_quality": ["data quality", "qualité des données"],
  "domain.licences": ["licences", "licences"],
  "domain.monitoring": ["monitoring", "supervision"],
  "domain.documentation": ["documentation", "documentation"],
};

/** A code of a list in words; the code itself where there are none. */
export function word(list: "driver" | "action" | "severity" | "domain", code: string, lang: Lang): string {
  return WORDS[`${list}.${code}`]?.[lang === "fr" ? 1 : 0] ?? code;
}
