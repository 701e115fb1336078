// Reads calendar files with the npm package `ical.js` and compares them with plan.json:
//
//     node ics_read.mjs plan.json plan-1.ics [plan-2.ics …]
//
// Compared: number of events, UID, first day, last day, and the title of each event. Exits with 1 and says
// what differs when anything does.
import { readFileSync } from "node:fs";
import ICAL from "ical.js";

const [planPath, ...files] = process.argv.slice(2);
if (!planPath || files.length === 0) {
  console.error("usage: node ics_read.mjs plan.json plan-1.ics [plan-2.ics …]");
  process.exit(2);
}
const plan = JSON.parse(readFileSync(planPath, "utf8"));
const titles = new Map(plan.tasks.map((task) => [task.id, Object.values(task.title)]));
const wanted = new Map(plan.occurrences.map((o) => [`${o.id}@entretien`, o]));
const dayAfter = (date) => new Date(Date.parse(`${date}T00:00:00Z`) + 86400000).toISOString().slice(0, 10);

const differences = [];
let seen = 0;
for (const path of files) {
  const calendar = new ICAL.Component(ICAL.parse(readFileSync(path, "utf8")));
  for (const component of calendar.getAllSubcomponents("vevent")) {
    seen += 1;
    const event = new ICAL.Event(component);
    const occurrence = wanted.get(event.uid);
    if (!occurrence) {
      differences.push(`${path}: ${event.uid} is not in the plan, or twice`);
      continue;
    }
    wanted.delete(event.uid);
    const [start, end] = [event.startDate, event.endDate];
    if (!start.isDate || start.toString() !== occurrence.date || end.toString() !== dayAfter(occurrence.date)) {
      differences.push(`${event.uid}: ${start} – ${end}, planned ${occurrence.date}`);
    }
    if (!titles.get(occurrence.task).some((title) => event.summary.startsWith(`${title} — `))) {
      differences.push(`${event.uid}: title ${JSON.stringify(event.summary)}`);
    }
  }
}
for (const uid of wanted.keys()) differences.push(`${uid} is missing`);
for (const difference of differences.slice(0, 20)) console.error(difference);
console.log(`ical.js: ${seen} events in ${files.length} files, ${differences.length} differences`);
process.exit(differences.length > 0 ? 1 : 0);
