import type { IcsRequest } from "./entretien.js";
export type { IcsRequest };

/** What a periodic review is asked about. */
export interface ReviewQuestion {
  /** First day of the period. */
  readonly start: string;
  /** First day after it. */
  readonly end: string;
  /** Last day of which something is known; the last day of the period when left out. */
  readonly asOf?: string;
  /** First day after the plan that is shown, which begins the day after `asOf`; as long after the period as the period is when left out. */
  readonly planEnd?: string;
  /** Years of the forecast of renewals; 5 when left out. */
  readonly years?: number;
  /** How indicators are asked. */
  readonly indicators?: Omit<KpiQuestion, "start" | "end" | "asOf" | "grain">;
  /** What earlier reviews recommended, and what became of it. */
  readonly decisions?: readonly PastDecision[];
}

/** A recommendation of an earlier review. */
export interface PastDecision {
  /** The key under which it was recommended. */
  readonly key: string;
  /** What was recommended. */
  readonly title: { readonly en: string; readonly fr?: string };
  /** The day on which it was recommended. */
  readonly recommended: string;
  /** What became of it. */
  readonly status: DecisionStatus;
  /** The day on which it was done; needed where it was. */
  readonly done?: string;
  /** What it was to change. */
  readonly indicator?: Indicator;
  /** Of which group; the whole when left out. */
  readonly group?: readonly { readonly dimension: Dimension; readonly key?: string }[];
  /** What there is to say of it. */
  readonly note?: { readonly en: string; readonly fr?: string };
}

/** What a review looks at besides the engagement. */
export interface ReviewOptions extends OfferOptions {
  /** What was done and what failed; without it performance is not known. */
  readonly log?: Log | null;
  /** What was done under each contract: a document of format `entretien/records` 1.0. */
  readonly records?: string | Uint8Array | null;
  /** The engagement as of the last review. */
  readonly previous?: KpiEngagement | null;
  /** Rules of recommendations; the shipped ones when left out. */
  readonly rules?: AdviceDocument | string | Uint8Array | null;
}

/** What a proposal or a kick-off is asked about. */
export interface OfferQuestion {
  /** The day as of which estate and contracts are known. */
  readonly asOf: string;
  /** First day of the plan. */
  readonly start: string;
  /** First day after the plan; a year after `start` when left out. */
  readonly end?: string;
  /** What the customer has said that they need, in their order. */
  readonly needs?: readonly { readonly en: string; readonly fr?: string }[];
  /** Whom to call. */
  readonly contacts?: readonly Contact[];
}

/** Somebody to call. */
export interface Contact {
  /** What for. */
  readonly role: { readonly en: string; readonly fr?: string };
  /** Who. */
  readonly name: string;
  /** How: telephone, mail. */
  readonly reach?: string;
}

/** How a document is written. */
export interface OfferOptions {
  /** Language of its texts; `en` when left out. */
  readonly lang?: Lang;
}

/** Whose plan and log demand is drawn from, and how. */
export interface SourcingDemandOptions {
  /** The day as of which the plan is known. */
  readonly asOf: string;
  /** First day of the plan. */
  readonly start: string;
  /** First day after the plan. */
  readonly end: string;
  /** Incidents and works; without it there is no corrective work but that of the document. */
  readonly log?: Log | null;
  /** What perimeters are told apart by; `site` when left out. */
  readonly by?: "site" | "category";
  /** First day from which the log holds every incident; that of its first one when left out. */
  readonly observedFrom?: string;
  /** Skill that corrective work needs; none in particular when left out. */
  readonly correctiveSkill?: string;
  /** Growth of all lines in a year, parts per million; 0 when left out. */
  readonly growthPpm?: number;
  /** Share of all minutes outside opening hours, parts per million; unknown when left out. */
  readonly outOfHoursPpm?: number;
  /** Confidence of intervals; 0.95 when left out. */
  readonly confidence?: number;
}

/** How a comparison is written as a document. */
export interface SourcingDocumentRequest extends OfferOptions {
  /** The day as of which demand and prices are known. */
  readonly asOf: string;
  /** Who writes it; needed where the comparison is of no engagement, else that of the engagement. */
  readonly provider?: string;
  /** For whom; as `provider`. */
  readonly customer?: string;
}

/** A fraction as written, above and below the line: `[63, 100]` is 63 %. */
export type Fraction = readonly [above: number, below: number];

/** A team of one's own against a contract with a fixed fee and a price per intervention; amounts are minor units of year 1. */
export interface MakeOrBuyTerms {
  /** Interventions of year 1. */
  readonly interventionsPerYear: number;
  /** Time that one takes. */
  readonly minutesPerIntervention: number;
  /** What one full-time post costs, charges included. */
  readonly fteCostMinor: number;
  /** Hours that a full-time post is paid for in a year; 1,607 when left out. */
  readonly paidHours?: number;
  /** Share of the paid hours that is spent on interventions; all when left out. */
  readonly utilisation?: Fraction;
  /** Tools of the team a year, not indexed; 0 when left out. */
  readonly toolsMinor?: number;
  /** Fixed fee of the contract. */
  readonly outFixedMinor: number;
  /** Price of an intervention beyond the included ones. */
  readonly outUnitMinor: number;
  /** Interventions that the fixed fee includes; 0 when left out. */
  readonly outIncludedUnits?: number;
  /** What it costs to manage the contract, a share of what it bills; 0 when left out. */
  readonly managementOverhead?: Fraction;
  /** How many years are compared. */
  readonly years: number;
  /** Growth of the interventions in a year; 0 when left out. */
  readonly growth?: Fraction;
  /** Discount rate of a year; 0 when left out. */
  readonly discount?: Fraction;
  /** Rise of the prices of the contract in a year; 0 when left out. */
  readonly indexOut?: Fraction;
  /** Rise of wages in a year; 0 when left out. */
  readonly indexWage?: Fraction;
}
