/** Calendars, business time and contracts for browsers and workers, a module of its own: call `load()` first. */
import * as raw from "../glue/service-web.js";
import { type LoadSource } from "../loading.js";
export type { LoadSource };
/**
 * Loads the module, once; later calls give the same promise. Without `source`, the file
 * `service_bg.wasm` of this package is fetched.
 */
export declare function load(source?: LoadSource): Promise<void>;
export { Contracts, ServiceLevels, WorkCalendar } from "../glue/service-web.js";
export declare const BusinessTime: typeof raw.BusinessTime;
export type BusinessTime = raw.BusinessTime;
export declare const holidaySets: typeof raw.holidaySets;
export declare const holidays: typeof raw.holidays;
export declare const version: typeof raw.version;
export { isEntretienError, type PackageCode } from "../failure.js";
export type * from "../glue/service.js";

/* tslint:disable */
/* eslint-disable */
// What questions about contracts are answered with.
// Generated from the types of the core by `make update`.

/** One entitlement in one of its periods. */
export interface Balance {
    /** The service. */
    readonly service: Service;
    /** What is counted. */
    readonly measure: Measure;
    /** First day of the period. */
    readonly start: string;
    /** First day after it; `null` when it has no end. */
    readonly end: string | null;
    /** What the period grants. */
    readonly granted: number;
    /** What the period before left to it. */
    readonly carriedIn: number;
    /** What was consumed in it, up to `asOf`. */
    readonly consumed: number;
    /** What is left; never below 0. */
    readonly remaining: number;
    /** What was consumed beyond what there was. */
    readonly overdraft: number;
    /** First day on which nothing was left; `null` while something is. */
    readonly exhaustedOn: string | null;
}

/** Which bound an amount ran into. */
export type Bound =
/** The upper one. */
| "cap"
/** The lower one. */
| "floor";

/** A breach of the service level, as the caller found it. */
export interface Breach {
    /** Shown on the line of credit. */
    readonly label: string;
    /** Day of the breach. */
    readonly day: string;
    /** A cap of its own kind, beside that of the price. */
    readonly cap?: BreachCap;
    /** Percent of the fee of the period, such as `2.5`; left out: that of the price. */
    readonly percent?: string;
}

/** The most that breaches of one kind cost in a period. */
export interface BreachCap {
    /** The kind: breaches with the same text share the cap. */
    readonly kind: string;
    /** Percent of the fee of the period, such as `5`. */
    readonly percent: string;
}

/** One target of one ticket at an instant; seconds are open seconds outside pauses. */
export interface ClockRow {
    /** The ticket. */
    readonly ticket: string;
    /** Which target. */
    readonly target: TargetKind;
    /** Number of the version of the contract whose levels apply. */
    readonly version: number;
    /** Place of the level among those of the version; `null` when none applies. */
    readonly level: number | null;
    /** How it stands. */
    readonly state: ClockState;
    /** By when. */
    readonly deadline: string | null;
    /** Why there is no deadline. */
    readonly reason: NoDeadline | null;
    /** When it was done, or cancelled. */
    readonly stopped: string | null;
    /** Length of the target. */
    readonly targetSeconds: number | null;
    /** Counted since the opening. */
    readonly elapsedSeconds: number | null;
    /** Taken out of the count by pauses. */
    readonly pausedSeconds: number | null;
    /** Left; 0 when overrun. */
    readonly remainingSeconds: number | null;
    /** Counted beyond the target. */
    readonly overrunSeconds: number | null;
}

/** How a target stands. */
export type ClockState =
/** The ticket is opened later than `asOf`. */
| "not_started"
/** The clock runs and the deadline is not passed. */
| "running"
/** The ticket waits, and the deadline moves with it. */
| "paused"
/** Done by the deadline, the very instant included. */
| "met"
/** The deadline is passed, done since or not. */
| "breached"
/** Cancelled by the deadline. */
| "cancelled"
/** There is nothing to count: no level, no such target, or a calendar that never opens. */
| "not_counted";

