/** One estate with its contracts, tasks and policies, ready to be planned. */
export class Engagement {
    private constructor();
    free(): void;
    [Symbol.dispose](): void;
    /**
     * The assets, in the order that the columns of a plan number them; labels in `lang` (`en` when
     * left out).
     */
    assets(lang?: Lang): AssetList;
    /**
     * Verifies a plan against this engagement, day by day, without the planner: what is wrong, or
     * nothing.
     */
    check(plan: Plan): FaultList;
    /**
     * Reads an engagement document (format `entretien/engagement` 1.0), strictly, and brings in the
     * assets of `inventory`.
     *
     * Throws an `EntretienError` with every fault of the document.
     */
    static fromJson(text: string | Uint8Array, inventory?: Inventory | null): Engagement;
    /**
     * The plan of the days from `start` to the day before `end`, as known on `asOf`. Forecast and
     * generation are this one function.
     */
    plan(request: PlanRequest): Plan;
    /**
     * An engagement without a document: the shipped task templates on every asset of `inventory`,
     * counted from the day `begin`.
     */
    static shipped(inventory: Inventory, begin: string): Engagement;
    /** The sites, by id. */
    sites(): SiteList;
    /**
     * The task templates, in the order that the columns of a plan number them; texts in `lang` (`en`
     * when left out).
     */
    tasks(lang?: Lang): TaskList;
    /**
     * What changes (format `entretien/changes` 1.0) would do to the plan of `request`: its differences, with
     * the reasons, their texts in `lang` (`en` when left out). The engagement stays as it is. For the changed
     * plan itself, {@link Plan.replan} a {@link Plan.copy}.
     */
    whatIf(changes: string | Uint8Array, request: PlanRequest, lang?: Lang): PlanDiff;
    /** First day of the programme, `YYYY-MM-DD`. */
    readonly begin: string;
    /** Whose estate it is. */
    readonly customer: string;
    /** Doubts about values that were taken over. */
    readonly diagnostics: FaultList;
    /** Who does the works. */
    readonly provider: string;
    /** Files that gave no asset, with the reason. */
    readonly refused: FaultList;
}

/** What was found in inventory files. */
export class Inventory {
    private constructor();
    free(): void;
    [Symbol.dispose](): void;
    /** The assets found, in `lang` (`en` when left out). */
    assets(lang?: Lang): AssetList;
    /** Things attached to machines that are no assets here, by kind (`monitors`, `printers` …). */
    readonly attached: CountList;
    /** Values that sources do not agree about, by asset, field, values; the file is empty for the document. */
    readonly conflicts: Conflict[];
    /** Doubts about values that were taken over. */
    readonly diagnostics: FaultList;
    /** Serial numbers, UUIDs and ids that stand for more than one record. */
    readonly duplicates: DuplicateList;
    /** Number of files used: neither refused nor passed over. */
    readonly filesRead: number;
    /** Licences of registers, by id. */
    readonly licences: Licence[];
    /** What agents found against what registers list; `null` unless there are both. */
    readonly reconciliation: Reconciliation | null;
    /** Files that gave no asset, with the reason. */
    readonly refused: FaultList;
    /** Items of the files that nothing is made of, by section; columns of a CSV as `csv:` and their name. */
    readonly unused: CountList;
}

/**
 * Reads inventory files one at a time: GLPI inventories (JSON) and CSV files of declared facts.
 *
 * Imports are tolerant: a file that gives no asset is listed in {@link Inventory.refused}, a value that
 * cannot be used in {@link Inventory.diagnostics}; nothing is dropped without a word.
 */
export class InventoryReader {
    free(): void;
    [Symbol.dispose](): void;
    /** Ends the reading. The reader cannot be used afterwards. */
    finish(): Inventory;
    /** A reader that has read nothing yet. */
    constructor();
    /**
     * Reads one CSV of which `mapping` says what its columns mean. `TAK-061` for a mapping that cannot be used; what
     * is wrong in the file is told as for every other file.
     */
    readMapped(name: string, bytes: Uint8Array, mapping: Mapping): void;
    /** Reads one file; `name` is what faults call it. */
    read(name: string, bytes: Uint8Array): void;
}

/** A maintenance plan. Rows are sorted by date, subject, task, nominal date. */
export class Plan {
    private constructor();
    free(): void;
    [Symbol.dispose](): void;
    /**
     * Verifies the plan against what it was made from, changes included, without the planner: what is
     * wrong, or nothing. {@link Engagement.check} verifies it against the engagement as it is.
     */
    check(): FaultList;
    /**
     * All occurrences as columns, copied: they can be transferred to another thread and stay valid
     * after {@link Plan.free}.
     */
    columns(): PlanColumns;
    /** Another plan of the same rows, which changes on its own. */
    copy(): Plan;
    /**
     * What differs between this plan and `after`, by id, with the reasons; texts in `lang` (`en` when left
     * out).
     */
    diff(after: Plan, lang?: Lang): PlanDiff;
    /** BLAKE3 of the canonical JSON, 64 hexadecimal digits; the same from Rust, Python and JavaScript. */
    digest(): string;
    /** The number of the occurrence with this id; `undefined` when the plan has none. */
    find(id: string): number | undefined;
    /**
     * What the plan finds: work without a free day (`PLAN-020`), intervals beyond the house rule, decisions
     * against a rule (`PLAN-026`) and so on, by code, subject, task, day. Computed anew at each call.
     */
    findings(): PlanFinding[];
    /**
     * Occurrence number `index` with its trace and, in `lang` (`en` when left out), why it is on its
     * date; `undefined` past the end.
     */
    occurrence(index: number, lang?: Lang): OccurrenceRow | undefined;
    /**
     * Plans anew, in place, after changes (format `entretien/changes` 1.0): the very plan that planning the
     * changed engagement afresh would give. Events, assets that are there and readings plan anew only what
     * they touch. Columns and rows taken before stay as they were; the engagement stays as it is.
     *
     * On a refusal nothing has changed.
     */
    replan(changes: string | Uint8Array): void;
    /** The plan as CSV in `lang` (`en` when left out). */
    toCsv(lang?: Lang): string;
    /** The report as one self-contained HTML page in `lang` (`en` when left out). */
    toHtml(lang?: Lang): string;
    /** The plan and the dates of its contracts as iCalendar files; more than one when `bytesMax` asks for it. */
    toIcs(options?: IcsRequest): string[];
    /** The canonical JSON: format `entretien/plan` 1.0. */
    toJson(): string;
    /** Sums by month, periodicity, skill, mode, site, category, task, contract and week. */
    totals(): Totals;
    /** The day as of which it was planned, `YYYY-MM-DD`. */
    readonly asOf: string;
    /** First day after the horizon, `YYYY-MM-DD`. */
    readonly end: string;
    /** Number of occurrences. */
    readonly length: number;
    /** First day of the horizon, `YYYY-MM-DD`. */
    readonly start: string;
}

/** Every code that a fault can carry, with its meaning and cure in `lang` (`en` when left out). */
export function codes(lang?: Lang): CodeList;

/** The message of the panic that stopped the module, if one did. */
export function lastPanic(): string | undefined;

/** Version of this package. */
export function version(): string;
