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