/** Accrued cost of the days of a horizon. */
export interface Cost {
    /** The currency of every amount. */
    readonly currency: string;
    /** Every month that the horizon touches, in order. */
    readonly months: readonly MonthCost[];
    /** Sum of the months, minor units. */
    readonly totalMinor: number;
}

/** Whether an asset is covered for a service on a day, as known on `asOf`. */
export interface Coverage {
    /** The asset. */
    readonly asset: string;
    /** The service. */
    readonly service: Service;
    /** The day asked. */
    readonly day: string;
    /** What later renewals are judged from. */
    readonly asOf: string;
    /**
     * What every contract says: the winner, the losers from the next best, then those that do not
     * cover, by id.
     */
    readonly verdicts: readonly Verdict[];
}

/** Whether an asset is covered at an instant, inside which hours, and with which service level. */
export interface CoverageAt {
    /** The instant asked. */
    readonly instant: string;
    /** By which contract, and why not by the others, on the civil day of the instant. */
    readonly coverage: Coverage;
    /** The calendar of the works on the asset. */
    readonly calendar: string;
    /** Whether that calendar is open. */
    readonly open: boolean;
    /** When it opens next: the instant itself when it is open; `null` when it never does. */
    readonly nextOpen: string | null;
    /**
     * What the winner promises for the service and the priority, by target; empty without a
     * level.
     */
    readonly targets: readonly TargetAt[];
}

/**
 * What contracts, estate and plan say of each other; ordered by code, then contract, then
 * asset.
 */
export interface CoverageFinding {
    /** Stable code, `COV-001` to `COV-007`; the register of codes has its meaning and cure. */
    readonly code: string;
    /** The first day concerned. */
    readonly day: string;
    /** Figures, in a fixed order for each code. */
    readonly figures: readonly Figure[];
    /** One sentence without a final stop, in both languages. */
    readonly text: Text;
    /** The asset that it speaks of. */
    readonly asset?: string;
    /** The assets concerned, where there may be several. */
    readonly assets?: readonly string[];
    /** The contract that it speaks of. */
    readonly contract?: string;
    /** The service that it speaks of. */
    readonly service?: Service;
    /** Sums of known prices, one for each currency, by currency. */
    readonly values?: readonly Money[];
}

/** By when a target of a ticket is due, and why. */
export interface Deadline {
    /** Which target. */
    readonly target: TargetKind;
    /** When, in the zone of its calendar. */
    readonly instant: string | null;
    /** Why there is none. */
    readonly reason: NoDeadline | null;
    /** From the opening to the result. */
    readonly trace: readonly LevelStep[];
}

/** One escalation step of one ticket at an instant. */
export interface EscalationRow {
    /** The ticket. */
    readonly ticket: string;
    /** Of which target. */
    readonly target: TargetKind;
    /** Place of the step among the escalations of the level. */
    readonly step: number;
    /** When. */
    readonly instant: string | null;
    /** Why there is no instant. */
    readonly reason: NoDeadline | null;
    /** How it stands. */
    readonly state: EscalationState;
    /** Who is told, or what is done. */
    readonly notify: Text | null;
}

/** How an escalation step stands. */
export type EscalationState =
/** Still to come, or waiting for the end of a pause. */
| "due"
/** Its moment came while the target was not yet done. */
| "passed"
/** The target was done, or the ticket cancelled, before its moment. */
| "dropped";

/** One event; ordered by day, then kind, then contract. */
export interface Event {
    /** When. The end of a contract is dated on its last covered day. */
    readonly day: string;
    /** What. */
    readonly kind: EventKind;
    /** Of which contract. */
    readonly contract: string;
    /** Whether it happens only if a tacit renewal after `asOf` takes place. */
    readonly assumed: boolean;
    /** One sentence without a final stop, in both languages. */
    readonly text: Text;
}

