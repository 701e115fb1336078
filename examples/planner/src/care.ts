// What the module of support, renewals and audits says of what was given; it is loaded when it is first asked.
import type { AgeRow, AuditFinding, BudgetTable, FaultList, ForecastTotal, RenewalRow, SupportSurvey } from "entretien/care";
import type { Inputs } from "./engine";
import type { Lang } from "./text";

const YEARS = 5;

/** Everything that is shown of an estate. */
export interface EstateState {
  survey: SupportSurvey | null;
  /** Doubts about values of the catalogue. */
  doubts: FaultList;
  renewals: readonly RenewalRow[];
  ages: readonly AgeRow[];
  totals: readonly ForecastTotal[];
  budget: BudgetTable | null;
  findings: Record<Lang, readonly AuditFinding[]>;
  permille: number | null;
}

/** Reads the files anew and asks everything, as known on `asOf`. */
export async function estateOf(inputs: Inputs, asOf: string): Promise<EstateState> {
  const care = await import("entretien/care");
  await care.load();
  const source = inputs.catalogue === null ? null : await inputs.catalogue.read();
  const files = await Promise.all(inputs.inventories.map(async ({ name, read }) => ({ name, bytes: await read() })));
  const document = inputs.engagement === null ? null : await inputs.engagement.read();
  const isJson = source !== null && /^\s*[[{]/.test(new TextDecoder().decode(source.subarray(0, 64)));
  const catalogue = source === null ? null : isJson ? care.SupportCatalogue.fromJson(source) : care.SupportCatalogue.fromCsv(source);
  const reader = new care.CareReader();
  for (const { name, bytes } of files) reader.read(name, bytes);
  const estate = document === null ? reader.finishShipped(inputs.begin, catalogue) : reader.finish(document, catalogue);
  const renewals = estate.renewals(asOf);
  const forecast = renewals.forecast(YEARS);
  const audit = estate.audit(asOf);
  try {
    return {
      survey: estate.support(asOf),
      doubts: catalogue?.diagnostics ?? [],
      renewals: renewals.rows,
      ages: forecast.ages,
      totals: forecast.totals("year", "nothing"),
      budget: renewals.budget(),
      findings: { en: audit.findings("en"), fr: audit.findings("fr") },
      permille: audit.scores.overall.permille,
    };
  } finally {
    for (const object of [audit, forecast, renewals, estate, catalogue]) object?.free();
  }
}
