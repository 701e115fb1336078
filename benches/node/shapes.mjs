// The work of benches/ratios/recurrence, for whatever runs JavaScript: shapes, anchors, checksums, rounds.

/** The six shapes: name and rule. */
export const SHAPES = [
  ["weekly MO", "FREQ=WEEKLY;BYDAY=MO"],
  ["monthly day 15", "FREQ=MONTHLY;BYMONTHDAY=15"],
  ["2nd Tuesday", "FREQ=MONTHLY;BYDAY=2TU"],
  ["quarter end", "FREQ=MONTHLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1"],
  ["yearly Jan, Jul 1st Monday", "FREQ=YEARLY;BYMONTH=1,7;BYDAY=1MO"],
  ["last business day", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1"],
];

export const ZONE = "Europe/Paris";
/** End of the window in Paris, and as an instant. */
export const END = `2035-01-01T00:00:00[${ZONE}]`;
export const END_SECONDS = 2_051_218_800;
const ASSETS = 10_000;
const ROUNDS = 5;
/** Work is repeated until so many values come out, so that the clock is fine enough. */
const VALUES = 2_000_000;

/** DTSTARTs of a shape as ISO texts: days of 2024 that match, at different seconds from 08:00:00 to 10:46:39. */
export function anchors(engine, rule) {
  const days = engine.Rule.parse(rule).at("2024-01-01").expandDays("2024-01-01", "2025-01-01");
  return Array.from({ length: ASSETS }, (_, index) => {
    const seconds = days[index % days.length] * 86_400 + 8 * 3_600 + index;
    return new Date(seconds * 1_000).toISOString().slice(0, 19);
  });
}

/** The text of a set. */
export const setText = (rule, anchor) => `DTSTART;TZID=${ZONE}:${anchor.replaceAll(/[-:]/g, "")}\nRRULE:${rule}`;

/** The low 32 bits of the sum of the bench in Rust: values × 31ⁿ, wrapping. */
export function checksum(values) {
  let sum = 0;
  for (const value of values) sum = (Math.imul(sum, 31) + (value | 0)) | 0;
  return sum >>> 0;
}

const median = (list) => [...list].sort((a, b) => a - b)[list.length >> 1];

/**
 * Measures one shape in every way; `clock()` gives seconds, of CPU time where there is such a clock.
 *
 * - `compiled`: rules and anchors read once, into a buffer that is there already, as in Rust.
 * - `fresh`: the same, into new arrays.
 * - `each`: rules and anchors read once, one set an asset, one array an asset.
 * - `cold`: the text of each asset read and expanded, one array an asset.
 */
export async function measure(engine, [shape, rule], clock) {
  const starts = anchors(engine, rule);
  const fleet = new engine.Fleet(starts.map((start) => [rule, `${start}[${ZONE}]`]));
  const { values: expected } = fleet.expand(null, END);
  const values = new Float64Array(expected.length).fill(1);
  const offsets = new Uint32Array(ASSETS + 1);
  const texts = starts.map((start) => setText(rule, start));
  const sets = texts.map((text) => engine.RuleSet.parse(text));
  const ways = {
    compiled: () => fleet.expandInto(values, offsets, null, END),
    fresh: () => fleet.expand(null, END).values.length,
    each: () => sets.reduce((sum, set) => sum + set.expand(null, END).length, 0),
    cold: () => {
      let sum = 0;
      for (const text of texts) {
        const set = engine.RuleSet.parse(text);
        sum += set.expand(null, END).length;
        set.free();
      }
      return sum;
    },
  };
  const turns = Math.ceil(VALUES / expected.length);
  const seconds = {};
  for (let round = -2; round < ROUNDS; round++) {
    for (const [way, work] of Object.entries(ways)) {
      const begin = await clock();
      for (let turn = 0; turn < turns; turn++) {
        const count = work();
        if (count !== expected.length) throw new Error(`${shape}, ${way}: ${count} values`);
      }
      const end = await clock();
      if (round >= 0) (seconds[way] ??= []).push(end - begin);
    }
  }
  const sum = checksum(expected);
  if (checksum(values) !== sum) throw new Error(`${shape}: checksums differ`);
  for (const set of sets) set.free();
  fleet.free();
  const rates = Object.fromEntries(Object.entries(seconds).map(([way, list]) => [way, (turns * expected.length) / median(list)]));
  return { shape, count: expected.length, checksum: sum, ...rates };
}
