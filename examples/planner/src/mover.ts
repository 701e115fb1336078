// Taking an occurrence to another day: dragged with the pointer, or picked up and put down with keys.
import { h } from "./dom";
import type { HeatMap } from "./heat";
import type { Voice } from "./text";

const DRAG_PX = 5;

/** What is being moved. */
export interface Grip {
  row: number;
  /** Its planned day. */
  day: number;
  label: string;
}

/** Moves one occurrence at a time over the days of the heat map, or onto the day of another line of the table. */
export class Mover {
  readonly #heat: HeatMap;
  readonly #voice: () => Voice;
  readonly #move: (grip: Grip, to: number, exact: boolean) => void;

  constructor(heat: HeatMap, voice: () => Voice, move: (grip: Grip, to: number, exact: boolean) => void) {
    this.#heat = heat;
    this.#voice = voice;
    this.#move = move;
  }

  /** Lets the keyboard, or a click, choose the day in the heat map; the focus comes back when it is left. */
  pick(grip: Grip, back: HTMLElement): void {
    this.#dock(true);
    this.#heat.pick(this.#voice().say("pickHint", { what: grip.label }), grip.day, (day, exact) => {
      this.#dock(false);
      if (day !== null && (day !== grip.day || exact)) this.#move(grip, day, exact);
      else if (back.isConnected) back.focus();
    });
  }

  /** Follows the pointer from the press on the handle to its release. */
  drag(start: PointerEvent, grip: Grip): void {
    if (start.button !== 0) return;
    const listening = new AbortController();
    const { signal } = listening;
    const ghost = h("div", { class: "ghost", "aria-hidden": "true" });
    let day: number | null = null;
    const end = (): void => {
      listening.abort();
      ghost.remove();
      this.#heat.origin(null);
      this.#dock(false);
    };
    const follow = (event: PointerEvent): void => {
      if (!ghost.isConnected) {
        if (Math.hypot(event.clientX - start.clientX, event.clientY - start.clientY) < DRAG_PX) return;
        document.body.append(ghost);
        this.#dock(true);
        this.#heat.origin(grip.day);
      }
      event.preventDefault();
      day = this.#heat.over(event.clientX, event.clientY) ?? lineDay(event.clientX, event.clientY);
      ghost.textContent = day === null ? grip.label : `${grip.label} → ${this.#voice().longDay(day)}`;
      ghost.style.translate = `${event.clientX + 14}px ${event.clientY + 14}px`;
    };
    const release = (event: PointerEvent): void => {
      const dragged = ghost.isConnected;
      end();
      if (dragged && day !== null && (day !== grip.day || event.shiftKey)) this.#move(grip, day, event.shiftKey);
    };
    const leave = (event: KeyboardEvent): void => {
      if (event.key === "Escape") end();
    };
    document.addEventListener("pointermove", follow, { signal });
    document.addEventListener("pointerup", release, { signal });
    document.addEventListener("pointercancel", end, { signal });
    document.addEventListener("keydown", leave, { signal });
  }

  /** Keeps the heat map in sight, wherever the page is scrolled. */
  #dock(on: boolean): void {
    document.body.classList.toggle("is-moving", on);
  }
}

/** The day of the line of the table under a point. */
function lineDay(x: number, y: number): number | null {
  const line = document.elementFromPoint(x, y)?.closest<HTMLElement>("tr[data-day]");
  return line === null || line === undefined ? null : Number(line.dataset["day"]);
}
