// Types of `entretien/care` as a program meets them; compiled with `tsc --strict`, never run.
import {
  Care,
  CareReader,
  Lifetime,
  SupportCatalogue,
  ageReplacement,
  depreciation,
  isEntretienError,
  load,
  type AgeReplacement,
  type AuditFinding,
  type BudgetTable,
  type Mapping,
  type RenewalRow,
  type SupportSurvey,
} from "entretien/care";

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
function same<A, B>(_proof: Same<A, B>): void {}

export async function program(bytes: Uint8Array): Promise<void> {
  await load();
  using catalogue = SupportCatalogue.fromCsv("product,cycle\n");
  // @ts-expect-error no such level
  catalogue.status("php", "8.4", "2026-01-01", "eternal");
  const mapping: Mapping = { columns: [{ header: "Nom", fact: "name" }] };
  const reader = new CareReader();
  reader.readMapped("parc.csv", bytes, mapping);
  using care: Care = reader.finish("{}", catalogue);
  same<ReturnType<typeof care.support>, SupportSurvey | null>(true);
  using renewals = care.renewals("2026-01-01");
  same<typeof renewals.rows, readonly RenewalRow[]>(true);
  same<ReturnType<typeof renewals.budget>, BudgetTable | null>(true);
  // @ts-expect-error no such split
  renewals.forecast(3).totals("year", "colour");
  using audit = care.audit("2026-01-01");
  same<ReturnType<typeof audit.findings>, AuditFinding[]>(true);
  // @ts-expect-error no such grouping
  audit.groups("colour");
  using life = Lifetime.weibull(2, 60);
  same<ReturnType<typeof ageReplacement>, AgeReplacement>(true);
  ageReplacement(life, 1, 5);
  // @ts-expect-error the cost is needed
  depreciation({ inService: "2026-01-01", years: 3 });
  try {
    Care.fromJson("{}", [["a.json", bytes]]);
  } catch (error) {
    if (isEntretienError(error)) error.faults.map(({ code }) => code);
  }
}