/** What happens to a contract on a day. Events of one day come in this order. */
export type EventKind =
/** Its first covered day. */
| "begin"
/** First day covered again after a suspension. */
| "suspension_end"
/** First day of a renewal. */
| "renewal"
/** Anniversary on which prices are revised by an index. */
| "price_revision"
/** First day on which amendments hold. */
| "amendment"
/** First day of a suspension. */
| "suspension_begin"
/** Last day on which notice is in time. */
| "notice_deadline"
/** Last covered day of a contract that nothing renews. */
| "term_end"
/** Last covered day before an early termination. */
| "termination";

/** One figure of a finding. */
export interface Figure {
    /** What it is, with its unit last: `occurrences`, `planned_minutes`. */
    readonly name: string;
    /** How much. */
    readonly value: number;
}

/** An index value that a revision used. */
export interface IndexValue {
    /** The month asked for. */
    readonly month: string;
    /**
     * The month whose value was used: another one when a quarter or the last known value stands
     * in.
     */
    readonly used: string;
    /** The value, millionths. */
    readonly valueMillionths: number;
}

/** An invoice of a schedule (échéancier de facturation). */
export interface Invoice {
    /**
     * Its number since the contract began, from 0; stays the same whatever the horizon. A billing
     * period without any line has no invoice, and its number is not used.
     */
    readonly number: number;
    /** Billed period, cut to the term of the contract. */
    readonly period: Period;
    /** Day of issue. */
    readonly issue: string;
    /** Day by which it must be paid. */
    readonly due: string;
    /** The currency of every amount. */
    readonly currency: string;
    /** By kind, class, then day. */
    readonly lines: readonly Line[];
    /** Sum of the lines, minor units. */
    readonly totalMinor: number;
}

/** The rule behind one step of a deadline. */
export type LevelRule =
/** The ticket is opened: the count begins. */
| "opened"
/** What is promised. */
| "target"
/** The first moment that counts. */
| "first_counted"
/** A day without opening is passed over. */
| "closed_day"
/** The deadline without any pause. */
| "nominal"
/** A pause, overlapping ones united; its open seconds do not count. */
| "pause"
/** The deadline. */
| "deadline"
/** There is none. */
| "none";

/** One step from the opening of a ticket to a deadline. */
export interface LevelStep {
    /** The rule. */
    readonly rule: LevelRule;
    /** The step for people, in one line. */
    readonly text: Text;
    /** When, or since when. */
    readonly at?: string;
    /** The day that is passed over. */
    readonly day?: string;
    /**
     * The measure and its figure (`working_days*2`), the reason of a closed day or of a missing
     * deadline, by its code.
     */
    readonly detail?: string;
    /** Open seconds: the length of the target, what a pause took. */
    readonly openSeconds?: number;
    /** Until when, for a pause that ended. */
    readonly until?: string;
}

/**
 * A line of an invoice. `amount = price × quantity × share`, rounded once, except for a
 * minimum.
 */
export interface Line {
    /** What it is for. */
    readonly kind: LineKind;
    /** Class, work or breach; empty for the fee and the minimum. */
    readonly label: string;
    /** The days that it is for, in order; the cost accrues evenly over them. */
    readonly days: readonly Period[];
    /**
     * Price of one unit over the whole billing period; of one hour or visit; for a penalty, the
     * fee of the period; for a minimum, the minimum itself, the amount being what lacks to it.
     */
    readonly priceMinor: number;
    /** Assets, minutes, visits; 1 for a fee. `null` when assets were counted day by day. */
    readonly quantity: number | null;
    /** Sum of the daily counts, when assets were counted day by day. */
    readonly assetDays: number | null;
    /**
     * Part of the whole that is billed: days of the part and of the period as the day count has
     * them, 1 and 60 for minutes, parts per million for a penalty.
     */
    readonly share: readonly [number, number];
    /** The amount, minor units; negative for a credit. */
    readonly amountMinor: number;
    /** The bound that the amount ran into. */
    readonly bound: Bound | null;
    /** How the price came from the base price; `null` when nothing revised it. */
    readonly revision: Revision | null;
}

