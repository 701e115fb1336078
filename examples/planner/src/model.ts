// A plan as the page uses it: the columns of the engine and a few sums over them.
import { MARKS } from "entretien/worker";
import type { Asset, Planned, Replanned, RowColumns, Site, Tables, Task, Totals } from "entretien/worker";
import { mondayOf } from "./days";

/** Rows of one day, contiguous in the columns. */
export interface DayLoad {
  first: number;
  count: number;
  minutes: number;
}

/** Columns, tables and sums of one plan. */
export class Model {
  readonly length: number;
  readonly date: Int32Array;
  readonly nominal: Int32Array;
  /** Index of an asset; from their number on, of a contract. */
  readonly subject: Uint32Array;
  readonly task: Uint16Array;
  readonly marks: Uint16Array;
  readonly contracts: string[];
  readonly assetSite: Uint32Array;
  readonly totals: Totals;
  readonly days = new Map<number, DayLoad>();
  /** Skills by name. */
  readonly skills: string[];
  assets: Asset[];
  tasks: Task[];
  sites: Site[];

  constructor(planned: Planned | Replanned, tables: Tables, fixed: { assetSite: Uint32Array; contracts: string[] }) {
    const columns: RowColumns = planned.columns;
    this.length = planned.length;
    this.date = columns.date;
    this.nominal = columns.nominal;
    this.subject = columns.subject;
    this.task = columns.task;
    this.marks = columns.marks;
    this.assetSite = fixed.assetSite;
    this.contracts = fixed.contracts;
    this.totals = planned.totals;
    this.assets = tables.assets;
    this.tasks = tables.tasks;
    this.sites = tables.sites;
    this.skills = [...new Set(this.tasks.map((task) => task.skill))].sort();
    const minutes = this.tasks.map((task) => task.durationMinutes);
    for (let row = 0; row < this.length; row++) {
      const day = this.date[row] ?? 0;
      let load = this.days.get(day);
      if (load === undefined) this.days.set(day, (load = { first: row, count: 0, minutes: 0 }));
      load.count += 1;
      if (this.isWork(row)) load.minutes += minutes[this.task[row] ?? 0] ?? 0;
    }
  }

  /** The same plan in another language. */
  translate(tables: Tables): void {
    this.assets = tables.assets;
    this.tasks = tables.tasks;
    this.sites = tables.sites;
  }

  /** The rows of a plan after changes, which do not touch the estate. */
  replanned(plan: Replanned): Model {
    return new Model(plan, { assets: this.assets, tasks: this.tasks, sites: this.sites }, this);
  }

  /** Whether it is work to be done: no decision leaves it out. */
  isWork(row: number): boolean {
    return ((this.marks[row] ?? 0) & (MARKS.skipped | MARKS.cancelled)) === 0;
  }

  taskOf(row: number): Task | undefined {
    return this.tasks[this.task[row] ?? -1];
  }

  assetOf(row: number): Asset | undefined {
    return this.assets[this.subject[row] ?? -1];
  }

  /** Name of the asset, or id of the contract. */
  subjectOf(row: number): string {
    return this.assetOf(row)?.name ?? this.contracts[(this.subject[row] ?? 0) - this.assets.length] ?? "";
  }

  siteOf(row: number): Site | undefined {
    return this.sites[this.assetSite[this.subject[row] ?? -1] ?? -1];
  }

  /** Works of a day by title, most work first. */
  worksOf(day: number): { title: string; count: number; minutes: number }[] {
    const load = this.days.get(day);
    if (load === undefined) return [];
    const works = new Map<number, number>();
    for (let row = load.first; row < load.first + load.count; row++) {
      const task = this.task[row] ?? 0;
      works.set(task, (works.get(task) ?? 0) + 1);
    }
    return [...works]
      .map(([index, count]) => {
        const task = this.tasks[index];
        return { title: task?.title ?? "", count, minutes: count * (task?.durationMinutes ?? 0) };
      })
      .sort((a, b) => b.minutes - a.minutes || (a.title < b.title ? -1 : 1));
  }

  /** First and last planned day; the horizon may end earlier, rolls lead beyond it. */
  get range(): [number, number] | null {
    if (this.length === 0) return null;
    return [this.date[0] ?? 0, this.date[this.length - 1] ?? 0];
  }

  /** Mondays of all weeks, without gap. */
  get mondays(): number[] {
    const { range } = this;
    if (range === null) return [];
    const mondays: number[] = [];
    for (let monday = mondayOf(range[0]); monday <= range[1]; monday += 7) mondays.push(monday);
    return mondays;
  }
}
