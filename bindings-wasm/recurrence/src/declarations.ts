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
