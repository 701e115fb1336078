/** The recurrence engine for browsers and workers, a module of its own: call `load()` first. */
import * as raw from "../glue/recurrence-web.js";
import { type LoadSource } from "../loading.js";
export type { LoadSource };
/**
 * Loads the module, once; later calls give the same promise. Without `source`, the file
 * `recurrence_bg.wasm` of this package is fetched.
 */
export declare function load(source?: LoadSource): Promise<void>;
export { MonthRule, Rule, RuleSet } from "../glue/recurrence-web.js";
export declare const Fleet: typeof raw.Fleet;
export type Fleet = raw.Fleet;
export declare const Series: typeof raw.Series;
export type Series = raw.Series;
export declare const expandMany: typeof raw.expandMany;
export declare const version: typeof raw.version;
export { isEntretienError, type PackageCode } from "../failure.js";
export type * from "../glue/recurrence.js";

/* tslint:disable */
/* eslint-disable */
/** Something that is not refused but that the caller should know. */
export interface Warning {
    /** What it is about: a DTSTART that no rule produces, or times ignored with a date. */
    kind: "start_unmatched" | "times_ignored";
    /** In the language asked for. */
    message: string;
}

/** Warnings, DTSTART first. */
export type WarningList = Warning[];

import type { EntretienError, Fault, FaultList, Lang } from "./entretien.js";
export type { EntretienError, Fault, FaultList, Lang };

/** What becomes of a civil time that the clocks jump over: moved forward by the gap (the default), left out and not counted, or moved back. */
export type Gap = "forward" | "skip" | "before";

/** Which of two instants a repeated civil time is; the first by default. */
export type Overlap = "first" | "second";

/** After the last year of the zone data, 2099: the last rule goes on (the default), or `REC-016`. */
export type Horizon = "continue" | "refuse";

/** What a DTSTART that its rules do not produce counts for: nothing (the default), or the first instance. */
export type Unmatched = "omit" | "count";

/** The named choices where RFC 5545 leaves one, or where practice differs. */
export interface Policies {
    gap?: Gap;
    overlap?: Overlap;
    horizon?: Horizon;
    unmatched?: Unmatched;
}

/** How often a rule repeats. */
export type Freq = "SECONDLY" | "MINUTELY" | "HOURLY" | "DAILY" | "WEEKLY" | "MONTHLY" | "YEARLY";

/** A weekday, as RFC 5545 writes it. */
export type Weekday = "MO" | "TU" | "WE" | "TH" | "FR" | "SA" | "SU";

/** What happens to a day of month that a month does not have; the last day of the month by default. */
export type MonthEnd = "omit" | "backward" | "forward" | "stick_to_end";

/** Countries whose public holidays are known. */
export type HolidayCountry = "BE" | "CA" | "CH" | "DE" | "ES" | "FR" | "GB" | "IT" | "LU" | "US";

/**
 * Public holidays that close a calendar: none, a country, or a part of it in the style of ISO 3166-2, such as
 * `FR-57` or `US-TX`. A code that does not exist throws `DOC-008`.
 */
export type HolidaySet = "none" | HolidayCountry | `${HolidayCountry}-${string}`;

/** A rule and its anchor: `["FREQ=WEEKLY", "2026-01-05T09:00:00[Europe/Paris]"]`. */
export type Pair = readonly [rule: Rule | string, start: string];

/** Values of many series: those of row `i` are `values.subarray(offsets[i], offsets[i + 1])`. */
export interface Columns {
    /** All values in seconds, row after row, ascending within a row. */
    values: Float64Array;
    /** Where each row begins; one more than there are rows. */
    offsets: Uint32Array;
}

/** The n-th weekday of a month, moved by days: Patch Tuesday + 1 is `{ n: 2, weekday: "TU", offsetDays: 1 }`. */
export interface NthWeekday {
    /** ±1 to ±5, from the end of the month when negative. */
    n: number;
    weekday: Weekday;
    /** 0 when left out; within ±366. */
    offsetDays?: number;
    /** Every so many months; 1 when left out. */
    everyMonths?: number;
}

/** The n-th working day of a month: the last is `{ n: -1 }`. */
export interface WorkingDay {
    /** ±1 to ±31, from the end of the month when negative. */
    n: number;
    /** Weekdays that are worked; Monday to Friday when left out. */
    weekdays?: Weekday[];
    /** Public holidays; none when left out. */
    holidays?: HolidaySet;
    /** Closed periods: first day, and first day open again. */
    closures?: (readonly [from: string, to: string])[];
    /** Every so many months; 1 when left out. */
    everyMonths?: number;
}



/** Many pairs of a rule and a start, read once, to be expanded window after window. */
export class Fleet {
    free(): void;
    [Symbol.dispose](): void;
    /** Number of instances of all pairs from `from` to before `to`. */
    countBetween(from?: string | null, to?: string | null): number;
    /**
     * As {@link Fleet.expand}, into arrays that are there already: `values` as long as there are
     * instances or longer, `offsets` one longer than there are pairs. Gives the number of instances.
     */
    expandInto(values: Float64Array, offsets: Uint32Array, from?: string | null, to?: string | null): number;
    /**
     * The instances of all pairs from `from` to before `to`, pair after pair.
     *
     * Bounds without offset or zone are read in UTC (wall time for pairs without zone); everything
     * where they are left out.
     */
    expand(from?: string | null, to?: string | null): Columns;
    /** Reads the pairs: each distinct rule once. */
    constructor(pairs: readonly Pair[], policies?: Policies);
    /** Number of pairs. */
    readonly length: number;
}

