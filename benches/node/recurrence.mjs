// Recurrence in Node: the WebAssembly module, and npm `rrule` on a sample. One JSON object a shape and line, rates a second.
//
//   node recurrence.mjs [pkg]      pkg: the built package, ../../bindings-wasm/pkg
import { pathToFileURL } from "node:url";
import { resolve } from "node:path";
import { END_SECONDS, SHAPES, anchors, checksum, measure, setText } from "./shapes.mjs";

// npm `rrule` gives the right instants only where the zone of the process is UTC.
process.env.TZ = "UTC";
const { default: rrule } = await import("rrule");
const pkg = resolve(process.argv[2] ?? new URL("../../bindings-wasm/pkg", import.meta.url).pathname);
const engine = await import(pathToFileURL(`${pkg}/recurrence/node.js`).href);

/** At least so many values of a shape are asked of the peer. */
const SAMPLE = 2_000;

/** CPU time of the process, all its threads. */
const clock = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};

/** The peer on the first assets, parse and expand each as the way `cold` does: in the zone, and in wall time. */
function peer(rule) {
  const texts = anchors(engine, rule).map((start) => setText(rule, start));
  const zoned = sample(texts, new Date(END_SECONDS * 1_000));
  const wall = sample(texts.map((text) => text.replace(/;TZID=[^:]*/, "")), new Date("2035-01-01T00:00:00Z"));
  return { npm_rrule: zoned.rate, npm_rrule_wall: wall.rate, sample: zoned.count, agrees: zoned.agrees && wall.agrees };
}

function sample(texts, end) {
  const theirs = [];
  let assets = 0;
  const begin = clock();
  while (theirs.length < SAMPLE) {
    const dates = rrule.rrulestr(texts[assets++]).between(new Date(0), new Date(end.getTime() - 1), true);
    for (const date of dates) theirs.push(date.getTime() / 1_000);
  }
  const seconds = clock() - begin;
  const mine = texts.slice(0, assets).flatMap((text) => {
    const bound = end.toISOString();
    return [...engine.RuleSet.parse(text).expand(null, text.includes("TZID") ? bound : bound.slice(0, 19))];
  });
  const agrees = mine.length === theirs.length && checksum(mine) === checksum(theirs);
  return { rate: theirs.length / seconds, count: theirs.length, agrees };
}

for (const shape of SHAPES) {
  const wasm = await measure(engine, shape, clock);
  console.log(JSON.stringify({ ...wasm, ...peer(shape[1]) }));
}
