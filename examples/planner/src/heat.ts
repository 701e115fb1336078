// The calendar heat map: one square a day, one column a week, 53 weeks a strip.
import { isoOf, mondayOf, weekdayOf } from "./days";
import { color, h } from "./dom";
import type { Model } from "./model";
import type { Voice } from "./text";

const WEEKS = 53;
const STRIPS_MAX = 10;
const LEVELS = 6;
const WORKS_SHOWN = 6;

interface Strip {
  canvas: HTMLCanvasElement;
  monday: number;
}

interface Geometry {
  cell: number;
  gap: number;
  left: number;
  top: number;
}

/** Draws the days of a plan and lets one be chosen. */
export class HeatMap {
  readonly element: HTMLElement;
  readonly #choose: (day: number) => void;
  readonly #stage: HTMLElement;
  readonly #tip: HTMLElement;
  readonly #live: HTMLElement;
  readonly #legend: HTMLElement;
  readonly #note: HTMLElement;
  readonly #prompt: HTMLElement;
  #strips: Strip[] = [];
  #model: Model | null = null;
  #voice: Voice;
  #first = 0;
  #last = 0;
  #active: number | null = null;
  #chosen: number | null = null;
  /** The day that something is being moved from. */
  #from: number | null = null;
  #picking: ((day: number | null, exact: boolean) => void) | null = null;
  #peak = 0;

