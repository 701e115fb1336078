/** How the columns of incidents, or of an event log, are read. */
export interface IncidentMapping extends LogMapping {
  /** Columns that are used; every column whose name is known when left out. */
  readonly columns?: readonly { readonly name: string; readonly field: IncidentField }[];
  /** Values that are replaced before they are read. */
  readonly values?: readonly { readonly field: IncidentField; readonly from: string; readonly to: string }[];
}

/** How the columns of interventions are read. */
export interface WorkMapping extends LogMapping {
  /** Columns that are used; every column whose name is known when left out. */
  readonly columns?: readonly { readonly name: string; readonly field: WorkField }[];
  /** Values that are replaced before they are read. */
  readonly values?: readonly { readonly field: WorkField; readonly from: string; readonly to: string }[];
}

/** How the values of a log are written. */
export interface LogMapping {
  /** Zone of times that state no offset, such as `Europe/Paris`. */
  readonly timeZone: string;
  /** Values that mean that nothing is known, beside the empty one; `?` when left out. */
  readonly unknown?: readonly string[];
  /** The separator, one character; the most frequent in the first line when left out. */
  readonly separator?: string;
  /** How characters are written; UTF-8, and Windows-1252 for rows that are not, when left out. */
  readonly encoding?: "utf-8" | "utf-16" | "windows-1252" | "mac-roman";
  /** Order of the parts of dates; the one that each date allows when left out. */
  readonly dates?: "dmy" | "mdy" | "ymd";
  /** The decimal sign; what each value shows when left out. */
  readonly decimal?: "comma" | "point";
  /** Currency of amounts that say none; `EUR` when left out. */
  readonly currency?: string;
}

/** What a column says of an incident. */
export type IncidentField =
  | "id" | "asset" | "site" | "category" | "subcategory" | "priority" | "impact" | "urgency" | "contract" | "supplier"
  | "group" | "technician" | "cause" | "contact" | "problem" | "state" | "event" | "opened" | "acknowledged"
  | "restored" | "resolved" | "closed" | "cancelled" | "reopen_count" | "reassignment_count" | "visits" | "level_kept";

/** What a column says of an intervention. */
export type WorkField =
  | "id" | "kind" | "basis" | "status" | "place" | "planned_from" | "planned_to" | "begun" | "ended" | "technician"
  | "asset" | "site" | "category" | "priority" | "group" | "supplier" | "contract" | "cause" | "action"
  | "labour_minutes" | "labour_hours" | "external_minutes" | "overtime_minutes" | "estimated_minutes"
  | "travel_minutes" | "immediate" | "labour_cost" | "contractor_cost" | "parts_cost" | "travel_cost" | "other_cost"
  | "total_cost" | "downtime_from" | "downtime_to" | "downtime_planned" | "reopen_count" | "occurrence" | "due"
  | "interval_days" | "incident";

/** What problems are looked for. */
export interface ProblemRequest {
  /** Until when: an instant with its offset, or a day, which counts whole. */
  readonly asOf: string;
  /** Days that count as lately; 30 when left out. */
  readonly recentDays?: number;
  /** Days before them, with which they are compared; 365 when left out. */
  readonly baseDays?: number;
  /** A group is suggested when its corrected probability is at most this; 0.01 when left out. */
  readonly threshold?: number;
  /** How the number of groups is taken into account; `holm` when left out. */
  readonly correction?: Correction;
  /** Fewest recent incidents of a group; 3 when left out. */
  readonly minCount?: number;
  /** By what incidents are grouped. */
  readonly clusters?: readonly Cluster[];
}