/** One day a month, every so many months from the month of an anchor; none before the anchor. */
export class MonthRule {
    private constructor();
    free(): void;
    [Symbol.dispose](): void;
    /** Whether `day` is one of the days. */
    contains(day: string): boolean;
    /** Number of days from `from` to before `to`. */
    countBetween(from?: string | null, to?: string | null): number;
    /** The days from `from` to before `to`, ascending, as days since 1970-01-01. */
    expandDays(from?: string | null, to?: string | null): Int32Array;
    /** The first day after `day`, `YYYY-MM-DD`. */
    nextAfter(day: string): string | undefined;
    /** The n-th weekday, moved by days, which may leave the month. */
    static nthWeekday(anchor: string, which: NthWeekday): MonthRule;
    /** The last day before `day`, `YYYY-MM-DD`. */
    previousBefore(day: string): string | undefined;
    /** The n-th working day; a month with fewer has none. */
    static workingDay(anchor: string, which: WorkingDay): MonthRule;
}

/** A recurrence rule (RFC 5545 RECUR, with RFC 7529 RSCALE and SKIP): immutable and valid. */
export class Rule {
    private constructor();
    free(): void;
    [Symbol.dispose](): void;
    /** The rule from a start: `2026-01-13`, `2026-01-13T09:00:00`, with `Z` or `[Europe/Paris]` behind. */
    at(start: string, policies?: Policies): RuleSet;
    /** The rule in words, in `lang` (`en` when left out), without what DTSTART gives. */
    describe(lang?: Lang): string;
    /** Reads the text of a rule, `FREQ=MONTHLY;BYDAY=2TU`. */
    static parse(text: string): Rule;
    /** The canonical text: equal rules have equal texts. */
    toString(): string;
    /** COUNT. */
    readonly count: number | undefined;
    /** FREQ. */
    readonly freq: Freq;
    /** INTERVAL, at least 1. */
    readonly interval: number;
    /** UNTIL, inclusive: a date, a wall time or, with `Z`, an instant. */
    readonly until: string | undefined;
}

/**
 * DTSTART, RRULE, RDATE and EXDATE under the policies that decide the rest, ready for queries that
 * seek: the year 2126 costs what 2027 costs.
 *
 * Times go in as `2026-03-29`, `2026-03-29T02:30:00` (on the clock of DTSTART) or, where DTSTART is in
 * UTC or in a zone, with `Z`, `+01:00` or `[Europe/Paris]` behind; they come out the same way. Values in
 * arrays are UTC epoch seconds where DTSTART is in UTC or in a zone, else wall seconds.
 */
export class RuleSet {
    private constructor();
    free(): void;
    [Symbol.dispose](): void;
    /** Whether `moment` is an instance. */
    contains(moment: string): boolean;
    /** Number of instances from `from` to before `to`; everything where they are left out. */
    countBetween(from?: string | null, to?: string | null): number;
    /** The set in words, in `lang` (`en` when left out). */
    describe(lang?: Lang): string;
    /**
     * The civil day of each instance from the date `from` to before the date `to`, as days since
     * 1970-01-01; everything but 9999-12-31 where they are left out. At most 10,000,000.
     */
    expandDays(from?: string | null, to?: string | null): Int32Array;
    /**
     * The instances from `from` to before `to` in seconds, ascending; everything where they are left
     * out. At most 10,000,000.
     */
    expand(from?: string | null, to?: string | null): Float64Array;
    /** The first instance. */
    first(): string | undefined;
    /** Whether instances go on to the end of the calendar, 9999. */
    isEndless(): boolean;
    /** The last instance; `undefined` when there is none, or no end ({@link RuleSet.isEndless}). */
    last(): string | undefined;
    /** The first instance after `moment`. */
    nextAfter(moment: string): string | undefined;
    /** Reads DTSTART, RRULE, RDATE and EXDATE lines, in any order, folded or not. */
    static parse(text: string, policies?: Policies): RuleSet;
    /** The last instance before `moment`. */
    previousBefore(moment: string): string | undefined;
    /** A value of {@link RuleSet.expand} as text. */
    toIso(seconds: number): string;
    /** The canonical text: equal sets have equal texts. */
    toString(): string;
    /** What the caller should know, in `lang` (`en` when left out). */
    warnings(lang?: Lang): WarningList;
    /** The rules, as given. */
    readonly rules: Rule[];
    /** DTSTART. */
    readonly start: string;
}

/** Days at a fixed civil interval from an anchor. The anchor is day number 0. */
export class Series {
    free(): void;
    [Symbol.dispose](): void;
    /** The days from `from` to before `to`, ascending, as days since 1970-01-01. */
    expandDays(from?: string | null, to?: string | null): Int32Array;
    /**
     * From the day `anchor`, every `P10D`, `P2W`, `P3M` or `P1Y`; the last day of the month stands for
     * a day that a month does not have, unless `monthEnd` says otherwise.
     */
    constructor(anchor: string, every: string, monthEnd?: MonthEnd);
    /** Day number `n`, `YYYY-MM-DD`; `undefined` where it is left out, or past the year 9999. */
    nth(n: number): string | undefined;
    /** The number of `day`; `undefined` when the series does not fall on it. */
    numberOf(day: string): number | undefined;
    /** The anchor, `YYYY-MM-DD`. */
    readonly anchor: string;
    /** The interval, `P3M`. */
    readonly every: string;
    /** What happens to a day that a month does not have. */
    readonly monthEnd: MonthEnd;
}

/** Expands many pairs of a rule and a start in one window: {@link Fleet} for one use. */
export function expandMany(pairs: readonly Pair[], from?: string | null, to?: string | null, policies?: Policies): Columns;

/** The message of the panic that stopped the module, if one did. */
export function lastPanic(): string | undefined;

/** Version of this package. */
export function version(): string;