/** What a line of an invoice is for, in the order of lines. Also what an indexation applies to. */
export type LineKind =
/** The fixed fee. */
| "fixed"
/** Assets of a class. */
| "assets"
/** Hours out of scope. */
| "hours"
/** Visits out of scope. */
| "visits"
/** What lacks to the minimum. */
| "minimum"
/** Credit for a breach. */
| "penalty";

/** What an entitlement counts. */
export type Measure =
/** Visits. */
| "visits"
/** Minutes of work. */
| "minutes"
/** Different assets worked on. */
| "assets";

/** An amount of money: `1 250,00 €` is `priceMinor` 125 000 of `EUR`. */
export interface Money {
    readonly minor: number;
    /** An ISO 4217 code. */
    readonly currency: string;
}

/** Accrued cost of one month. */
export interface MonthCost {
    /** The month. */
    readonly month: string;
    /** Cost of its days within the horizon, minor units. */
    readonly minor: number;
}

/** Why there is no deadline. */
export type NoDeadline =
/** No service level applies to the service and priority of the ticket. */
| "no_level"
/** The level does not promise this. */
| "no_target"
/** The calendar never opens again. */
| "no_opening"
/** It would lie beyond the year 9999. */
| "out_of_range"
/** The ticket waits: the deadline moves until the wait ends. */
| "paused"
/** The ticket was opened later than `asOf`. */
| "not_opened";

/** The last day on which notice is in time for one end. */
export interface NoticeDeadline {
    /** The last day, rolled when the contract asks for it. */
    readonly deadline: string;
    /** The end that notice by then brings about: first day not covered. */
    readonly end: string;
    /** `end` less the notice period, before any roll. */
    readonly nominal: string;
}

/** Notice as it stands on a day. */
export interface NoticeState {
    /** The deadline for the current end. */
    readonly current: NoticeDeadline;
    /** Whether the day asked is after it: notice now comes too late for that end. */
    readonly passed: boolean;
    /**
     * The deadline that can still be met: the current one, or that of a later renewal; `null`
     * when the last one has passed.
     */
    readonly next: NoticeDeadline | null;
}

/** What one contract says of an asset, a service and a day; the first that applies. */
export type Outcome =
/** It covers, and no other comes before it. */
| "covered"
/** It covers too, but another contract comes before it. */
| "lower_priority"
/** The day is before its begin. */
| "not_begun"
/** The day is at or after its end. */
| "ended"
/** The day is at or after its early termination. */
| "terminated"
/** The day lies in a suspension. */
| "suspended"
/** The version of the day does not have the service. */
| "no_service"
/** An exclusion selects the asset. */
| "excluded"
/** The asset joins the perimeter later. */
| "not_joined"
/** The day lies between two stays of the asset. */
| "away"
/** The asset has left the perimeter. */
| "left"
/** An inclusion would select the asset at another age. */
| "other_age"
/** An inclusion would judge the asset by its age, but its day of purchase is unknown. */
| "unknown_age"
/** No inclusion selects the asset. */
| "not_selected"
/** An inclusion selects the asset, but its number, or that of the perimeter, is reached. */
| "beyond_cap";

/** Days from `start` to the day before `end`: half-open, never empty. */
export interface Period {
    readonly start: string;
    readonly end: string;
}

/** An amount in force on a day. */
export interface PriceInForce {
    /** What it is for. */
    readonly kind: LineKind;
    /** The class of assets, else empty. */
    readonly label: string;
    /** Months that it is quoted per; `null` for an hour or a visit. */
    readonly perMonths: number | null;
    /** Minor units. */
    readonly priceMinor: number;
    /** How it came from the base price; `null` when nothing revised it. */
    readonly revision: Revision | null;
}

/** What happens at the end of a term. */
export type Renewal =
/** The contract ends. The default. */
| "none"
/** The contract ends, unless both parties renew it in writing (which a later `end` records). */
| "express"
/** The contract goes on for a further period, unless a party gives notice. */
| "tacit";

