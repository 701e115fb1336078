// Types of `entretien/recurrence` as a program meets them; compiled with `tsc --strict`, never run.
import {
  Fleet,
  MonthRule,
  Rule,
  RuleSet,
  Series,
  expandMany,
  isEntretienError,
  load,
  type Columns,
  type Fault,
  type Freq,
  type Pair,
  type Policies,
  type Warning,
  type Weekday,
} from "entretien/recurrence";

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
function same<A, B>(_proof: Same<A, B>): void {}

export async function program(): Promise<void> {
  await load();
  const rule: Rule = Rule.parse("FREQ=MONTHLY;BYDAY=2TU");
  // @ts-expect-error rules are read, not constructed
  new Rule("FREQ=DAILY");
  same<typeof rule.freq, Freq>(true);
  same<typeof rule.count, number | undefined>(true);
  // @ts-expect-error rules do not change
  rule.interval = 2;
  // @ts-expect-error English and French only
  rule.describe("de");

  const policies: Policies = { gap: "skip", overlap: "second" };
  // @ts-expect-error no such policy
  const wrong: Policies = { gap: "sideways" };
  void wrong;
  using set: RuleSet = RuleSet.parse("DTSTART:20260101T090000\nRRULE:FREQ=DAILY", policies);
  same<typeof set.rules, Rule[]>(true);
  same<ReturnType<typeof set.first>, string | undefined>(true);
  same<ReturnType<typeof set.nextAfter>, string | undefined>(true);
  same<ReturnType<typeof set.contains>, boolean>(true);
  same<ReturnType<typeof set.countBetween>, number>(true);
  same<ReturnType<typeof set.warnings>, Warning[]>(true);
  const seconds: Float64Array = set.expand("2026-01-01", "2027-01-01");
  const days: Int32Array = set.expandDays("2026-01-01");
  set.expand(null, "2027-01-01");
  set.expand();
  // @ts-expect-error times are texts
  set.expand(new Date());
  // @ts-expect-error a moment is needed
  set.nextAfter();
  void [seconds, days];
  const [warning] = set.warnings("fr");
  if (warning !== undefined) same<typeof warning.kind, "start_unmatched" | "times_ignored">(true);

  const pairs: Pair[] = [
    [rule, "2026-01-01T09:00:00[Europe/Paris]"],
    ["FREQ=DAILY", "2026-01-01"],
  ];
  const columns: Columns = expandMany(pairs, "2026-01-01", "2027-01-01", policies);
  same<typeof columns.values, Float64Array>(true);
  same<typeof columns.offsets, Uint32Array>(true);
  // @ts-expect-error a pair has a start
  expandMany([["FREQ=DAILY"]]);
  const fleet = new Fleet(pairs, policies);
  const count: number = fleet.expandInto(columns.values, columns.offsets, null, "2027-01-01");
  // @ts-expect-error seconds need 64-bit floats
  fleet.expandInto(new Float32Array(count), columns.offsets);

  const weekday: Weekday = "TU";
  const patch: MonthRule = MonthRule.nthWeekday("2026-01-01", { n: 2, weekday, offsetDays: 1 });
  // @ts-expect-error which weekday
  MonthRule.nthWeekday("2026-01-01", { n: 2 });
  MonthRule.workingDay("2026-01-01", { n: -1, holidays: "FR", closures: [["2026-08-01", "2026-08-16"]] });
  same<ReturnType<typeof patch.expandDays>, Int32Array>(true);
  const series: Series = new Series("2026-01-31", "P1M", "stick_to_end");
  same<ReturnType<typeof series.nth>, string | undefined>(true);
  // @ts-expect-error no such policy
  new Series("2026-01-31", "P1M", "nearest");

  try {
    Rule.parse("");
  } catch (thrown) {
    if (isEntretienError(thrown)) same<typeof thrown.faults, Fault[]>(true);
  }
}
