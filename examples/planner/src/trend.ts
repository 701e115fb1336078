// A chart of an indicator by month, with its control limits, as SVG: nothing but lines, dots and figures.
import type { Trend } from "entretien/indicators";

const [WIDTH, HEIGHT] = [760, 240];
const [LEFT, RIGHT, TOP, BOTTOM] = [58, 12, 14, 28];
const TICKS = 4;
const NAMESPACE = "http://www.w3.org/2000/svg";

/** What is drawn and how figures are said. */
export interface Chart {
  readonly trend: Trend;
  /** A label for each window. */
  readonly labels: readonly string[];
  readonly say: (value: number) => string;
  readonly title: string;
  readonly description: string;
}

/** Limits by window; `null` where there are none. */
export function limitsOf(trend: Trend): { centre: number | null; lower: (number | null)[]; upper: (number | null)[]; signals: Set<number> } {
  const { windows, values, individuals, ratios } = trend;
  const lower: (number | null)[] = values.map(() => null);
  const upper: (number | null)[] = values.map(() => null);
  windows.forEach((window, place) => {
    lower[window] = individuals?.lower ?? ratios?.points[place]?.lower ?? null;
    upper[window] = individuals?.upper ?? ratios?.points[place]?.upper ?? null;
  });
  const chart = individuals ?? ratios;
  const places = [...(chart?.outside ?? []), ...(chart?.runs ?? [])];
  const signals = new Set(places.map((place) => windows[place] ?? -1));
  return { centre: chart?.centre ?? null, lower, upper, signals };
}

function element(name: string, attributes: Record<string, string | number>, ...children: (Node | string)[]): SVGElement {
  const made = document.createElementNS(NAMESPACE, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  made.append(...children);
  return made;
}

/** Points of a line; a month without a figure breaks it. */
function path(values: readonly (number | null)[], x: (window: number) => number, y: (value: number) => number): string {
  let line = "";
  let pen = false;
  values.forEach((value, window) => {
    if (value === null) pen = false;
    else {
      line += `${pen ? "L" : "M"}${x(window).toFixed(1)} ${y(value).toFixed(1)}`;
      pen = true;
    }
  });
  return line;
}

/** The chart; its text is in `title` and `desc`, its figures are in a table beside it. */
export function trendChart({ trend, labels, say, title, description }: Chart): SVGElement {
  const { values } = trend;
  const { centre, lower, upper, signals } = limitsOf(trend);
  const known = [...values, ...lower, ...upper, centre].filter((value) => value !== null);
  const [least, most] = [Math.min(...known, Number.POSITIVE_INFINITY), Math.max(...known, Number.NEGATIVE_INFINITY)];
  const room = most > least ? (most - least) * 0.08 : Math.max(Math.abs(most) * 0.1, 0.5);
  // No axis starts below zero where no figure is.
  const [bottom, top] = [least >= 0 ? Math.max(0, least - room) : least - room, most + room];
  const x = (window: number) => LEFT + ((window + 0.5) * (WIDTH - LEFT - RIGHT)) / Math.max(1, values.length);
  const y = (value: number) => TOP + ((top - value) / (top - bottom)) * (HEIGHT - TOP - BOTTOM);
  const parts: SVGElement[] = [element("title", {}, title), element("desc", {}, description)];
  for (let tick = 0; tick <= TICKS; tick += 1) {
    const value = bottom + ((top - bottom) * tick) / TICKS;
    parts.push(element("line", { class: "grid", x1: LEFT, x2: WIDTH - RIGHT, y1: y(value), y2: y(value) }));
    parts.push(element("text", { class: "axis", x: LEFT - 6, y: y(value) + 4, "text-anchor": "end" }, say(value)));
  }
  const every = Math.ceil(labels.length / 12);
  labels.forEach((label, window) => {
    if (window % every === 0) parts.push(element("text", { class: "axis", x: x(window), y: HEIGHT - 8, "text-anchor": "middle" }, label));
  });
  parts.push(element("path", { class: "limit", d: path(lower, x, y) }), element("path", { class: "limit", d: path(upper, x, y) }));
  if (centre !== null) parts.push(element("line", { class: "centre", x1: LEFT, x2: WIDTH - RIGHT, y1: y(centre), y2: y(centre) }));
  parts.push(element("path", { class: "series", d: path(values, x, y) }));
  values.forEach((value, window) => {
    if (value === null) return;
    const dot = element("circle", { class: signals.has(window) ? "dot is-signal" : "dot", cx: x(window), cy: y(value), r: signals.has(window) ? 5 : 3.5 });
    dot.append(element("title", {}, `${labels[window] ?? ""}: ${say(value)}`));
    parts.push(dot);
  });
  return element("svg", { class: "trend", viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: "img", "aria-label": `${title}. ${description}` }, ...parts);
}