/**
 * How one amount was revised at an anniversary.
 *
 * `price = multiplied × ratio`, rounded, then held between the floor and the cap, themselves
 * rounded.
 */
export interface Revision {
    /** The anniversary. */
    readonly day: string;
    /** Number of the anniversary, from 1. */
    readonly anniversary: number;
    /** The price that the contract (or an amendment) states, minor units. */
    readonly baseMinor: number;
    /**
     * The price in force before, minor units; `null` when nothing depends on it and its index is
     * not known.
     */
    readonly beforeMinor: number | null;
    /** The price that the ratio multiplies: one of the two above, minor units. */
    readonly multipliedMinor: number;
    /** Index below the fraction line. */
    readonly fromIndex: IndexValue;
    /** Index above the fraction line. */
    readonly toIndex: IndexValue;
    /** Exact ratio of the two, in lowest terms: numerator, denominator. */
    readonly ratio: readonly [number, number];
    /** How it was rounded. */
    readonly rounding: Rounding;
    /** What the index alone would give, minor units. */
    readonly indexedMinor: number;
    /** The bound that holds the price. */
    readonly bound: Bound | null;
    /** The price in force from this anniversary, minor units. */
    readonly priceMinor: number;
}

/**
 * How a division that does not come out even becomes a whole number.
 *
 * ``` use entretien::quantity::Rounding; assert_eq!(Rounding::HalfUp.divide(5, 2), Some(3)); //
 * 2.5 → 3 assert_eq!(Rounding::HalfUp.divide(-5, 2), Some(-3)); // a credit rounds as the
 * charge does assert_eq!(Rounding::HalfEven.divide(5, 2), Some(2));
 * assert_eq!(Rounding::Down.divide(29, 10), Some(2)); assert_eq!(Rounding::Down.divide(1, 0),
 * None); ```
 */
export type Rounding =
/** To the nearest; a half goes away from zero. */
| "half_up"
/** To the nearest; a half goes to the even neighbour. */
| "half_even"
/** Towards zero. */
| "down";

/** What a contract can cover. */
export type Service =
/** Planned work that prevents failures. */
| "preventive"
/** Repair after a failure. */
| "corrective"
/** System and software updates. */
| "updates"
/** Continuous watching. */
| "monitoring"
/** Help at a distance. */
| "remote_support"
/** Work on site. */
| "on_site";

/** One promise that holds at an instant. */
export interface TargetAt {
    /** What is promised. */
    readonly target: TargetKind;
    /** How it is counted: `open_time`, `working_days`… */
    readonly measure: string;
    /** Seconds, days or months. */
    readonly count: number;
    /** The calendar that it is counted in; `null` is around the clock. */
    readonly calendar: string | null;
}

/** What is promised. */
export type TargetKind =
/** Somebody takes the ticket in hand (GTI, délai de prise en compte). */
| "response"
/** The service works again, if only by a workaround (GTR). */
| "restoration"
/** The cause is removed and the ticket solved. */
| "resolution";

/** The term as it stands on a day. */
export interface TermAt {
    /** First day of the current term: the begin, or the end of the term before. */
    readonly begin: string;
    /** First day not covered; `null` without end (or with one after the year 9999). */
    readonly end: string | null;
    /** The day before `end`: the one to print. */
    readonly lastCovered: string | null;
    /** 0 in the initial term, k in renewal number k. */
    readonly renewal: number;
    /** What happens at the end. */
    readonly mode: Renewal;
    /** Whether the term runs by tacit renewal: it is assumed that no notice was given in time. */
    readonly assumed: boolean;
    /** Where the day asked stands. */
    readonly phase: TermPhase;
}

/** Where a day stands to the term of a contract. */
export type TermPhase =
/** Before its first day. */
| "not_begun"
/** In its term. */
| "running"
/** At or after its end. */
| "ended"
/** At or after its early termination. */
| "terminated";

/** One text in English and, where given, in French. */
export interface Text {
    readonly en: string;
    readonly fr?: string;
}

