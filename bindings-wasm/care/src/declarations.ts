import type { EntretienError, FaultList, IcsRequest, Lang, Mapping } from "./entretien.js";
export type { EntretienError, FaultList, IcsRequest, Lang, Mapping };

/** A finding with its words. */
export interface AuditFinding extends Finding {
    /** What its rule finds. */
    readonly title: string;
    /** What decided it. */
    readonly text: string;
}

/** Assets or licences on which a rule is undecided for the same missing facts. */
export interface AuditUndecided extends UndecidedRow {
    /** What the rule finds. */
    readonly title: string;
    /** What its subjects are. */
    readonly subject: SubjectKind;
}

/** A level of support. */
export type SupportLevel = "active" | "security" | "extended";

/** A cycle whose support is about to end. */
export interface Ending {
    /** First day without support. */
    readonly end: string;
    /** Product. */
    readonly product: string;
    /** Cycle. */
    readonly cycle: string;
}

/** How long the periods of a total are. */
export type Grain = "month" | "quarter" | "year";

/** What totals are split by. */
export type SplitBy = "nothing" | "category" | "site" | "contract";

/** By what findings are counted. */
export type Grouping = "rule" | "site" | "asset" | "remedy" | "domain";

/** What is depreciated, and how. */
export interface DepreciationRequest {
    /** Cost of purchase, minor units. */
    readonly costMinor: number;
    /** Value that is left at the end and not depreciated, minor units; 0 when left out. */
    readonly residualMinor?: number;
    /** First day of service, `YYYY-MM-DD`; of acquisition, for declining balance. */
    readonly inService: string;
    /** Duration in years, 1 to 100. */
    readonly years: number;
    /** `straight_line` when left out. */
    readonly method?: "straight_line" | "declining";
    /** How straight line counts the time in service; `30/360` when left out. */
    readonly dayCount?: "30/360" | "actual/365" | "actual/actual" | "months";
    /** Coefficient of declining balance as a fraction; that of the duration when left out. */
    readonly coefficient?: readonly [numerator: number, denominator: number];
    /** Month in which fiscal years begin, 1–12; 1 when left out. */
    readonly fiscalMonth?: number;
}
