// The workload chart: hours a week stacked by skill, against what the skills shown can offer.
import uPlot from "uplot";
import "uplot/dist/uPlot.min.css";
import { dayOf, isoOf } from "./days";
import { color, h } from "./dom";
import type { Model } from "./model";
import type { Voice } from "./text";

const PALETTE = 8;
const HEIGHT = 240;
const OVER_SHOWN = 8;

/** Draws weeks and lets one be chosen. */
export class Workload {
  readonly element: HTMLElement;
  readonly #choose: (monday: number) => void;
  readonly #stage = h("div", { class: "chart-stage" });
  readonly #legend = h("div", { class: "chart-legend", role: "group" });
  readonly #tip = h("div", { class: "tip", hidden: true });
  readonly #over = h("div", { class: "over" });
  #plot: uPlot | null = null;
  #model: Model | null = null;
  #voice: Voice;
  #hidden = new Set<string>();
  /** Minutes by skill, one for each Monday. */
  #minutes = new Map<string, number[]>();
  #capacity = new Map<string, number>();
  #mondays: number[] = [];

  constructor(voice: Voice, choose: (monday: number) => void) {
    this.#voice = voice;
    this.#choose = choose;
    this.element = h("div", { class: "chart" }, this.#legend, h("div", { class: "chart-frame" }, this.#stage, this.#tip), this.#over);
    new ResizeObserver(() => this.#plot?.setSize({ width: this.#stage.clientWidth, height: HEIGHT })).observe(this.#stage);
  }

  show(model: Model, voice: Voice): void {
    this.#model = model;
    this.#voice = voice;
    this.#mondays = model.mondays;
    this.#minutes.clear();
    this.#capacity.clear();
    const place = new Map(this.#mondays.map((monday, index) => [monday, index]));
    for (const week of model.totals.weeks) {
      let weeks = this.#minutes.get(week.skill);
      if (weeks === undefined) this.#minutes.set(week.skill, (weeks = new Array<number>(this.#mondays.length).fill(0)));
      weeks[place.get(dayOf(week.monday)) ?? -1] = week.workMinutes;
      if (week.capacityMinutes !== null) this.#capacity.set(week.skill, week.capacityMinutes);
    }
    for (const skill of this.#hidden) if (!this.#minutes.has(skill)) this.#hidden.delete(skill);
    this.#showLegend();
    this.#showOver();
    this.redraw();
  }

  /** Draws again, as after a change of colours. */
  redraw(): void {
    this.#plot?.destroy();
    this.#plot = null;
    this.#tip.hidden = true;
    if (this.#model === null || this.#mondays.length === 0) return;
    const shown = this.#skills.filter((skill) => !this.#hidden.has(skill));
    const [ink, line, family] = [color("--ink-soft"), color("--line"), color("--font")];
    // Each series is the sum up to its skill; the highest is drawn first, so that each bar shows its part.
    const sums: number[][] = [];
    const sum = new Array<number>(this.#mondays.length).fill(0);
    for (const skill of shown) {
      const weeks = this.#minutes.get(skill) ?? [];
      for (let index = 0; index < sum.length; index++) sum[index] = (sum[index] ?? 0) + (weeks[index] ?? 0) / 60;
      sums.push([...sum]);
    }
    const bars = uPlot.paths.bars?.({ size: [0.78, 26], radius: 0.06 });
    const series: uPlot.Series[] = [...shown.keys()].reverse().map((index) => ({
      fill: this.#color(shown[index] ?? ""),
      width: 0,
      points: { show: false },
      ...(bars === undefined ? {} : { paths: bars }),
    }));
    const capacity = this.#shownCapacity(shown);
    const data: uPlot.AlignedData = [this.#mondays, ...sums.reverse()];
    if (capacity !== null) {
      data.push(this.#mondays.map(() => capacity / 60));
      series.push({ stroke: color("--over"), width: 2, dash: [6, 4], points: { show: false } });
    }
    const axis = { stroke: ink, font: `11px ${family}`, grid: { stroke: line, width: 1 }, ticks: { show: false } };
    this.#plot = new uPlot(
      {
        width: this.#stage.clientWidth,
        height: HEIGHT,
        legend: { show: false },
        cursor: { y: false, points: { show: false }, drag: { x: false, y: false, setScale: false } },
        scales: {
          x: { time: false, range: (_, min, max) => [min - 5, max + 5] },
          y: { range: (_, __, max) => [0, Math.max(1, max) * 1.08] },
        },
        axes: [
          { ...axis, size: 28, grid: { show: false }, splits: (_, __, min, max) => this.#months(min, max), values: (_, days) => days.map((day) => this.#monthLabel(day)) },
          { ...axis, size: 46, values: (_, values) => values.map((value) => this.#voice.number(value)) },
        ],
        series: [{}, ...series],
        hooks: {
          setCursor: [(plot) => this.#point(plot)],
          draw: [(plot) => this.#markOver(plot, shown, sum)],
          ready: [
            (plot) => {
              plot.over.addEventListener("click", () => {
                const monday = this.#mondays[plot.cursor.idx ?? -1];
                if (monday !== undefined) this.#choose(monday);
              });
              plot.over.addEventListener("pointerleave", () => {
                this.#tip.hidden = true;
              });
            },
          ],
        },
      },
      data,
      this.#stage,
    );
    this.#stage.firstElementChild?.setAttribute("aria-hidden", "true");
  }

  /** A mark above each week in which a skill shown has more work than it offers. */
  #markOver(plot: uPlot, shown: string[], sum: number[]): void {
    const { ctx } = plot;
    const size = 5 * devicePixelRatio;
    ctx.save();
    ctx.fillStyle = color("--over");
    this.#mondays.forEach((monday, index) => {
      const over = shown.some((skill) => (this.#minutes.get(skill)?.[index] ?? 0) > (this.#capacity.get(skill) ?? Infinity));
      if (!over) return;
      const x = plot.valToPos(monday, "x", true);
      const y = plot.valToPos(sum[index] ?? 0, "y", true) - size;
      ctx.beginPath();
      ctx.moveTo(x - size, y - 1.6 * size);
      ctx.lineTo(x + size, y - 1.6 * size);
      ctx.lineTo(x, y);
      ctx.fill();
    });
    ctx.restore();
  }

  get #skills(): string[] {
    return [...this.#minutes.keys()].sort();
  }

  #color(skill: string): string {
    return color(`--skill-${this.#skills.indexOf(skill) % PALETTE}`);
  }

  #shownCapacity(shown: string[]): number | null {
    const known = shown.map((skill) => this.#capacity.get(skill)).filter((minutes) => minutes !== undefined);
    return known.length === 0 ? null : known.reduce((sum, minutes) => sum + minutes, 0);
  }

  #months(min: number, max: number): number[] {
    const firsts: number[] = [];
    for (let day = Math.ceil(min); day <= max; day++) if (isoOf(day).endsWith("-01")) firsts.push(day);
    const step = Math.ceil(firsts.length / Math.max(1, this.#stage.clientWidth / 60));
    return firsts.filter((_, index) => index % step === 0);
  }

  #monthLabel(day: number): string {
    const iso = isoOf(day);
    return iso.slice(5, 7) === "01" ? `${this.#voice.month(day)} ${iso.slice(0, 4)}` : this.#voice.month(day);
  }

  #point(plot: uPlot): void {
    const index = plot.cursor.idx;
    const monday = this.#mondays[index ?? -1];
    const left = plot.cursor.left ?? -1;
    if (index === null || index === undefined || monday === undefined || left < 0) {
      this.#tip.hidden = true;
      return;
    }
    const lines = this.#skills
      .filter((skill) => !this.#hidden.has(skill) && (this.#minutes.get(skill)?.[index] ?? 0) > 0)
      .map((skill) => {
        const minutes = this.#minutes.get(skill)?.[index] ?? 0;
        const capacity = this.#capacity.get(skill);
        const over = capacity !== undefined && minutes > capacity;
        const of = capacity === undefined ? "" : ` / ${this.#voice.hours(capacity)}`;
        return h("li", { class: over ? "is-over" : null }, this.#swatch(skill), ` ${skill} `, h("b", {}, this.#voice.hours(minutes)), h("span", { class: "quiet" }, of));
      });
    this.#tip.replaceChildren(
      h("strong", {}, this.#voice.say("week", { day: this.#voice.day(monday) })),
      lines.length === 0 ? this.#voice.say("nothing") : h("ul", {}, ...lines),
    );
    this.#tip.hidden = false;
    const x = left + plot.over.offsetLeft;
    const width = this.#tip.offsetWidth;
    this.#tip.style.left = `${x + width + 24 > this.#stage.clientWidth ? x - width - 14 : x + 14}px`;
    this.#tip.style.top = "8px";
  }

  #swatch(skill: string): HTMLElement {
    return h("span", { class: "swatch", style: `background: var(--skill-${this.#skills.indexOf(skill) % PALETTE})`, "aria-hidden": "true" });
  }

  #showLegend(): void {
    this.#legend.setAttribute("aria-label", this.#voice.say("skill"));
    const toggles = this.#skills.map((skill) => {
      const input = h("input", {
        type: "checkbox",
        onchange: () => {
          if (input.checked) this.#hidden.delete(skill);
          else this.#hidden.add(skill);
          this.redraw();
        },
      });
      input.checked = !this.#hidden.has(skill);
      return h("label", { class: "legend-item" }, input, this.#swatch(skill), skill);
    });
    const note = this.#capacity.size === 0 ? h("span", { class: "quiet" }, this.#voice.say("noCapacity")) : h("span", { class: "legend-item" }, h("span", { class: "dash", "aria-hidden": "true" }), this.#voice.say("capacity"));
    this.#legend.replaceChildren(...toggles, note);
  }

  #showOver(): void {
    const over = (this.#model?.totals.weeks ?? []).filter((week) => week.capacityMinutes !== null && week.workMinutes > week.capacityMinutes);
    if (this.#capacity.size === 0) {
      this.#over.replaceChildren();
      return;
    }
    if (over.length === 0) {
      this.#over.replaceChildren(h("p", { class: "quiet" }, this.#voice.say("overNone")));
      return;
    }
    const items = over.slice(0, OVER_SHOWN).map((week) => {
      const monday = dayOf(week.monday);
      const text = `${this.#voice.day(monday)} · ${week.skill} · ${this.#voice.hours(week.workMinutes)} / ${this.#voice.hours(week.capacityMinutes ?? 0)}`;
      return h("button", { type: "button", class: "chip over-chip", onclick: () => this.#choose(monday) }, text);
    });
    const rest = over.length > OVER_SHOWN ? h("span", { class: "quiet" }, this.#voice.say("overMore", { n: over.length - OVER_SHOWN })) : null;
    this.#over.replaceChildren(h("strong", {}, this.#voice.say("over")), ...items, ...(rest === null ? [] : [rest]));
  }
}
