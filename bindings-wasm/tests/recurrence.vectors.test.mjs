// Cases of recurrence: one JSON object a line, the first 60 local starts, as `conformance rrule` runs them.
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { RuleSet } from "entretien/recurrence";
import { root } from "./support.mjs";

const file = process.env.ENTRETIEN_RRULE_VECTORS ?? join(root, "../shared/vectors/rrule.jsonl");
const LISTED_MAX = 60;

/** The first starts, asked one by one and in one window, which must agree. */
function starts(set, end) {
  const found = [];
  const last = end === null ? Infinity : toValue(set, end);
  let next = set.first();
  while (next !== undefined && found.length < LISTED_MAX && toValue(set, next) <= last) {
    found.push(next);
    next = set.nextAfter(next);
  }
  if (found.length > 0) {
    const after = set.toIso(toValue(set, found.at(-1)) + 1);
    assert.deepEqual(Array.from(set.expand(found[0], after), (value) => set.toIso(value)), found);
    assert.equal(set.countBetween(found[0], after), found.length);
  }
  return found.map((text) => text.slice(0, 19));
}

/** The value of a time: by JavaScript where it has an offset, as that of a set of this one time elsewhere. */
function toValue(set, text) {
  if (/(Z|[+-]\d\d:\d\d)$/.test(text)) return Date.parse(text) / 1_000;
  const zone = /\[(.*)\]$/.exec(set.start)?.[1];
  if (zone === undefined) return Date.parse(`${text}Z`) / 1_000;
  return RuleSet.parse(`DTSTART;TZID=${zone}:${compact(text)}\nRRULE:FREQ=DAILY;COUNT=1`).expand()[0];
}

const compact = (text) => text.replaceAll(/[-:]/g, "");

test("vectors of rrule.jsonl", { skip: existsSync(file) ? false : `NOT RUN: there is no ${file}` }, (context) => {
  const lines = readFileSync(file, "utf8").split("\n").filter((line) => line.trim() !== "");
  for (const line of lines) {
    const { id, dtstart, tzid, rrule, window_end: end, expected } = JSON.parse(line);
    const zone = tzid === null ? "" : `;TZID=${tzid}`;
    const set = RuleSet.parse(`DTSTART${zone}:${compact(dtstart)}\nRRULE:${rrule}`);
    assert.deepEqual(starts(set, end), expected, `${id}: ${rrule}`);
    set.free();
  }
  context.diagnostic(`${lines.length} vectors passed`);
});
