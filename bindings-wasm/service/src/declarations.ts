import type { EntretienError, Fault, FaultList, Lang } from "./entretien.js";
export type { EntretienError, Fault, FaultList, Lang };

/** A public holiday. */
export interface Holiday {
    /** `YYYY-MM-DD`. */
    readonly day: string;
    /** Stable code, such as `easter_monday`. */
    readonly code: string;
    /** Its name in the language asked for. */
    readonly name: string;
    /** Whether it is a day in lieu of one that falls on a weekend. */
    readonly observed: boolean;
    /** Whether the day is an estimate, such as one that follows the moon or a decree still to come. */
    readonly estimated: boolean;
}

/** What happens to a date on a closed day. */
export type Roll = "none" | "previous" | "next" | "nearest" | "modified_next" | "modified_previous" | "skip";

/** Why a day is closed. */
export interface ClosedDay {
    readonly code: "weekday" | "holiday" | "closure" | "combined";
    /** The reason for people. */
    readonly text: string;
}

/** Where business time leads: an instant with its offset, or the reason why there is none. */
export interface Reached {
    readonly at: string | null;
    readonly reason: "never_open" | "out_of_range" | null;
}