  constructor(voice: Voice, choose: (day: number) => void) {
    this.#voice = voice;
    this.#choose = choose;
    this.#stage = h("div", {
      class: "heat-stage",
      tabindex: 0,
      role: "application",
      "aria-describedby": "heat-live",
      onkeydown: (event: KeyboardEvent) => this.#key(event),
      onpointermove: (event: PointerEvent) => this.#point(event),
      onpointerleave: () => this.#leave(),
      onclick: (event: PointerEvent) => this.#click(event),
      onfocus: () => {
        if (this.#stage.matches(":focus-visible")) this.#activate(this.#active ?? this.#chosen ?? this.#firstBusy());
      },
      onblur: () => this.#leave(),
    });
    this.#tip = h("div", { class: "tip", hidden: true });
    this.#live = h("p", { id: "heat-live", class: "visually-hidden", "aria-live": "polite" });
    this.#legend = h("div", { class: "heat-legend", "aria-hidden": "true" });
    this.#note = h("p", { class: "note", hidden: true });
    this.#prompt = h("p", { class: "prompt", role: "status", hidden: true });
    this.element = h("div", { class: "heat" }, this.#prompt, this.#stage, this.#tip, this.#live, this.#legend, this.#note);
    new ResizeObserver(() => this.#draw()).observe(this.#stage);
  }

  show(model: Model, horizon: [number, number], voice: Voice): void {
    this.#model = model;
    this.#voice = voice;
    const range = model.range ?? horizon;
    this.#first = Math.min(horizon[0], range[0]);
    this.#last = Math.max(horizon[1] - 1, range[1]);
    this.#peak = Math.max(0, ...[...model.days.values()].map((load) => load.minutes));
    this.#active = null;
    const strips = Math.ceil((mondayOf(this.#last) - mondayOf(this.#first) + 7) / 7 / WEEKS);
    this.#strips = [];
    for (let strip = 0; strip < Math.min(strips, STRIPS_MAX); strip++) {
      this.#strips.push({ canvas: h("canvas"), monday: mondayOf(this.#first) + strip * WEEKS * 7 });
    }
    this.#stage.replaceChildren(...this.#strips.map((strip) => strip.canvas));
    this.#stage.setAttribute("aria-label", `${voice.say("year")}. ${voice.say("yearHint")}`);
    this.#note.hidden = strips <= STRIPS_MAX;
    this.#note.textContent = voice.say("yearCut");
    const swatches = Array.from({ length: LEVELS }, (_, level) => h("span", { class: "swatch", style: `background: var(--heat-${level})` }));
    this.#legend.replaceChildren(`0\u00a0h`, ...swatches, voice.hours(this.#peak));
    this.#draw();
  }

  /** Lets a day be chosen for something that is on the day `from`; `done` is told `null` when it is left. */
  pick(prompt: string, from: number, done: (day: number | null, exact: boolean) => void): void {
    this.#picked(null, false);
    this.#picking = done;
    this.#from = from;
    this.#prompt.textContent = prompt;
    this.#prompt.hidden = false;
    this.#stage.focus({ preventScroll: true });
    this.#activate(Math.max(this.#first, Math.min(this.#last, from)));
  }

  /** Marks the day that something is being moved from. */
  origin(day: number | null): void {
    this.#from = day;
    if (day === null) this.#leave();
    this.#draw();
  }

  /** The day under a point of the window, which is then shown. */
  over(x: number, y: number): number | null {
    const strip = this.#strips.find(({ canvas }) => canvas === document.elementFromPoint(x, y));
    const bounds = strip?.canvas.getBoundingClientRect();
    const day = strip === undefined || bounds === undefined ? null : this.#dayIn(strip, x - bounds.left, y - bounds.top);
    if (day === null) this.#leave();
    else if (day !== this.#active) this.#activate(day);
    return day;
  }

  #picked(day: number | null, exact: boolean): boolean {
    const done = this.#picking;
    if (done === null) return false;
    this.#picking = this.#from = null;
    this.#prompt.hidden = true;
    this.#leave();
    this.#draw();
    done(day, exact);
    return true;
  }

  /** Marks the day that the table shows. */
  mark(day: number | null): void {
    this.#chosen = day;
    this.#draw();
  }

  #geometry(): Geometry {
    const width = this.#stage.clientWidth;
    const left = 34;
    const pitch = Math.max(11, Math.min(23, (width - left - 2) / WEEKS));
    const gap = pitch > 15 ? 3 : 2;
    return { cell: pitch - gap, gap, left, top: 20 };
  }

  #level(minutes: number): number {
    if (minutes <= 0 || this.#peak <= 0) return 0;
    // Square root: quiet days still differ beside the great cleaning days.
    return Math.max(1, Math.min(LEVELS - 1, Math.ceil(Math.sqrt(minutes / this.#peak) * (LEVELS - 1))));
  }

  #draw(): void {
    if (this.#model === null || this.#stage.clientWidth === 0) return;
    const geometry = this.#geometry();
    const { cell, gap, left, top } = geometry;
    const pitch = cell + gap;
    const ratio = window.devicePixelRatio || 1;
    const fills = Array.from({ length: LEVELS }, (_, level) => color(`--heat-${level}`));
    const [ink, quiet, ring, family] = [color("--ink"), color("--ink-soft"), color("--accent"), color("--font")];
    for (const { canvas, monday } of this.#strips) {
      const weeks = Math.min(WEEKS, Math.floor((mondayOf(this.#last) - monday) / 7) + 1);
      const width = left + WEEKS * pitch;
      const height = top + 7 * pitch;
      canvas.width = Math.round(width * ratio);
      canvas.height = Math.round(height * ratio);
      canvas.style.width = `${width}px`;
      canvas.style.height = `${height}px`;
      const context = canvas.getContext("2d");
      if (context === null) continue;
      context.scale(ratio, ratio);
      context.font = `11px ${family}`;
      context.textBaseline = "middle";
      context.fillStyle = quiet;
      for (const weekday of [0, 2, 4]) {
        context.fillText(this.#voice.weekday(monday + weekday), 0, top + weekday * pitch + cell / 2);
      }
      // Where the next month name may begin.
      let free = left;
      for (let week = 0; week < weeks; week++) {
        for (let weekday = 0; weekday < 7; weekday++) {
          const day = monday + week * 7 + weekday;
          if (day < this.#first || day > this.#last) continue;
          const x = left + week * pitch;
          const y = top + weekday * pitch;
          const iso = isoOf(day);
          if (iso.endsWith("-01") || (day === this.#first && Number(iso.slice(8)) < 20)) {
            const january = iso.slice(5, 7) === "01" || day === this.#first;
            context.fillStyle = january ? ink : quiet;
            const label = january ? `${this.#voice.month(day)} ${iso.slice(0, 4)}` : this.#voice.month(day);
            const labelWidth = context.measureText(label).width;
            const labelX = Math.min(x, width - labelWidth - 1);
            if (labelX >= free) {
              context.fillText(label, labelX, 7);
              free = labelX + labelWidth + 5;
            }
          }
          const minutes = this.#model.days.get(day)?.minutes ?? 0;
          context.fillStyle = fills[this.#level(minutes)] ?? "";
          context.beginPath();
          context.roundRect(x, y, cell, cell, Math.min(3, cell / 4));
          context.fill();
          if (day === this.#active || day === this.#chosen || day === this.#from) {
            context.strokeStyle = day === this.#active ? ink : ring;
            context.setLineDash(day === this.#from && day !== this.#active ? [3, 2] : []);
            context.lineWidth = 2;
            context.stroke();
          }
        }
      }
    }
  }

  #place(day: number): { strip: Strip; x: number; y: number } | null {
    const { cell, gap, left, top } = this.#geometry();
    const number = Math.floor((day - mondayOf(this.#first)) / (WEEKS * 7));
    const strip = this.#strips[number];
    if (strip === undefined) return null;
    const week = Math.floor((day - strip.monday) / 7);
    return { strip, x: left + week * (cell + gap), y: top + weekdayOf(day) * (cell + gap) };
  }

  #dayAt(event: PointerEvent): number | null {
    const strip = this.#strips.find(({ canvas }) => canvas === event.target);
    return strip === undefined ? null : this.#dayIn(strip, event.offsetX, event.offsetY);
  }

  #dayIn(strip: Strip, x: number, y: number): number | null {
    const { cell, gap, left, top } = this.#geometry();
    const week = Math.floor((x - left) / (cell + gap));
    const weekday = Math.floor((y - top) / (cell + gap));
    if (week < 0 || week >= WEEKS || weekday < 0 || weekday > 6) return null;
    const day = strip.monday + week * 7 + weekday;
    return day < this.#first || day > this.#last ? null : day;
  }

  #point(event: PointerEvent): void {
    const day = this.#dayAt(event);
    if (day === null) this.#leave();
    else if (day !== this.#active) this.#activate(day);
  }

  #click(event: PointerEvent): void {
    const day = this.#dayAt(event);
    if (day !== null && !this.#picked(day, event.shiftKey)) this.#choose(day);
  }

  #key(event: KeyboardEvent): void {
    const steps: Record<string, number> = { ArrowLeft: -7, ArrowRight: 7, ArrowUp: -1, ArrowDown: 1, PageUp: -28, PageDown: 28 };
    const step = steps[event.key];
    const now = this.#active ?? this.#chosen ?? this.#firstBusy();
    if (step !== undefined) {
      this.#activate(Math.max(this.#first, Math.min(this.#last, this.#active === null ? now : now + step)));
    } else if (event.key === "Home") {
      this.#activate(this.#first);
    } else if (event.key === "End") {
      this.#activate(this.#last);
    } else if (event.key === "Enter" || event.key === " ") {
      if (!this.#picked(now, event.shiftKey)) this.#choose(now);
    } else if (event.key === "Escape") {
      if (!this.#picked(null, false)) this.#leave();
    } else {
      return;
    }
    event.preventDefault();
  }

  #firstBusy(): number {
    return this.#model?.range?.[0] ?? this.#first;
  }

  #leave(): void {
    if (this.#active === null) return;
    this.#active = null;
    this.#tip.hidden = true;
    this.#draw();
  }

  #activate(day: number): void {
    const place = this.#place(day);
    if (place === null || this.#model === null) return;
    this.#active = day;
    this.#draw();
    const voice = this.#voice;
    const load = this.#model.days.get(day);
    const works = this.#model.worksOf(day);
    const sum =
      load === undefined
        ? voice.say("nothing")
        : voice.say("daySum", { n: load.count, h: voice.hours(load.minutes) });
    const lines = works.slice(0, WORKS_SHOWN).map(({ title, count }) => h("li", {}, h("b", {}, `${voice.number(count)}×`), ` ${title}`));
    if (works.length > WORKS_SHOWN) lines.push(h("li", { class: "quiet" }, voice.say("others", { n: works.length - WORKS_SHOWN })));
    this.#tip.replaceChildren(h("strong", {}, voice.longDay(day)), h("span", {}, sum), works.length > 0 && h("ul", {}, ...lines) || "");
    this.#tip.hidden = false;
    this.#live.textContent = `${voice.longDay(day)}: ${sum}. ${works.slice(0, WORKS_SHOWN).map(({ title, count }) => `${count} ${title}`).join(", ")}`;
    const width = this.element.clientWidth;
    const x = place.x + this.#stage.offsetLeft - this.#stage.scrollLeft;
    const tip = this.#tip.offsetWidth;
    this.#tip.style.left = `${Math.max(0, Math.min(width - tip, x - tip / 2))}px`;
    this.#tip.style.top = `${place.strip.canvas.offsetTop + place.y + this.#geometry().cell + 10}px`;
  }
}