/** By when each target of a ticket is due. */
export interface TicketDeadlines {
    /** The ticket. */
    readonly ticket: string;
    /** Number of the version of the contract whose levels apply. */
    readonly version: number;
    /** Response, restoration, resolution. */
    readonly deadlines: readonly Deadline[];
}

/** What one contract says. */
export interface Verdict {
    /** The contract. */
    readonly contract: string;
    /** Its reference, as printed. */
    readonly reference: string;
    /** What it says. */
    readonly outcome: Outcome;
    /** Number of the version that holds on the day. */
    readonly version: number;
    /** Whether it covers only if it is tacitly renewed after `asOf`. */
    readonly byTacitRenewal: boolean;
    /** The verdict for people, without the reference. */
    readonly text: Text;
    /**
     * Number of the exclusion or inclusion that decided, from 0; `null` for any other reason, and
     * for the cap of the whole perimeter.
     */
    readonly selection?: number;
}


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



/** A calendar compiled to count by. */
export class BusinessTime {
    free(): void;
    [Symbol.dispose](): void;
    /** The instant of every pair of UTC epoch seconds and open seconds. Throws where there is none. */
    addMany(at: Float64Array, seconds: Float64Array): Float64Array;
    /** The working day so many working days after a day (before it, when negative). */
    addWorkingDays(day: string, count: number): string;
    /** The instant at which so many open seconds have passed; `pauses` do not count. */
    add(at: string, seconds: number, pauses?: readonly (readonly [string, string])[]): Reached;
    /** Open seconds of every pair of UTC epoch seconds. */
    betweenMany(from: Float64Array, to: Float64Array): Float64Array;
    /** Open seconds from one instant to a later one; `pauses` do not count. */
    between(from: string, to: string, pauses?: readonly (readonly [string, string])[]): number;
    /** The closing of the working day, or of the one so many working days later. */
    endOfWorkingDay(at: string, count: number): Reached;
    /** Whether an instant is open. */
    isOpen(at: string): boolean;
    /** The same day of the month and time of day so many calendar months later. */
    monthsAfter(at: string, count: number): Reached;
    /** Compiles a calendar. */
    constructor(calendar: WorkCalendar);
    /** The next open instant: `at` itself when it is open. */
    nextOpen(at: string): Reached;
    /** The n-th working day of a month (from the end when negative); `undefined` when it has fewer. */
    nthWorkingDayOfMonth(year: number, month: number, n: number): string | undefined;
    /** The last closing at or before an instant. */
    previousClose(at: string): Reached;
    /** The open stretches from one instant to a later one, cut to them. */
    spans(from: string, to: string): [string, string][];
    /** The instant from which so many open seconds lead to `at`. */
    subtract(at: string, seconds: number): Reached;
    /** The same time of day so many working days later, no later than closing time. */
    workingDaysAfter(at: string, count: number): Reached;
    /** Number of working days from one day to before another; negative when they are reversed. */
    workingDaysBetween(from: string, to: string): number;
}

