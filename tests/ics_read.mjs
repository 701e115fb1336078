// Reads calendar files with the npm package `ical.js` and compares them with plan.json:
//
//     node ics_read.mjs plan.json plan-1.ics [plan-2.ics …]
//
// Compared: number of events, UID, first day, last day, and the title of each event. Exits with 1 and says
// what differs when anything does. Events of contracts, which plan.json leaves out, are held against themselves:
// the day and the kind that their UID names, their categories, and the alarm of a notice deadline still to come.
import { readFileSync } from "node:fs";
import ICAL from "ical.js";

const [planPath, ...files] = process.argv.slice(2);
if (!planPath || files.length === 0) {
  console.error("usage: node ics_read.mjs plan.json plan-1.ics [plan-2.ics …]");
  process.exit(2);
}
const plan = JSON.parse(readFileSync(planPath, "utf8"));
const titles = new Map(plan.tasks.map((task) => [task.id, Object.values(task.title)]));
const wanted = new Map(plan.occurrences.map((o) => [o.id, o]));
const dayAfter = (date) => new Date(Date.parse(`${date}T00:00:00Z`) + 86400000).toISOString().slice(0, 10);

const KINDS = {
  begin: ["begin", "début"],
  suspension_end: ["end of suspension", "fin de suspension"],
  renewal: ["renewal", "reconduction"],
  amendment: ["amendment", "avenant"],
  price_revision: ["price revision", "révision du prix"],
  suspension_begin: ["suspension", "suspension"],
  notice_deadline: ["notice deadline", "date limite de préavis"],
  term_end: ["end of contract", "fin de contrat"],
  termination: ["early termination", "résiliation anticipée"],
};
const contractUids = new Set();

// What is wrong with an event of a contract.
const ofContract = (event, component, kind) => {
  const wrong = [];
  const place = event.uid.lastIndexOf("@");
  const [mark, contract, named, day, ...number] = event.uid.slice(0, place).split("/");
  if (mark !== "contract" || !contract || named !== kind || number.length > 1 || !event.uid.endsWith(".entretien")) {
    wrong.push(`not the UID of a ${kind}`);
  }
  if (contractUids.has(event.uid)) wrong.push("twice");
  contractUids.add(event.uid);
  const { startDate: start, endDate: end } = event;
  if (!start.isDate || start.toString() !== day || end.toString() !== dayAfter(day)) wrong.push(`${start} – ${end}`);
  if (day < plan.horizon.start || day >= plan.horizon.end) wrong.push("outside the horizon");
  const words = component.getFirstProperty("categories").getValues();
  const pairs = ["contract", "contrat"].map((word, i) => `${word},${KINDS[kind]?.[i]}`);
  if (!pairs.includes(words.join(","))) wrong.push(`categories ${words}`);
  if (!event.summary || component.getFirstPropertyValue("transp") !== "TRANSPARENT") wrong.push("no title, or it blocks time");
  const known = component.getFirstPropertyValue("dtstamp").toString().slice(0, 10);
  const alarms = component.getAllSubcomponents("valarm").map((alarm) => alarm.getFirstPropertyValue("trigger").toString());
  // The library writes fourteen days as two weeks.
  const due = kind === "notice_deadline" && day >= known ? 1 : 0;
  if (alarms.length !== due || alarms.some((trigger) => !["-P14D", "-P2W"].includes(trigger))) wrong.push(`alarms ${alarms}`);
  return wrong.map((what) => `${event.uid}: ${what}`);
};

const differences = [];
let seen = 0;
for (const path of files) {
  const calendar = new ICAL.Component(ICAL.parse(readFileSync(path, "utf8")));
  for (const component of calendar.getAllSubcomponents("vevent")) {
    seen += 1;
    const event = new ICAL.Event(component);
    const kind = component.getFirstPropertyValue("x-entretien-contract-event");
    if (kind) {
      differences.push(...ofContract(event, component, kind));
      continue;
    }
    const id = event.uid.slice(0, event.uid.lastIndexOf("@"));
    const occurrence = event.uid.endsWith(".entretien") ? wanted.get(id) : undefined;
    if (!occurrence) {
      differences.push(`${path}: ${event.uid} is not in the plan, or twice`);
      continue;
    }
    wanted.delete(id);
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
console.log(`ical.js: ${seen} events in ${files.length} files, ${contractUids.size} of contracts, ${differences.length} differences`);
process.exit(differences.length > 0 ? 1 : 0);