/** The contracts of an engagement document, with its estate and its tasks. */
export class Contracts {
    private constructor();
    free(): void;
    [Symbol.dispose](): void;
    /** The accrued cost of the days from `start` to the day before `end`, by month. */
    cost(contract: string, start: string, end: string, records?: string | Uint8Array | null): Cost;
    /**
     * What contracts, estate and plan say of each other, for the plan of the days from `start` to the
     * day before `end`, as known on `asOf`.
     */
    coverageFindings(as_of: string, start: string, end: string, records?: string | Uint8Array | null): CoverageFinding[];
    /**
     * Whether an asset is covered at an instant, inside which hours, with which promises to a ticket of
     * `priority`.
     */
    coveredAt(asset: string, service: Service, at: string, as_of: string, priority?: string | null): CoverageAt;
    /** Whether an asset is covered for a service on a day, by which contract, and why not by the others. */
    covered(asset: string, service: Service, day: string, as_of: string): Coverage;
    /** What is left of each entitlement on `asOf`; `records` is a document `entretien/records`. */
    entitlementBalance(contract: string, as_of: string, records?: string | Uint8Array | null): Balance[];
    /** The dated events of every contract from `start` to the day before `end`, as known on `asOf`. */
    events(as_of: string, start: string, end: string): Event[];
    /**
     * Reads an engagement document (format `entretien/engagement` 1.0), strictly.
     *
     * Throws an `EntretienError` with every fault of the document.
     */
    static fromJson(text: string | Uint8Array): Contracts;
    /** The invoices issued from `start` to the day before `end`, to the cent. */
    invoices(contract: string, start: string, end: string, records?: string | Uint8Array | null): Invoice[];
    /** Where notice stands on `asOf`; `null` without notice or without end. */
    noticeDeadline(contract: string, as_of: string): NoticeState | null;
    /** Every amount in force on a day, with the reason of each revision. */
    pricesOn(contract: string, day: string): PriceInForce[];
    /** The promises that nobody is there to keep from `start` to the day before `end`. */
    serviceLevelFindings(start: string, end: string): CoverageFinding[];
    /** The service levels of a contract, to answer for tickets. */
    serviceLevels(contract: string): ServiceLevels;
    /** Where the term of a contract stands on `asOf`. */
    termAt(contract: string, as_of: string): TermAt;
    /** Ids of the contracts, in order. */
    readonly ids: string[];
}

/** The service levels of one contract. Tickets are a document `entretien/tickets`. */
export class ServiceLevels {
    private constructor();
    free(): void;
    [Symbol.dispose](): void;
    /** The breaches at `asOf` that a level puts a price on, as rows of `entretien/records`. */
    breaches(tickets: string | Uint8Array, as_of: string): Breach[];
    /** How each target of each ticket stands at `asOf`. */
    clocks(tickets: string | Uint8Array, as_of: string): ClockRow[];
    /** By when each target of each ticket is due, with all that is known, and why. */
    deadlines(tickets: string | Uint8Array): TicketDeadlines[];
    /** The escalation steps of each ticket at `asOf`. */
    escalations(tickets: string | Uint8Array, as_of: string): EscalationRow[];
}

/** A calendar of opening days and hours, in a time zone. */
export class WorkCalendar {
    private constructor();
    free(): void;
    [Symbol.dispose](): void;
    /** Why a day is closed, in `lang` (`en` when left out); `null` when it is open. */
    closed(day: string, lang?: Lang): ClosedDay | null;
    /**
     * Reads a calendar: an element of `calendars` of an engagement document, or a list of them of which
     * the last is meant. `timeZone` is that of calendars that name none, Europe/Paris when left out.
     */
    static fromJson(text: string | Uint8Array, time_zone?: string | null): WorkCalendar;
    /** Open where this one and the other are; both of one time zone. */
    intersection(other: WorkCalendar): WorkCalendar;
    /** Whether a day, `YYYY-MM-DD`, has opening hours. */
    isOpen(day: string): boolean;
    /** Open where this one is and the other is not; both of one time zone. */
    minus(other: WorkCalendar): WorkCalendar;
    /**
     * Where a day moves off a closed day; `null` when the policy `skip` leaves it out. Throws `CAL-006`
     * when no open day is near.
     */
    roll(day: string, policy: Roll): string | undefined;
    /** Open where this one or the other is; both of one time zone. */
    union(other: WorkCalendar): WorkCalendar;
    /** Its id. */
    readonly id: string;
    /** Its IANA time zone. */
    readonly timeZone: string;
}

/** Codes of the sets of public holidays that are known: countries, and their parts such as `FR-57`. */
export function holidaySets(): string[];

/** The public holidays of a set in a year, by day, named in `lang` (`en` when left out). */
export function holidays(set: string, year: number, lang?: Lang): Holiday[];

/** The message of the panic that stopped the module, if one did. */
export function lastPanic(): string | undefined;

/** Version of this package. */
export function version(): string;
